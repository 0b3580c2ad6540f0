import { isPlaceholder } from "./placeholder.js";

/**
 * Why a remediation plan tells a reader nothing, in words that follow the quoted plan; undefined where it names at least a
 * step, a product, a version or a setting. Only texts made of common words alone are called vague: one word that is not
 * among them (a product, a host, a ticket, a person) and the plan is left alone, as is any long one.
 */
export function planVagueness(text: string): string | undefined {
  if (text.length > LONGEST || text.trim() === "") return undefined;
  if (isPlaceholder(text)) return "is no plan yet";
  const actions = new Set<string>();
  let subjects = 0;
  let count = 0;
  let dated = false;
  let within = false;
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    count++;
    const isSubject = SUBJECTS.has(word);
    // "access control policy" is one subject, not three.
    if (isSubject && !within) subjects++;
    within = isSubject;
    if (isSubject || EMPTY.has(word)) continue;
    if (WHEN.test(word)) dated = true;
    else if (ACTIONS.has(word)) actions.add(word.slice(0, STEM));
    else return undefined;
  }
  if (actions.size === 0 && subjects === 0)
    return dated ? "gives a date, but no step" : "names nothing that will be done";
  if (dated || subjects > 1 || (subjects === 1 && actions.size > 1 && count > 4)) return undefined;
  return "names no step, product, version or date";
}

/** Longer plans say something, or hide that they do not too well for a list of words. */
const LONGEST = 200;
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}.'’/:_@#-]{0,60}[\p{L}\p{N}])?/gu;
/** "implement" and "implementing" are one action. */
const STEM = 5;

/** Dates, parts of a year and counted days. */
const WHEN =
  /^(?:\d{1,4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?|\d{1,2}(?:st|nd|rd|th)|q[1-4]|(?:fy|cy)\d{2,4}|days?|weeks?|months?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;

/** Words that say nothing of what will be done, or only that something will. */
const EMPTY = wordsOf(`
  a above an and any all are as at be been being but by can could do does doing done each every for from further get gets
  getting had has have her his if in into is it its itself may more must need needed needs no not now of on once or other our
  ours out over own per please see shall should so some still such than that the their them then there these they this those
  to under up upon us was we were what when where which while who will with within would yes you your i he she accordance
  according accordingly action actions activities activity additional adequate affected again ahead aligned align already also
  appropriate appropriately approach asap available awaiting await based because become begin best better bring business
  capability capacity case cause change closed close closing closure coming company complete completed completely completing
  completion compliance compliant comply complies concern concerns condition conduct continue continued continues continuing
  correct corrected correcting correction corrective correctly current currently customer date deal decide decided
  deficiencies deficiency deficient department determine determined determining developer developers due during duly effort
  efforts eliminate end engineering engineer engineers ensure ensured ensuring environment eta execute existing expected
  expeditiously feasible finding findings finish finished first fix fixed fixes fixing follow followed following forthcoming
  full fully future gap gaps general given go goal going guidance guideline guidelines handle handled happen held help hold
  identified identify identifying immediately importance important improve improved improvement improvements improving
  industry information infrastructure initiate initiated intend intended intends investigate investigated investigating
  investigation issue issues item items keep known later latest leadership level levels look looked looking maintain make
  making manage managed management manner manager maximum measure measures meet meeting met method methods mitigate mitigated
  mitigates mitigating mitigation mitigations month monitor monitored monitoring move moving near necessary needful next non
  noted ongoing open operational operations opportunity ops organisation organization organizational owner owners part parties
  party pending perform performed performing period personnel plan planned planning plans point poam poa&m possible
  practicable practical practice practices priority problem problems proceed process processed processes processing program
  progress project promptly proper properly provide provided quarter quickly ready reason reasonable receipt recommendation
  recommendations recommended reduce reduced reevaluate refer regular regularly related relevant remediate remediated
  remediates remediating remediation remedied remedy report reported request requested require required requirement
  requirements requires research resolution resolve resolved resolves resolving resource resources responsible result results
  revise revisit risk risks role scheduled schedule scheduling secure secured securely securing security service services
  setup solution solutions solve solved soon sooner staff standard standards start started starting state status step steps
  system's systems system sufficient suggested support supported take taken takes taking target task tasks tbd team teams
  team's technical technology things time timeframe timeline timely toward towards track tracked tracking unit until upcoming
  update updated updates updating user users valid vendor vendor's vendors various via vulnerabilities vulnerability
  vulnerable wait waiting weakness weaknesses whole work worked working works workaround year yet address addressed addresses
  addressing analysis analyze analyzing applicable asset assets assess assessed assessing admin admins administrator
  administrators sysadmin sysadmins infosec host hosts server servers machine machines software hardware device devices
  application applications app apps component components computer computers product products version versions release releases
  newest hotfix hotfixes
`);

/** Doing words that are a step when they have an object. Forms of one word share their first letters. */
const ACTIONS = wordsOf(`
  add adding applied applies apply applying automate block blocked build buy change changed changes changing configuration
  configurations configure configured configures configuring create created creates creating decommission define defined
  defining deploy deployed deploying deployment deploys design develop developed developing develops disable disabled
  disabling document documented documenting enable enabled enables enabling enforce enforced enforcing enhance enhanced
  enhancing establish established establishing evaluate evaluated evaluating evaluation formalize harden hardened hardening
  implement implementation implemented implementing implements install installation installed installing installs introduce
  limit modify modified modifying obtain patch patched patches patching purchase put reconfigure remove removed removes
  removing replace replaced replacement replacing restrict restricted restricting review reviewed reviewing reviews rollout
  run set strengthen strengthening test tested testing tighten train upgrade upgraded upgrades upgrading use utilize verify
  verified write
`);

/** What a step may be about without saying which, where or with what. */
const SUBJECTS = wordsOf(`
  access account accounts alert alerting antimalware antivirus architecture assessment assessments audit auditing auditlog
  audits authentication authorization awareness backup backups baseline baselines certificate certificates cloud code
  connection connections contingency continuous control controls credentials cryptography data database databases defense
  detection documentation documents domain edr encrypt encrypted encryption endpoint endpoints factor firewall firewalls
  hardening identity incident integrity inventory ips ids key keys least log logging logs malware mfa multi multi-factor
  multifactor network networks password passwords patch-management pki plan-of-action policies policy port ports privilege
  privileged privileges procedure procedures protection protocol protocols recovery register response restrictions rule rules
  scan scanner scanners scanning scans segmentation setting settings siem sso ssl standardization strong supply tls tool
  tooling tools training vpn zero-trust two-factor 2fa
`);

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
