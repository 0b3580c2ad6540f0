import { reference } from "../model/cell.js";
import type { Finding } from "../model/finding.js";
import { type FindingGroup, grouped } from "./groups.js";
import { amount, lastLine } from "./last-line.js";
import { codeMarkdown, plainMarkdown, tableRow } from "./markdown-text.js";
import { PLAIN } from "./paint.js";
import { ranges } from "./ranges.js";
import type { Reporter } from "./report.js";

/** For pull requests and tickets: a table a workbook, those that repeat in one row, and below it what to do about each rule. */
export const markdown: Reporter = {
  begin: () => "# POA&M check\n",
  *file(result) {
    yield `\n## ${plainMarkdown(result.path)}\n\n`;
    const open = result.findings.filter(({ suppressed }) => !suppressed);
    if (open.length === 0) {
      yield `${result.error === null ? "No problems." : `**${plainMarkdown(result.error)}**`}\n`;
      return;
    }
    yield* [HEADINGS, HEADINGS.map(() => "---")].map(tableRow);
    const groups = grouped(open);
    for (const group of groups) yield groupRow(group);
    yield "\n";
    yield* advice(groups.map(({ first }) => first));
  },
  end(summary, run) {
    const line = run.quiet ? undefined : lastLine(summary, { ...run, paint: PLAIN });
    return line === undefined ? "" : `\n${plainMarkdown(line)}\n`;
  },
};

const HEADINGS = ["severity", "cell", "item", "finding", "rule"];
/** Of the cells of findings that repeat, in characters. */
const RANGES_WIDTH = 80;

function groupRow({ first, more }: FindingGroup): string {
  const { severity, at, item, message, rule } = first;
  const rows = [...new Set(more.map(({ at }) => at.row))].sort((a, b) => a - b);
  const others =
    more.length > 0 ? ` and ${amount(more.length)} more like it: ${ranges(at.column, rows, RANGES_WIDTH)}` : "";
  return tableRow([
    severity,
    codeMarkdown(reference(at)) + others,
    plainMarkdown(item ?? ""),
    plainMarkdown(message),
    rule,
  ]);
}

/** Each rule's help once; findings with a help of their own say it, too. */
function* advice(findings: readonly Finding[]): Iterable<string> {
  const said = new Set<string>();
  for (const { rule, help, cites } of findings) {
    if (help === undefined && cites.length === 0) continue;
    const sources = cites.length > 0 ? ` (${cites.map(plainMarkdown).join("; ")})` : "";
    const line = `- **${rule}**${help === undefined ? "" : `: ${plainMarkdown(help)}`}${sources}\n`;
    if (said.has(line)) continue;
    said.add(line);
    yield line;
  }
}
