import type { Command } from "commander";
import { common, examples, repeated } from "../options.js";
import type { Does, Session } from "../program.js";
import type { SettingFlags } from "../settings.js";

export interface AnonymizeFlags extends SettingFlags {
  readonly output?: string;
  readonly force?: true;
  readonly color?: boolean;
  readonly debug?: true;
}

/** `poam anonymize` and its flags. */
export function addAnonymize(program: Command, does: Does): void {
  const command = program
    .command("anonymize")
    .summary("a copy to show to others: same structure, same findings, no text")
    .description(
      "Writes a copy in which made-up words stand for names, hosts, addresses, products and prose. Headings, values of lists and the words that rules look for stay, and so do dates, ratings, amounts and controls. The copy is searched for the words of the original and checked like it; if a word is left or a finding differs, nothing is written. Look at the copy before you send it.",
    )
    .usage("[options] <file> -o <file>")
    .argument("[file]", "a workbook (.xlsx, .xlsm) or CSV file")
    .option("-o, --output <file>", "where to write the copy")
    .option("--force", "write over the file that is there")
    .option("-t, --template <id|file>", "the form of the workbook; default: what its headings show")
    .option("-p, --pack <id>", "framework whose rules must find the same (repeatable); default: the form's", repeated)
    .option("--rule <id=level>", "how grave a rule's findings are, as in lint (repeatable)", repeated)
    .option("--as-of <date>", "the day that stands for today, as 2026-03-31")
    .option("--kev <file>", "CISA's catalogue (JSON): the CVEs that it lists stay, as rules know them")
    .option("--config <file>", "this config instead of the nearest poam.config.json")
    .option("--no-config", "no config");
  common(command);
  examples(
    command,
    "poam anonymize acme-poam.xlsx -o copy.xlsx",
    "poam anonymize acme-poam.xlsx -o copy.xlsx --kev known_exploited_vulnerabilities.json",
  );
  const action = does(async (session: Session, file: string | undefined, flags: AnonymizeFlags) =>
    (await import("./anonymize.js")).anonymizeCommand(session, file, flags),
  );
  command.action((file, flags) => action(file, flags));
}
