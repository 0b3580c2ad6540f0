import { reference } from "../model/cell.js";
import type { Finding } from "../model/finding.js";
import { excerpt } from "./excerpt.js";
import { type FindingGroup, grouped } from "./groups.js";
import { amount, joined, lastLineParts } from "./last-line.js";
import { printable, wrapped } from "./printable.js";
import { ranges } from "./ranges.js";
import type { LintRun, Reporter } from "./report.js";
import type { ShownPoam } from "./shown-poam.js";
import { suppressionText } from "./suppressed.js";

/** For people: each finding with the cells that it speaks of; those that repeat are shown once, with the ranges of the rest. */
export const pretty: Reporter = {
  begin: () => "",
  *file({ path, poam, findings }, run) {
    for (const group of grouped(findings)) yield `${block(group, path, poam, run).join("\n")}\n\n`;
  },
  end(summary, run) {
    const parts = run.quiet ? undefined : lastLineParts(summary, run);
    return parts === undefined
      ? ""
      : `${joined(parts, run.terminal ? run.width : Number.POSITIVE_INFINITY).join("\n")}\n`;
  },
};

function block({ first, more }: FindingGroup, path: string, poam: ShownPoam | undefined, run: LintRun): string[] {
  const { paint, width } = run;
  const lines = [
    ...headline(first, run),
    `  ${paint.mark("-->")} ${printable(path)}  ${printable(reference(first.at))}`,
  ];
  if (poam) lines.push(...excerpt(first, poam, width, paint));
  if (first.help !== undefined) lines.push(...note("help", first.help, run));
  for (const source of first.cites) lines.push(...note("cites", source, run));
  if (first.suppressed) lines.push(...note("suppressed", suppressionText(first.suppressed), run));
  if (more.length > 0) {
    const lead = `   and ${amount(more.length)} more like it: `;
    lines.push(`${lead}${paint.mark(ranges(first.at.column, rowsOf(more), width - lead.length))}`);
  }
  return lines;
}

function headline({ severity, rule, message }: Finding, { paint, width }: LintRun): string[] {
  const name = `${severity}[${rule}]`;
  const [first = "", ...rest] = wrapped(`${name}: ${printable(message)}`, width, "");
  return [paint[severity](name) + paint.strong(first.slice(name.length)), ...rest.map((line) => paint.strong(line))];
}

function note(kind: string, text: string, { paint, width }: LintRun): string[] {
  const [first = "", ...rest] = wrapped(`${kind}: ${printable(text)}`, width, "     ");
  const name = `${kind}:`;
  return [`   ${paint.mark("=")} ${paint.strong(name)}${first.trimStart().slice(name.length)}`, ...rest];
}

function rowsOf(findings: readonly Finding[]): number[] {
  return [...new Set(findings.map(({ at }) => at.row))].sort((a, b) => a - b);
}
