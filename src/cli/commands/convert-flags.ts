import type { Command } from "commander";
import { common, examples } from "../options.js";
import type { Does, Session } from "../program.js";
import type { SettingFlags } from "../settings.js";

export interface ConvertFlags extends SettingFlags {
  readonly to?: string;
  readonly output?: string;
  readonly into?: string;
  readonly force?: true;
  readonly strict?: true;
  readonly lossReport?: string;
  readonly missing?: string;
  readonly ver?: string;
  readonly withDescription?: true;
  readonly cpoUri?: string;
  readonly period?: string;
  readonly quiet?: true;
  readonly color?: boolean;
  readonly debug?: true;
}

/** `poam convert` and its flags. */
export function addConvert(program: Command, does: Does): void {
  const command = program
    .command("convert")
    .summary("write the items in another form: FedRAMP, eMASS, OSCAL, VER, trackers")
    .description(
      "Writes the items of a workbook in another form and says what became of every value. What has no column there is kept as labelled text, which converting back reads. Several workbooks are joined.",
    )
    .usage("[options] <files…> --to <target> -o <file>")
    .argument("[files...]", "workbooks, or files that poam convert wrote (CSV, JSON, OSCAL)")
    .option("--to <target>", "a template's id or file, csv, json, oscal or ver; poam list templates shows the ids")
    .option("-o, --output <file>", "where to write it (- prints CSV and JSON); for ver a folder")
    .option(
      "--into <blank>",
      "fill a copy of this blank form, as its publisher issues it, and leave all else in it as it is",
    )
    .option("--force", "write over the file that is there")
    .option("--loss-report <file>", "what became of every value, as .md or .json")
    .option("--strict", "exit with 1 when anything is dropped")
    .option(
      "--ver <file>",
      "for ver: what was found when each vulnerability was evaluated (poam.ver.json, or --missing's CSV filled in)",
    )
    .option("--missing <file>", "for ver: write what a person must supply, as CSV (- prints it)")
    .option("--with-description", "for ver: tell the POA&M's own descriptions, rationales and comments")
    .option("--cpo-uri <uri>", "for ver: where the Certification Package Overview is")
    .option("--period <from..to>", "for ver: the days that the report covers, as 2026-11-01..2026-11-30")
    .option("-t, --template <id|file>", "the form of the workbooks; default: what their headings show")
    .option("--as-of <date>", "the day that stands for today, as 2026-03-31")
    .option("--config <file>", "this config instead of the nearest poam.config.json")
    .option("--no-config", "no config")
    .option("--redact", "no text from cells in the loss report (also POAM_REDACT=1)")
    .option("-q, --quiet", "say nothing of what became of the values, unless something is dropped");
  common(command);
  examples(
    command,
    "poam convert acme-poam.xlsx --to fedramp-rev5-v3.0 -o acme-v3.xlsx",
    "poam convert acme-poam.xlsx --into FedRAMP-POAM-Template.xlsx -o acme-v3.xlsx",
    "poam convert acme-poam.xlsx --to oscal -o acme-poam.json",
    "poam convert acme-poam.xlsx --to ver -o ver/ --missing missing.csv",
  );
  const action = does(async (session: Session, files: string[], flags: ConvertFlags) =>
    (await import("./convert.js")).convertCommand(session, files, flags),
  );
  command.action((files, flags) => action(files, flags));
}
