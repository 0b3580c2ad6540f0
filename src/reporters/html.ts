import { SEVERITIES } from "../model/finding.js";
import { chosenRows, countOf, type FindingRow, rowsOf } from "./finding-rows.js";
import { FILTER_STYLE, filterOf, type Owned } from "./html-filter.js";
import { oneLine } from "./html-finding.js";
import { factList, pageHead, type Total, totalTiles } from "./html-page.js";
import { foundRules, htmlRules } from "./html-rules.js";
import { htmlSheet } from "./html-sheet.js";
import { FINDINGS_STYLE } from "./html-style.js";
import { escaped } from "./html-text.js";
import { amount, count, lastLine } from "./last-line.js";
import { ownersOf } from "./owners.js";
import { PLAIN } from "./paint.js";
import type { FileResult, Reporter } from "./report.js";

/**
 * For those who have no terminal: one page that needs nothing else, with the rows of the sheets that have findings and these
 * beside them. It can be filtered without a script, and printed. Made anew for each run, as a page has room for so many only.
 */
export function html(): Reporter {
  let room = ON_A_PAGE;
  return {
    begin({ version, asOf }) {
      const head = pageHead({ title: TITLE, tool: `poam ${version}`, style: FINDINGS_STYLE + FILTER_STYLE });
      return `${head}<body class="wide">
<header>
<div>
<h1>${escaped(TITLE)}</h1>
<p class="subtitle">As of <time datetime="${asOf}">${asOf}</time></p>
</div>
</header>
<main>
`;
    },
    *file(result, _run, index) {
      const rows = rowsOf(result.findings);
      const chosen = chosenRows(rows, { all: OF_A_WORKBOOK, ofRule: OF_A_RULE, room });
      room -= countOf(chosen);
      yield* workbook(result, chosen, `workbook-${index + 1}`);
    },
    end(summary, run) {
      const line = run.quiet ? undefined : lastLine(summary, { ...run, paint: PLAIN });
      const said = line === undefined ? "" : `${oneLine(line)} · `;
      return `</main>\n<footer>${said}poam ${escaped(run.version)}</footer>\n</body>\n</html>\n`;
    },
  };
}

const TITLE = "POA&M check";

/** Up to so many findings, a workbook's are all shown; of more, the rows in which each rule is found first. */
const OF_A_WORKBOOK = 3_000;
const OF_A_RULE = 500;
/** Each is three quarters of a kilobyte: with more, the page would take long to open. */
const ON_A_PAGE = 12_000;

function* workbook(result: FileResult, rows: readonly FindingRow[], id: string): Iterable<string> {
  const { path, error, findings, poam } = result;
  yield `<section class="book" aria-labelledby="${id}">\n<h2 id="${id}">${oneLine(path)}</h2>\n`;
  if (error !== null) {
    yield `<p class="failed">${oneLine(error)}</p>\n</section>\n`;
    return;
  }
  yield `${factList(facts(result))}\n${totalTiles(totals(result))}\n`;
  if (findings.length === 0) {
    yield "<p>No problems.</p>\n</section>\n";
    return;
  }
  const ownerOf = poam ? ownersOf(findings, poam) : () => "";
  const shown = rows.flatMap((row) => row.findings);
  const filter = filterOf(
    shown.map((finding): Owned => [finding, ownerOf(finding)]),
    id,
  );
  const rules = foundRules(findings);
  if (shown.length < findings.length) yield leftOut(findings.length, shown.length);
  if (shown.length > 1) yield `${filter.form}\n`;
  const usualHelp = (rule: string) => rules.get(rule)?.first.help;
  for (const [index, sheet] of sheetsOf(rows).entries()) {
    yield* htmlSheet(sheet, `${id}-sheet-${index + 1}`, { poam, filter, ownerOf, usualHelp });
  }
  yield htmlRules(rules, foundRules(shown), `${id}-rules`);
  yield "</section>\n";
}

function facts({ poam, packs, rules }: FileResult): (readonly [string, string])[] {
  const { total = 0, open = 0, closed = 0, configuration = 0 } = poam?.counts ?? {};
  const states = [`${amount(open)} open`, `${amount(closed)} closed`];
  if (configuration > 0) states.push(`${amount(configuration)} configuration`);
  return [
    ["Form", escaped(poam?.template ?? "–")],
    ["Packs", escaped(packs.join(", "))],
    ["Items", `${amount(total)} (${states.join(", ")})`],
    ["Judged by", count(rules.length, "rule")],
  ];
}

/** What is suppressed counts apart, as it does everywhere. */
function totals({ findings }: FileResult): readonly Total[] {
  const counted = findings.filter(({ suppressed }) => !suppressed);
  const suppressed = findings.length - counted.length;
  return [
    ...SEVERITIES.map((severity) => {
      const value = counted.filter((finding) => finding.severity === severity).length;
      return { label: `${severity}s`, value, alarm: severity === "error" && value > 0 };
    }),
    ...(suppressed > 0 ? [{ label: "suppressed", value: suppressed }] : []),
  ];
}

function leftOut(all: number, shown: number): string {
  const kept =
    shown === 0
      ? "This page has no room left for the rows of this workbook"
      : `Of ${amount(all)} findings this page shows ${amount(shown)}: of each rule the first ${OF_A_RULE} rows, with all that is found in them`;
  return `<p class="note">${kept}. What each rule found is counted at the end; <code>-f json</code> lists everything.</p>\n`;
}

/** Rows of one sheet stand together. */
function sheetsOf(rows: readonly FindingRow[]): readonly (readonly FindingRow[])[] {
  const sheets = new Map<string, FindingRow[]>();
  for (const row of rows) {
    const known = sheets.get(row.sheet);
    if (known) known.push(row);
    else sheets.set(row.sheet, [row]);
  }
  return [...sheets.values()];
}
