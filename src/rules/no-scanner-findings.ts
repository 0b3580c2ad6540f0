import type { PoamItem } from "../model/item.js";
import { headingOf } from "./heading-of.js";
import { rule, wholePoam } from "./rule.js";

const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `V-${i + 1}`, source: "Annual assessment 2025" }));

export default rule({
  id: "no-scanner-findings",
  summary: "No item comes from a vulnerability scanner",
  why: "Systems are scanned every month, and scans find something. A register without any of it lacks either the scans or their findings.",
  help: "Add what the scans found, with the scanner as source and its id for the finding.",
  severity: "info",
  options: { items: { summary: "with fewer items nothing is said", default: 10 } },
  examples: [
    { title: "nine items", rows: rows(9) },
    { title: "a scanner", rows: [...rows(9), { id: "V-10", source: "Nessus" }] },
    { title: "a CVE", rows: [...rows(10), { id: "V-11", source: "Vendor bulletin", cves: "CVE-2024-6119" }] },
    { title: "closed items count too", rows: rows(10), closed: [{ id: "V-11", source: "Qualys" }] },
    { title: "without any source", rows: rows(10).map(({ id }) => ({ id })) },
    { rows: rows(10), says: ["none of the 10 items comes from a vulnerability scanner"] },
  ],
  check: wholePoam((poam, { option }) => {
    if (poam.counts.total < (option("items") as number)) return undefined;
    let told = false;
    for (const item of poam.items()) {
      if (isFromScanner(item)) return undefined;
      told ||= item.source?.value !== undefined;
    }
    const message = `none of the ${poam.counts.total} items comes from a vulnerability scanner`;
    return told ? { at: headingOf(poam, "source"), field: "source", message } : undefined;
  }),
});

function isFromScanner({ source, sourceDetails, sourceIdentifier, cves }: PoamItem): boolean {
  if (cves?.value?.length || CHECK.test(sourceIdentifier?.text ?? "")) return true;
  return [source, sourceDetails, sourceIdentifier].some((cell) => SCANNER.test(cell?.text ?? ""));
}

/** Ids that come from a tool: a plugin's number, a CVE, a STIG rule. */
const CHECK = /^\s*\d{4,8}\b|\bCVE-\d{4}-\d|\bS?V-\d{5,6}/i;
const SCANNER =
  /scan|vulnerabilit|\bSTIG|security technical implementation guide|\bACAS\b|\bSCAP\b|nessus|tenable|qualys|rapid7|nexpose|insightvm|openvas|greenbone|wazuh|trivy|grype|anchore|snyk|prisma|\bwiz\b|inspector|defender|security ?hub|guardduty|burp|\bZAP\b|acunetix|invicti|netsparker|appscan|fortify|webinspect|sonar|checkmarx|veracode|semgrep|dependabot|\bnmap\b|crowdstrike|aqua|twistlock|nikto|retina|evaluate-stig|openscap/i;
