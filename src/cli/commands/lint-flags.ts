import type { Command } from "commander";
import { SEVERITIES } from "../../model/finding.js";
import { common, examples, givenBesides, oneOf, repeated, wholeNumber } from "../options.js";
import type { Does, Session } from "../program.js";
import type { LintFlags } from "./lint.js";

/** `poam lint` and its flags. */
export function addLint(program: Command, does: Does): void {
  const command = program
    .command("lint")
    .summary("check workbooks")
    .description("Checks workbooks: files, folders (with all .xlsx, .xlsm, .csv and .tsv in them) and patterns.")
    .usage("[options] <files…>")
    .argument("[files...]", "workbooks, folders or patterns")
    .option("-t, --template <id|file>", "the form of the workbooks; default: what their headings show")
    .option("-p, --pack <id>", "framework whose rules hold (repeatable); default: the form's", repeated)
    .option("--rule <id=level>", "how grave a rule is: error, warning, info or off (repeatable)", repeated)
    .option("--as-of <date>", "the day that stands for today, as 2026-03-31")
    .option("-f, --format <format[=file]>", "how to print (repeatable), see poam list formats", repeated);
  givenBesides(command)
    .option(
      "--fail-on <level>",
      "exit with 1 from this level on: error (default), warning, info, never",
      oneOf("--fail-on", FAIL_ON),
    )
    .option("--max-warnings <n>", "exit with 1 if there are more warnings", wholeNumber("--max-warnings"))
    .option("--exit-zero", "exit with 0 whatever is found")
    .option("--baseline", "suppress what is found today, with an entry each in poam.suppressions.json")
    .option("--prune", "take entries that have expired or hold for nothing out of poam.suppressions.json")
    .option("--show-suppressed", "also print what is suppressed, and why")
    .option("--notes", "with -f xlsx=review.xlsx: also a note on each cell with a finding")
    .option("--redact", "print places and rules, but no text from cells (also POAM_REDACT=1)")
    .option("--jobs <n>", "check so many workbooks at a time; auto: as many as there are processors")
    .option("--cache", "take results of unchanged workbooks from .poam-cache/, which quotes them, and keep them there")
    .option("--cache-location <folder>", "the same in another folder")
    .option("--shard <i/n>", "check only one of n equal parts, as 1/4; see poam merge-reports")
    .option("--print-config", "show how each workbook would be judged, and why, instead of judging it")
    .option("-q, --quiet", "findings only");
  common(command);
  examples(
    command,
    "poam lint acme-poam.xlsx",
    "poam lint poams/ --as-of 2026-03-31 --fail-on warning",
    'poam lint "**/*.xlsx" -f pretty -f json=findings.json',
    "poam lint acme-poam.xlsx --pack best-practice --rule stale=off",
    "poam lint acme-poam.xlsx --baseline",
    "poam lint acme-poam.xlsx -f xlsx=review.xlsx --notes",
  );
  const action = does(async (session: Session, files: string[], flags: LintFlags) =>
    (await import("./lint.js")).lintCommand(session, files, flags),
  );
  command.action((files, flags) => action(files, flags));
}

const FAIL_ON = [...SEVERITIES, "never"] as const;
