import { reference } from "../model/cell.js";
import type { Finding, Severity } from "../model/finding.js";
import { text } from "./json.js";
import { printable } from "./printable.js";
import type { FileResult, LintRun, Reporter } from "./report.js";
import { repositoryPath } from "./repository-path.js";

/**
 * For GitLab's Code Quality: one array, one issue a line; the row stands for the line. Made anew for each run, as it knows
 * whether it is at the first.
 */
export function gitlab(): Reporter {
  let issues = 0;
  return {
    begin: () => "[",
    *file(result, run) {
      for (const issue of issuesOf(result, run)) yield `${issues++ > 0 ? "," : ""}\n${text(issue)}`;
    },
    end: () => "\n]\n",
  };
}

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "major", warning: "minor", info: "info" };

function* issuesOf({ path, error, findings }: FileResult, { asOf, folder }: LintRun): Iterable<object> {
  const file = repositoryPath(path, folder);
  if (error !== null) {
    yield {
      description: printable(error),
      check_name: "unreadable",
      fingerprint: `${file}#unreadable`,
      severity: "blocker",
      location: { path: file, lines: { begin: 1 } },
    };
  }
  for (const finding of findings) if (!finding.suppressed) yield issueOf(finding, file, asOf);
}

/** Two workbooks can hold the same item: the path tells their fingerprints apart. */
function issueOf(
  { rule, severity, message, help, cites, at, fingerprint }: Finding,
  file: string,
  asOf: string,
): object {
  const body = [...(help ? [help] : []), ...cites.map((source) => `Cites: ${source}`), `As of ${asOf}`];
  return {
    description: `${printable(reference(at))}: ${printable(message)}`,
    check_name: rule,
    fingerprint: `${file}#${fingerprint}`,
    severity: SEVERITIES[severity],
    location: { path: file, lines: { begin: at.row } },
    content: { body: body.map(printable).join("\n\n") },
  };
}
