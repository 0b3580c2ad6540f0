import type { Command } from "commander";
import { common, examples } from "../options.js";
import type { Does, Session } from "../program.js";
import type { InitFlags } from "./init.js";

/** `poam init` and its flags. */
export function addInit(program: Command, does: Does): void {
  const command = program
    .command("init")
    .summary("a blank workbook of a form, and a poam.config.json")
    .description(
      "Writes a blank workbook of a form, with lists, date checks and the form's formula, and a poam.config.json beside it where none holds yet. Without a form, writes the config alone, for the workbooks in this folder. To submit, fill the publisher's own blank.",
    )
    .argument("[template]", "a form's id, as poam list templates shows it, or your own template.json")
    .option("-o, --output <file>", "where to; default: the form's id with .xlsx, in this folder")
    .option("--force", "write over a workbook that is there");
  common(command);
  examples(command, "poam init fedramp-rev5-v3.0 -o acme-poam.xlsx", "poam init");
  const action = does(async (session: Session, template: string | undefined, flags: InitFlags) =>
    (await import("./init.js")).initCommand(session, template, flags),
  );
  command.action((template, flags) => action(template, flags));
}
