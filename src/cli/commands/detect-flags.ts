import { type Command, Option } from "commander";
import { common, examples, oneOf } from "../options.js";
import type { Does, Session } from "../program.js";
import type { DetectFlags } from "./detect.js";

/** `poam detect` and its flags. */
export function addDetect(program: Command, does: Does): void {
  const command = program
    .command("detect")
    .summary("which form a workbook is, how sure, what differs from it")
    .description(
      "Says which form a workbook is, how sure that is, where its items are, and what differs from the form.",
    )
    .argument("<file>", "a workbook")
    .option("-t, --template <id|file>", "the form it is said to be; default: what its headings show")
    .option("--config <file>", "this config instead of the nearest poam.config.json")
    .option("--no-config", "no config")
    .addOption(
      new Option("-f, --format <format>", "pretty or json")
        .default("pretty")
        .argParser(oneOf("-f", ["pretty", "json"])),
    )
    .option("--redact", "no text from cells (also POAM_REDACT=1)");
  common(command);
  examples(command, "poam detect acme-poam.xlsx", "poam detect acme-poam.xlsx -f json");
  const action = does(async (session: Session, file: string, flags: DetectFlags) =>
    (await import("./detect.js")).detectCommand(session, file, flags),
  );
  command.action((file, flags) => action(file, flags));
}
