import { type Command, Option } from "commander";
import { common, examples, oneOf } from "../options.js";
import type { Does, Session } from "../program.js";
import type { DiffFlags } from "./diff.js";

/** `poam diff` and its flags. */
export function addDiff(program: Command, does: Does): void {
  const command = program
    .command("diff")
    .summary("what changed between two months, and what may not have")
    .description(
      "Compares two workbooks of one system, the older first: items added, closed, reopened, vanished; each changed cell; and what may not change from month to month, which gives exit code 1.",
    )
    .usage("[options] <old> <new>")
    .argument("[workbooks...]", "the older workbook and the newer one")
    .option("-t, --template <id|file>", "the form of both; default: what their headings show")
    .addOption(
      new Option("-f, --format <format>", "pretty, markdown or json")
        .default("pretty")
        .argParser(oneOf("-f", ["pretty", "markdown", "json"])),
    )
    .option("--git-textconv", "print one workbook as lines for git diff, see the README")
    .option("--config <file>", "this config instead of the nearest poam.config.json")
    .option("--no-config", "no config")
    .option("--redact", "no text from cells (also POAM_REDACT=1)");
  common(command);
  examples(
    command,
    "poam diff acme-2026-02.xlsx acme-2026-03.xlsx",
    "poam diff acme-2026-02.xlsx acme-2026-03.xlsx -f markdown > changes.md",
  );
  const action = does(async (session: Session, files: string[], flags: DiffFlags) =>
    (await import("./diff.js")).diffCommand(session, files, flags),
  );
  command.action((files, flags) => action(files, flags));
}
