import type { Command } from "commander";
import { common, examples, repeated, wholeNumber } from "../options.js";
import type { Does, Session } from "../program.js";
import type { StatusFlags } from "./status.js";

/** `poam status` and its flags. */
export function addStatus(program: Command, does: Does): void {
  const command = program
    .command("status")
    .summary("what is overdue, due soon, stale, waiting")
    .description(
      "Shows where the open items stand: overdue, due soon, stale, a vendor check-in due, a milestone missed, a deviation pending. Late and stale are what the rules of the same packs call so.",
    )
    .usage("[options] <files…>")
    .argument("[files...]", "workbooks, folders or patterns")
    .option("-t, --template <id|file>", "the form of the workbooks; default: what their headings show")
    .option("-p, --pack <id>", "framework whose terms hold (repeatable); default: the form's", repeated)
    .option("--as-of <date>", "the day that stands for today, as 2026-03-31")
    .option(
      "--only <conditions>",
      "overdue, undated, milestone-missed, check-in-due, deviation-pending, stale, due-soon, or all: every item (default: what has a condition; in json, ndjson and parquet, every item)",
      repeated,
    )
    .option("--soon <days>", "due soon is due within so many days; default 30", wholeNumber("--soon"))
    .option(
      "--stale <days>",
      "stale is a status older than so many days; default: the packs' or the config's, else 31",
      wholeNumber("--stale"),
    )
    .option(
      "-f, --format <format[=file]>",
      "pretty, json, ndjson, parquet (to a file), csv or markdown (repeatable)",
      repeated,
    )
    .option("--fail-on <conditions>", "exit with 1 if an item has one of these, as overdue,stale", repeated)
    .option("--kev <file>", "CISA's catalogue of known exploited vulnerabilities (JSON)")
    .option("--conditional-date <date>", "CMMC: the day of the Conditional status, as 2026-03-31")
    .option("--config <file>", "this config instead of the nearest poam.config.json")
    .option("--no-config", "no config")
    .option("--redact", "print places, days and conditions, but no text from cells (also POAM_REDACT=1)")
    .option("-q, --quiet", "items only");
  common(command);
  examples(
    command,
    "poam status acme-poam.xlsx",
    "poam status poams/ --only overdue,stale --as-of 2026-03-31",
    "poam status acme-poam.xlsx -f csv=late.csv --fail-on overdue",
    'poam status "systems/**/*.xlsx" -f parquet=items.parquet',
  );
  const action = does(async (session: Session, files: string[], flags: StatusFlags) =>
    (await import("./status.js")).statusCommand(session, files, flags),
  );
  command.action((files, flags) => action(files, flags));
}
