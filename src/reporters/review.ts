import type { Finding } from "../model/finding.js";
import type { Review, ReviewRow } from "../model/review.js";
import { amount, count } from "./last-line.js";
import { ownersOf } from "./owners.js";
import type { FileResult, LintRun } from "./report.js";
import { suppressionText } from "./suppressed.js";

/** The findings of a workbook as a sheet shows them; `name` is the workbook's. Undefined where it could not be read. */
export function reviewOf(
  { poam, packs, findings }: FileResult,
  { asOf, version }: Pick<LintRun, "asOf" | "version">,
  { name, showsSuppressed }: { readonly name: string; readonly showsSuppressed: boolean },
): Review | undefined {
  if (!poam) return undefined;
  const ownerOf = ownersOf(findings, poam);
  const shown = findings.filter(({ suppressed }) => showsSuppressed || !suppressed);
  return {
    asOf,
    head: [
      `Findings of poam in ${name}`,
      [countsOf(findings), poam.template, packs.join(", "), `as of ${asOf}`, `poam ${version}`].join(" · "),
      "Put them right in the workbook itself: this is a copy of it. Each cell below is a link.",
    ],
    rows: shown.map((finding) => rowOf(finding, ownerOf)),
    showsSuppressed,
  };
}

function countsOf(findings: readonly Finding[]): string {
  const of = (severity: Finding["severity"]) =>
    findings.filter((one) => one.severity === severity && !one.suppressed).length;
  const suppressed = findings.filter((one) => one.suppressed).length;
  const counts = [count(of("error"), "error"), count(of("warning"), "warning"), count(of("info"), "info")];
  return [...counts, ...(suppressed > 0 ? [`${amount(suppressed)} suppressed`] : [])].join(", ");
}

function rowOf(finding: Finding, ownerOf: ReturnType<typeof ownersOf>): ReviewRow {
  const { severity, item, at, message, help = "", rule, cites, suppressed } = finding;
  return {
    severity,
    item: item ?? "",
    at,
    message,
    help,
    owner: ownerOf(finding),
    rule,
    sources: cites.join("\n"),
    suppressed: suppressed ? suppressionText(suppressed) : "",
  };
}
