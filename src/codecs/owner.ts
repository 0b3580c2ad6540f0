import { isPlaceholder } from "./placeholder.js";

/**
 * Why nobody in particular answers for an item whose owner is written so, in words that follow the quoted text: a team, a
 * shared mailbox, several people, nobody yet. Undefined for a person and for a role that one person holds (`ISSO`,
 * `IT Security Manager`), with whatever titles, offices, addresses and telephone numbers stand beside it; and for what
 * cannot be told from a name.
 */
export function ownerFault(text: string): string | undefined {
  if (text.length > LONGEST || text.trim() === "") return undefined;
  if (isPlaceholder(text) || NOBODY.test(text)) return "is nobody yet";
  const parties = text.split(STRONG).map(partyOf);
  const all = (kind: Kind) => parties.reduce((sum, party) => sum + (party[kind] ?? 0), 0);
  if (all("name") > 1) return "is more than one person";
  // Roles and teams beside a name are that person's: "Jane Doe / ISSO", "Jane Doe; Security Team".
  if (all("name") === 1) return undefined;
  if (all("role") > 1) return "is more than one person";
  if (all("role") === 1) return parties.some(({ role, team }) => team && !role) ? "is more than one owner" : undefined;
  if (all("address") > 0) return all("address") > 1 ? "is more than one person" : undefined;
  if (all("team") > 0) return "is a team, not a person";
  return all("mailbox") > 0 ? "is a shared mailbox" : undefined;
}

type Kind = "name" | "role" | "team" | "address" | "mailbox";
type Party = Readonly<Partial<Record<Kind, number>>>;

/**
 * What one side of a slash or semicolon names. What a comma or brackets part is one party: `Doe, Jane`, `Jane Doe (ISSO)`,
 * `Chief Information Officer (CIO)`, so that the piece which names the most people counts.
 */
function partyOf(text: string): Party {
  const party: Partial<Record<Kind, number>> = {};
  for (const piece of text.split(WEAK)) {
    const kinds = kindsOf(piece.trim().replace(LABEL, ""));
    for (const kind of kinds) {
      const count = kinds.filter((one) => one === kind).length;
      party[kind] = kind === "address" ? (party.address ?? 0) + 1 : Math.max(party[kind] ?? 0, count);
    }
  }
  return party;
}

function kindsOf(piece: string): readonly Kind[] {
  if (!/\p{L}/u.test(piece) || isPlaceholder(piece)) return [];
  const address = EMAIL.exec(piece);
  if (address) return [isShared(address[1]!.toLowerCase()) ? "mailbox" : "address"];
  const sides = piece.split(JOINED);
  if (sides.length === 1) return [kindOf(piece)];
  const kinds = sides.map(kindOf);
  const last = kinds.at(-1)!;
  // "Risk and Compliance Manager" is one title, "Legal/HR" a team; "PM/ISSO" may be one person's two offices.
  if (kinds[0] === "team" || (last === "team" && TITLE_START.test(piece))) return [last === "team" ? kinds[0]! : last];
  return piece.includes("/") && kinds.every((kind) => kind === "role") ? ["role"] : kinds;
}

/** One name, title or team: `SOC Manager` is a role, `Program Manager's Office` a team, `Head of the Security Team` a role. */
function kindOf(text: string): Kind {
  const words = text.toLowerCase().match(WORD) ?? [];
  const last = words.at(-1) ?? "";
  if (TEAM_START.test(text)) return "team";
  if (TITLE_START.test(text)) return "role";
  if (GROUPS.has(last)) return "team";
  if (words.some((word) => ROLES.has(word))) return "role";
  return words.every((word) => TEAM_WORDS.has(word)) ? "team" : "name";
}

function isShared(local: string): boolean {
  const words = local.split(/[._+-]/);
  return SHARED.test(local) || words.every((word) => TEAM_WORDS.has(word) || GROUPS.has(word));
}

const LONGEST = 160;
const NOBODY =
  /^\W{0,3}(?:tbd|tba|unassigned|not (?:yet )?assigned|to be (?:assigned|determined|named|hired|identified)|vacant|open|pending|nobody|no one|no owner)\b/i;
/** Between two owners. */
const STRONG = /;|\s[/|]\s?|\s?\|\s/;
/** Between a name and what belongs to it. */
const WEAK = /[,\n\r<>()[\]]|\s[-–—:]\s|:\s/;
/** What a form's entry is about, before the entry. */
const LABEL =
  /^(?:poc|contact|name|owner|title|role|e-?mail|phone|telephone|tel|mobile|cell|office phone|ext|fax)\b[ .:#]*(?=[\p{L}\d+(]|$)/iu;
const JOINED = /\s(?:and|or|&|\+)\s|[/&]/i;
const EMAIL = /^(?:mailto:)?([\w.+'-]{1,64})@[\w.-]{1,190}$/i;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.-]{0,40}/gu;
const TITLE_START =
  /^(?:the )?(?:(?:deputy|assistant|acting|associate|senior|vice|global|interim) )?(?:head|director|chief|manager|vp|svp|evp|president|lead|leader|officer|owner|supervisor)(?:,? of|,)? /i;
const TEAM_START = /^(?:the )?(?:office|department|division|team|members?|bureau|group) (?:of|for) /i;
const SHARED =
  /team|secur|helpdesk|help-desk|servicedesk|no-?reply|do-?not-?reply|vuln|compliance|mailbox|distro|^(?:all|poam|poc|contact|info)\b/;

const ROLES = wordsOf(`
  manager officer director lead head chief owner administrator admin engineer analyst architect operator specialist
  coordinator supervisor president isso issm isse ciso cio cto ceo cfo coo cso cpo dpo ao aodr sca dba sysadmin pm po dev
  developer consultant technician custodian steward auditor assessor vp svp evp principal secretary commander executive leader
  programmer tester planner trainer scientist buyer controller registrar superintendent tsm fso iso so sao saiso sio iam iao
  siso dcio dciso adsn csm spm itm ism vciso advisor adviser counsel attorney liaison representative associate assistant
`);

/** Words that make a team of whatever stands before them. */
const GROUPS = wordsOf(`
  team teams group groups department departments dept dept. division office offices staff desk helpdesk committee board
  council center centre squad crew personnel inc inc. llc ltd corp corp. corporation administrators admins engineers analysts
  developers managers owners operators users members contractors vendors issos isso's-office bureau directorate
`);

/** Words that, with nothing else, name a part of an organization. */
const TEAM_WORDS = wordsOf(`
  it i.t i.t. is ict ot hr r&d soc noc sre sres secops netops devops devsecops itops infosec cybersecurity cyber security
  information technology network networks networking operations operation ops engineering support service services system
  systems infrastructure platform cloud software development dev application applications app apps database databases data
  legal compliance procurement purchasing finance accounting audit risk governance grc privacy facilities facility physical
  human resources training marketing sales management leadership executives everyone all various multiple several many vendor
  contractor provider customer client users csirt cirt cert csp msp mssp psirt iam identity access vulnerability patch
  patching incident response program project product quality assurance qa enterprise business help desktop endpoint server
  servers storage web email messaging telecom windows linux unix mainframe external internal third party third-party
  organization organisation company agency corporate communications comms department office team desk a and the of for
  architecture technical tech digital central mission production
`);

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
