import type { Command } from "commander";
import { programOf } from "./program.js";

/** The manual page of poam in roff's man macros, made from the same help that `--help` prints. */
export function manPage(version: string): string {
  let help = "";
  const program = programOf(
    () => async () => {},
    (text) => (help += text),
  );
  const examplesOf = (command: Command): readonly string[] => {
    help = "";
    command.outputHelp();
    return help
      .slice(0, help.indexOf("\nUsage:"))
      .split("\n")
      .slice(1)
      .filter((line) => line !== "");
  };
  const { commands } = program;
  return `${[
    `.TH POAM 1 "" "poam ${version}"`,
    ".SH NAME",
    `poam ${roff("-")} checks, corrects and reports Plans of Action & Milestones`,
    ".SH SYNOPSIS",
    ...commands.flatMap((command) => [`.B poam ${command.name()}`, roff(command.usage()), ".br"]),
    ...commands.flatMap((command) => section(command, examplesOf(command))),
    ".SH EXIT STATUS",
    "0: ran; 1: found something; 2: could not run, or not over every file.",
    ".SH ENVIRONMENT",
    ".TP\n.B POAM_REDACT\n1: no text from cells is printed.",
  ].join("\n")}\n`;
}

/** A command: what it does, its arguments and flags, examples. */
function section(command: Command, examples: readonly string[]): string[] {
  const help = command.createHelp();
  return [
    `.SH ${roff(`poam ${command.name()}`.toUpperCase())}`,
    roff(command.description()),
    ...help
      .visibleArguments(command)
      .map((argument) => entry(help.argumentTerm(argument), help.argumentDescription(argument))),
    ...help.visibleOptions(command).map((option) => entry(help.optionTerm(option), help.optionDescription(option))),
    ".PP\nExamples:\n.PP\n.nf",
    ...examples.map(roff),
    ".fi",
  ];
}

function entry(term: string, description: string): string {
  return `.TP\n.B ${roff(term)}\n${roff(description)}`;
}

/** Text that roff prints as it stands: a hyphen is a minus, and neither a dot nor a quote begins a request. */
function roff(text: string): string {
  return text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replaceAll("…", "...")
    .replace(/^(?=[.'])/, "\\&")
    .replaceAll('"', "\\(dq");
}
