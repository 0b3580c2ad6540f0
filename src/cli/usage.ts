import type { Command, CommanderError } from "commander";
import { didYouMean } from "../model/nearest.js";

/** What commander found wrong, in one sentence of ours, with the nearest right name. */
export function usageSentence(error: CommanderError, args: readonly string[], program: Command): string {
  const what = error.message.replace(/^error: /, "").replace(/\.$/, "");
  const words = args.filter((arg) => !arg.startsWith("-"));
  const [name = ""] = error.code === "commander.help" ? words.slice(1) : words;
  const command = program.commands.find((command) => command.name() === name);
  const see = ` See poam ${command ? `${name} ` : ""}--help.`;
  if (error.code === "commander.unknownCommand" || error.code === "commander.help") {
    if (WORKBOOK.test(name)) return `${name} is not a command. To check it: poam lint ${name}`;
    const names = program.commands.map((command) => command.name());
    return `there is no command ${name}.${didYouMean(name, names) || see}`;
  }
  if (error.code === "commander.unknownOption")
    return unknownOption(/'([^'=]+)/.exec(what)?.[1] ?? "", command, args, program);
  if (error.code === "commander.missingArgument")
    return `${what.replace("missing required argument", "missing:")}.${see}`;
  return `${what}.${see}`;
}

const WORKBOOK = /\.(xlsx|xlsm|xls|csv|tsv)$/i;

function unknownOption(flag: string, command: Command | undefined, args: readonly string[], program: Command): string {
  const knows = (one: Command) => one.options.some(({ long, short }) => flag === long || flag === short);
  const owner = command && knows(command) ? command : program.commands.find(knows);
  if (owner && args[0]?.startsWith("-")) return `${flag} stands behind the command: poam ${owner.name()} ${flag}`;
  if (WORKBOOK.test(flag)) {
    return `there is no option ${flag}. If it is a file: poam ${command?.name() ?? "lint"} ./${flag}`;
  }
  const flags = (command ?? program).options.flatMap(({ long, short }) => [long ?? [], short ?? []].flat());
  return `there is no option ${flag}.${didYouMean(flag, flags) || ` See poam ${command ? `${command.name()} ` : ""}--help.`}`;
}
