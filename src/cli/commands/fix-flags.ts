import { type Command, Option } from "commander";
import { common, examples, givenBesides, oneOf, repeated } from "../options.js";
import type { Does, Session } from "../program.js";
import type { FixFlags } from "./fix.js";

/** `poam fix` and its flags. */
export function addFix(program: Command, does: Does): void {
  const command = program
    .command("fix")
    .summary("correct workbooks: show it as a cell diff, or write it")
    .description(
      "Corrects what can be corrected without a doubt, cell by cell, and leaves every other byte of the workbook as it is. Without --write or -o it shows what it would change and writes nothing.",
    )
    .usage("[options] <files…>")
    .argument("[files...]", "workbooks, folders or patterns")
    .option("--write", "write into the workbooks; each is replaced whole or not at all")
    .option("-o, --output <file>", "leave the workbook and write the corrected one to this new file")
    .option("--backup", "with --write: keep the workbook as it was, as acme-poam.xlsx.bak")
    .option("--unsafe", "also what needs a person's judgement: look at each")
    .option("--rule <id>", "only this rule's fixes (repeatable); id=level sets how grave it is, as in lint", repeated)
    .option(
      "--date-order <order>",
      "what 03/04/2026 is: mdy or dmy (with --unsafe)",
      oneOf("--date-order", ["mdy", "dmy"]),
    )
    .option("--diff", "a unified diff of all cells, for review tools")
    .addOption(
      new Option("-f, --format <format>", "pretty or json")
        .default("pretty")
        .argParser(oneOf("-f", ["pretty", "json"])),
    )
    .option("-t, --template <id|file>", "the form of the workbooks; default: what their headings show")
    .option("-p, --pack <id>", "framework whose rules hold (repeatable); default: the form's", repeated)
    .option("--as-of <date>", "the day that stands for today, as 2026-03-31");
  givenBesides(command).option("--redact", "print places and rules, but no text from cells (also POAM_REDACT=1)");
  common(command);
  examples(
    command,
    "poam fix acme-poam.xlsx",
    "poam fix acme-poam.xlsx --write --backup",
    "poam fix acme-poam.xlsx -o acme-poam-fixed.xlsx --rule date-mistyped",
    "poam fix poams/ --diff",
  );
  const action = does(async (session: Session, files: string[], flags: FixFlags) =>
    (await import("./fix.js")).fixCommand(session, files, flags),
  );
  command.action((files, flags) => action(files, flags));
}
