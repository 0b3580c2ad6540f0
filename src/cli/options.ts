import type { Command } from "commander";
import { didYouMean } from "../model/nearest.js";
import { UserError } from "../model/user-error.js";

/** Flags that every command has. */
export function common(command: Command): void {
  command
    .option("--color", "colours, even in a pipe")
    .option("--no-color", "no colours")
    .option("--debug", "show where an error came from");
}

/** What a help begins with. */
export function examples(command: Command, ...lines: string[]): void {
  command.addHelpText("before", `Examples:\n${lines.map((line) => `  ${line}`).join("\n")}\n`);
}

/** What can be given besides the workbooks, and the config. */
export function givenBesides(command: Command): Command {
  return command
    .option("--previous <file>", "last month's POA&M: reports what may not have changed since")
    .option("--inventory <file>", "FedRAMP's Integrated Inventory Workbook: are all assets in it?")
    .option("--deviations <file>", "FedRAMP's deviation request form: does it agree?")
    .option("--ret <file>", "the assessment's Risk Exposure Table: is every risk here?")
    .option("--kev <file>", "CISA's catalogue of known exploited vulnerabilities (JSON)")
    .option("--conditional-date <date>", "CMMC: the day of the Conditional status, as 2026-03-31")
    .option("--config <file>", "this config instead of the nearest poam.config.json")
    .option("--no-config", "no config");
}

/** All values of a flag that may be given several times. */
export function repeated(value: string, before: string[] = []): string[] {
  return [...before, value];
}

/** Reads a flag that has certain values, and knows them for whoever asks: shells complete them. */
export function oneOf(flag: string, choices: readonly string[]) {
  const read = (value: string): string => {
    if (value === "" || choices.includes(value)) return value;
    const near = didYouMean(value, choices) || ` It can be ${choices.join(", ")}.`;
    throw new UserError("usage", `${flag} cannot be ${value}.${near}`);
  };
  return Object.assign(read, { choices });
}

export function wholeNumber(flag: string) {
  return (value: string): number => {
    if (/^\d{1,9}$/.test(value)) return Number(value);
    throw new UserError("usage", `${flag} ${value} is not a whole number of 0 or more.`);
  };
}
