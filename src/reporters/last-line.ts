import { SEVERITIES } from "../model/finding.js";
import { printable, textWidth } from "./printable.js";
import type { LintRun, Summary } from "./report.js";

/** The line that closes what a person reads: how many problems, or how much was found clean; undefined where nothing could be read. */
export function lastLine(summary: Summary, run: LintRun): string | undefined {
  return lastLineParts(summary, run)?.join(" · ");
}

/** What stands between its dots. */
export function lastLineParts(summary: Summary, run: LintRun): readonly string[] | undefined {
  const { files, unreadable, fixable, suppressed, packs } = summary;
  if (files === unreadable) return undefined;
  const parts = [
    problems(summary, run),
    unreadable > 0 ? run.paint.error(`${count(unreadable, "file")} could not be read`) : "",
    fixable > 0 ? `${amount(fixable)} fixable: ${fixCommand(summary.fixableFiles)}` : "",
    suppressed > 0 ? `${amount(suppressed)} suppressed` : "",
    packs.join(", "),
    `as of ${run.asOf}`,
  ];
  return parts.filter((part) => part !== "");
}

/** Parts with · between them; what does not fit a line goes to the next, whole. */
export function joined(parts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const longer = lines.length > 0 ? `${lines.at(-1)} · ${part}` : part;
    if (lines.length > 0 && textWidth(withoutColor(longer)) <= width) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}

/** Colours take no room. */
function withoutColor(text: string): string {
  return text.replace(/\u001b\[\d*m/g, "");
}

/** `1 file`, `3,757 files`. */
export function count(number: number, noun: string): string {
  return `${amount(number)} ${noun}${number === 1 ? "" : "s"}`;
}

function problems(summary: Summary, { paint }: LintRun): string {
  const { files, unreadable, path, items } = summary;
  const total = summary.errors + summary.warnings + summary.infos;
  const read = count(files - unreadable, "file");
  if (total === 0) {
    const states = [`${amount(items.open)} open`, `${amount(items.closed)} closed`];
    if (items.configuration > 0) states.push(`${amount(items.configuration)} configuration`);
    const what = path === undefined ? read : printable(path);
    return `${what}: ${count(items.total, "item")} (${states.join(", ")}), ${paint.good("no problems")}`;
  }
  const kinds = SEVERITIES.filter((severity) => summary[`${severity}s`] > 0).map((severity) =>
    count(summary[`${severity}s`], severity),
  );
  return `${paint.strong(count(total, "problem"))} (${kinds.join(", ")})${files > 1 ? ` in ${read}` : ""}`;
}

/** The command that fixes them, with the file's name where it is one file. */
function fixCommand(files: readonly string[]): string {
  const name = files.length === 1 ? printable(files[0]!) : undefined;
  if (name === undefined) return "poam fix";
  return `poam fix ${/^[\w./\\:@%+=,-]+$/.test(name) ? name : JSON.stringify(name)}`;
}

/** Thousands are parted by commas, whatever the machine's language. */
export function amount(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
