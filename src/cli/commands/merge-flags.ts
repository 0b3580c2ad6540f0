import { type Command, Option } from "commander";
import { common, examples, oneOf } from "../options.js";
import type { Does, Session } from "../program.js";
import type { MergeFlags } from "./merge.js";

/** `poam merge` and its flags. */
export function addMerge(program: Command, does: Does): void {
  const command = program
    .command("merge")
    .summary("merge two people's changes to one workbook, item by item")
    .description(
      "Takes what theirs changed since base over into ours: cell by cell, items by their ids. What both changed differently, and what is no cell's value, is a conflict: it is listed, ours stays there, and the exit code is 1. Without -o it shows what it would do and writes nothing.",
    )
    .usage("[options] <base> <ours> <theirs>")
    .argument("[workbooks...]", "the common older version, our workbook and theirs")
    .option("-o, --output <file>", "write the merged workbook to this new file, or into ours if it is named")
    .option("--path <path>", "what the workbook is called, where the files are Git's temporary ones (%P)")
    .addOption(
      new Option("-f, --format <format>", "pretty or json")
        .default("pretty")
        .argParser(oneOf("-f", ["pretty", "json"])),
    )
    .option("-t, --template <id|file>", "the form of all three; default: what their headings show")
    .option("--config <file>", "this config instead of the nearest poam.config.json")
    .option("--no-config", "no config")
    .option("--redact", "print places, but no text from cells (also POAM_REDACT=1)");
  common(command);
  examples(
    command,
    "poam merge acme-poam-march.xlsx acme-poam-mine.xlsx acme-poam-hers.xlsx",
    "poam merge acme-poam-march.xlsx acme-poam-mine.xlsx acme-poam-hers.xlsx -o acme-poam.xlsx",
    "git config merge.poam.driver 'poam merge %O %A %B -o %A --path %P'",
  );
  const action = does(async (session: Session, files: string[], flags: MergeFlags) =>
    (await import("./merge.js")).mergeCommand(session, files, flags),
  );
  command.action((files, flags) => action(files, flags));
}
