import { reference } from "../model/cell.js";
import type { Finding, Severity } from "../model/finding.js";
import { amount, lastLine } from "./last-line.js";
import { printable } from "./printable.js";
import type { Reporter } from "./report.js";
import { repositoryPath } from "./repository-path.js";

/**
 * For GitHub Actions: a workflow command a finding, the most severe first. GitHub shows ten of a kind from a step, so that no
 * more are printed; the step's summary has them all. Made anew for each run, as it keeps them until the last file.
 */
export function github(): Reporter {
  const unreadable = firstOf();
  const found: Readonly<Record<Severity, First>> = { error: firstOf(), warning: firstOf(), info: firstOf() };
  return {
    begin: () => "",
    file({ path, error, findings }, { folder }) {
      const file = repositoryPath(path, folder);
      if (error !== null) unreadable.add(() => command("error", { file, title: "poam" }, [error]));
      for (const finding of findings) {
        if (!finding.suppressed) found[finding.severity].add(() => annotation(file, finding));
      }
      return [];
    },
    end(summary, run) {
      const errors = [...unreadable.kept, ...found.error.kept].slice(0, MOST);
      const shown = [...errors, ...found.warning.kept, ...found.info.kept];
      const all = [unreadable, found.error, found.warning, found.info];
      const left = all.reduce((sum, { total }) => sum + total(), 0) - shown.length;
      const talk = run.quiet ? [] : [left > 0 ? leftOut(left) : undefined, lastLine(summary, run)];
      return [...shown, ...talk.flatMap((line) => (line === undefined ? [] : plainLine(line)))].join("");
    },
  };
}

/** What GitHub shows of one kind from one step. */
const MOST = 10;
const KINDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

interface First {
  readonly kept: readonly string[];
  readonly total: () => number;
  readonly add: (make: () => string) => void;
}

/** Keeps as many as GitHub shows, and counts all. */
function firstOf(): First {
  const kept: string[] = [];
  let total = 0;
  return {
    kept,
    total: () => total,
    add(make) {
      if (total++ < MOST) kept.push(make());
    },
  };
}

function annotation(file: string, { rule, severity, message, help, cites, at }: Finding): string {
  const lines = [`${reference(at)}: ${message}`, ...(help ? [help] : []), ...cites.map((source) => `cites: ${source}`)];
  return command(KINDS[severity], { file, line: String(at.row), title: rule }, lines);
}

function command(kind: string, properties: { file: string; line?: string; title: string }, lines: string[]) {
  const given = Object.entries(properties);
  const list = given.map(([name, value]) => `${name}=${property(printable(value))}`).join(",");
  return `::${kind} ${list}::${lines.map((line) => data(printable(line))).join("%0A")}\n`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function leftOut(left: number): string {
  const more = `${amount(left)} more ${left === 1 ? "is" : "are"} not annotated`;
  return `${more}, as GitHub shows ${MOST} of a kind from a step: see the step's summary`;
}

/** A line of the log that cannot be taken for a command, whatever a file is called: neither `::…` nor the older `##[…`. */
function plainLine(line: string): string {
  return `poam: ${line.replaceAll("##[", "## [")}\n`;
}
