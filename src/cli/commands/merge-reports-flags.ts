import type { Command } from "commander";
import { SEVERITIES } from "../../model/finding.js";
import { common, examples, oneOf, repeated, wholeNumber } from "../options.js";
import type { Does, Session } from "../program.js";
import type { MergeReportsFlags } from "./merge-reports.js";

/** `poam merge-reports` and its flags. */
export function addMergeReports(program: Command, does: Does): void {
  const command = program
    .command("merge-reports")
    .summary("print what lint found in several runs as one")
    .description(
      "Merges what poam lint -f json wrote, as of the shards of a run, and prints it in any format, as of one run.",
    )
    .usage("[options] <reports…>")
    .argument("[reports...]", "files that poam lint -f json wrote, or patterns")
    .option("-f, --format <format[=file]>", "how to print (repeatable), see poam list formats", repeated)
    .option(
      "--fail-on <level>",
      "exit with 1 from this level on: error (default), warning, info, never",
      oneOf("--fail-on", [...SEVERITIES, "never"]),
    )
    .option("--max-warnings <n>", "exit with 1 if there are more warnings", wholeNumber("--max-warnings"))
    .option("--exit-zero", "exit with 0 whatever was found")
    .option("--show-suppressed", "also print what is suppressed, and why")
    .option("--redact", "print places and rules, but no text from cells (also POAM_REDACT=1)")
    .option("-q, --quiet", "findings only");
  common(command);
  examples(
    command,
    "poam merge-reports shard-1.json shard-2.json",
    'poam merge-reports "shard-*.json" -f json=findings.json -f sarif=findings.sarif',
  );
  const action = does(async (session: Session, reports: string[], flags: MergeReportsFlags) =>
    (await import("./merge-reports.js")).mergeReportsCommand(session, reports, flags),
  );
  command.action((reports, flags) => action(reports, flags));
}
