import type { Finding } from "../model/finding.js";
import type { Review, ReviewRow } from "../model/review.js";
import { amount, count } from "./last-line.js";
import type { FileResult, LintRun } from "./report.js";
import type { ShownPoam } from "./shown-poam.js";
import { suppressionText } from "./suppressed.js";

/** The findings of a workbook as a sheet shows them; `name` is the workbook's. Undefined where it could not be read. */
export function reviewOf(
  { poam, packs, findings }: FileResult,
  { asOf, version }: Pick<LintRun, "asOf" | "version">,
  { name, showsSuppressed }: { readonly name: string; readonly showsSuppressed: boolean },
): Review | undefined {
  if (!poam) return undefined;
  const owners = ownersOf(findings, poam);
  const shown = findings.filter(({ suppressed }) => showsSuppressed || !suppressed);
  return {
    asOf,
    head: [
      `Findings of poam in ${name}`,
      [countsOf(findings), poam.template, packs.join(", "), `as of ${asOf}`, `poam ${version}`].join(" · "),
      "Put them right in the workbook itself: this is a copy of it. Each cell below is a link.",
    ],
    rows: shown.map((finding) => rowOf(finding, owners)),
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

function rowOf(finding: Finding, owners: Owners): ReviewRow {
  const { severity, item, at, message, help = "", rule, cites, suppressed } = finding;
  return {
    severity,
    item: item ?? "",
    at,
    message,
    help,
    owner: owners(finding),
    rule,
    sources: cites.join("\n"),
    suppressed: suppressed ? suppressionText(suppressed) : "",
  };
}

type Owners = (finding: Finding) => string;

/** Who answers for the item that a finding is about: as its row says, or the row of another finding of the item. */
function ownersOf(findings: readonly Finding[], { registers, textAt }: ShownPoam): Owners {
  const columns = new Map(
    registers.map(({ sheet, headingRow, columns }) => [
      sheet,
      { headingRow, column: columns.find(({ field }) => field === "pointOfContact")?.column },
    ]),
  );
  const inRow = ({ at: { sheet, row } }: Finding): string => {
    const { headingRow = 0, column } = columns.get(sheet) ?? {};
    return column !== undefined && row > headingRow ? textAt({ sheet, row, column }) : "";
  };
  const keyOf = ({ item, at, sharedId }: Finding) => (item && !sharedId ? `${at.sheet}\0${item}` : undefined);
  const known = new Map<string, string>();
  for (const finding of findings) {
    const [key, owner] = [keyOf(finding), inRow(finding)];
    if (key !== undefined && owner !== "" && !known.has(key)) known.set(key, owner);
  }
  return (finding) => (finding.item === null ? "" : inRow(finding) || (known.get(keyOf(finding) ?? "") ?? ""));
}
