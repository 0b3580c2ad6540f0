import { reference } from "../model/cell.js";
import { type Finding, SEVERITIES } from "../model/finding.js";
import { amount } from "./last-line.js";
import { printable } from "./printable.js";
import type { FileResult, LintRun, Reporter } from "./report.js";

/**
 * For test reports: a suite a workbook, a case a rule that it was judged by, passes too. A rule fails where a finding fails the
 * run (`--fail-on`); milder findings stand in the output of a case that passes.
 */
export const junit: Reporter = {
  begin: () => `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="poam">\n`,
  *file(result, run) {
    yield* result.error === null ? suite(result, run) : unreadable(result.path, result.error);
  },
  end: () => "</testsuites>\n",
};

function* suite({ path, poam, packs, rules, findings }: FileResult, run: LintRun): Iterable<string> {
  const found = new Map(rules.map((rule): [string, Finding[]] => [rule, []]));
  for (const finding of findings) {
    if (finding.suppressed) continue;
    const ofRule = found.get(finding.rule);
    if (ofRule) ofRule.push(finding);
    else found.set(finding.rule, [finding]);
  }
  const cases = [...found].map(([rule, all]) => ({ rule, all, isFailed: all.some((one) => fails(one, run)) }));
  yield suiteStart(path, cases.length, cases.filter(({ isFailed }) => isFailed).length, 0);
  yield "<properties>\n";
  yield property("as of", run.asOf) + property("template", poam?.template ?? "") + property("packs", packs.join(", "));
  yield "</properties>\n";
  for (const { rule, all, isFailed } of cases) {
    const start = `<testcase classname=${attribute(path)} name=${attribute(rule)}`;
    if (all.length === 0) {
      yield `${start}/>\n`;
      continue;
    }
    yield `${start}>\n`;
    yield isFailed ? failureStart(all.filter((one) => fails(one, run))) : "<system-out>";
    yield* bodyLines(all);
    yield isFailed ? "</failure>\n" : "</system-out>\n";
    yield "</testcase>\n";
  }
  yield "</testsuite>\n";
}

function* unreadable(path: string, error: string): Iterable<string> {
  yield suiteStart(path, 1, 0, 1);
  yield `<testcase classname=${attribute(path)} name="unreadable">\n<error message=${attribute(error)}/>\n</testcase>\n`;
  yield "</testsuite>\n";
}

function suiteStart(path: string, tests: number, failures: number, errors: number): string {
  return `<testsuite name=${attribute(path)} tests="${tests}" failures="${failures}" errors="${errors}" skipped="0">\n`;
}

function property(name: string, value: string): string {
  return `<property name=${attribute(name)} value=${attribute(value)}/>\n`;
}

function fails({ severity }: Finding, { failOn }: LintRun): boolean {
  return failOn !== "never" && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}

function failureStart(failing: readonly Finding[]): string {
  const { severity, message } = failing[0]!;
  const told = failing.length === 1 ? message : `${amount(failing.length)} findings, the first: ${message}`;
  return `<failure type="${severity}" message=${attribute(told)}>`;
}

/** A line a finding, then what to do and the sources, each once. */
function* bodyLines(findings: readonly Finding[]): Iterable<string> {
  for (const { at, severity, message } of findings) yield line(`${reference(at)}: ${severity}: ${message}`);
  for (const help of new Set(findings.flatMap(({ help = [] }) => help))) yield line(`help: ${help}`);
  for (const source of new Set(findings.flatMap(({ cites }) => cites))) yield line(`cites: ${source}`);
}

function line(text: string): string {
  return `${xml(text)}\n`;
}

function attribute(text: string): string {
  return `"${xml(text)}"`;
}

/** On one line, and without what no XML may hold. */
function xml(text: string): string {
  return printable(text)
    .replace(/[\p{Surrogate}\ufffe\uffff]/gu, "\ufffd")
    .replace(/[&<>"]/g, (sign) => SIGNS[sign]!);
}

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
