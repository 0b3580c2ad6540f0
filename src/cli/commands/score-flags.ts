import { type Command, Option } from "commander";
import { common, examples, oneOf, repeated } from "../options.js";
import type { Does, Session } from "../program.js";
import type { ScoreFlags } from "./score.js";

/** `poam score` and its flags. */
export function addScore(program: Command, does: Does): void {
  const command = program
    .command("score")
    .summary("CMMC and NIST SP 800-171 score, Conditional eligibility")
    .description(
      "Works out what the open items leave of the score of CMMC or of the NIST SP 800-171 DoD Assessment, by family; whether a Conditional status can be had, and until when it lasts; and the completion date for SPRS.",
    )
    .argument("<file>", "a workbook whose items name requirements")
    .option("-t, --template <id|file>", "the form of the workbook; default: what its headings show")
    .option("-p, --pack <id>", "framework whose terms hold (repeatable); default: the form's", repeated)
    .option("--level <level>", "2 or 3; default: the config's, else the pack's", oneOf("--level", ["2", "3"]))
    .option("--conditional-date <date>", "the day of the Conditional status, as 2026-03-31")
    .option("--as-of <date>", "the day that stands for today, as 2026-03-31")
    .addOption(
      new Option("-f, --format <format>", "pretty, json or markdown")
        .default("pretty")
        .argParser(oneOf("-f", ["pretty", "json", "markdown"])),
    )
    .option("--config <file>", "this config instead of the nearest poam.config.json")
    .option("--no-config", "no config")
    .option("--redact", "no text from cells (also POAM_REDACT=1)");
  common(command);
  examples(command, "poam score acme-poam.xlsx", "poam score acme-poam.xlsx --conditional-date 2026-02-16 -f markdown");
  const action = does(async (session: Session, file: string, flags: ScoreFlags) =>
    (await import("./score.js")).scoreCommand(session, file, flags),
  );
  command.action((file, flags) => action(file, flags));
}
