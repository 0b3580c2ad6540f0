import type { Argument, Command, Option } from "commander";
import { repeated } from "../options.js";

/** What can be typed at one place of the command line. */
export interface Values {
  readonly words: readonly string[];
  /** Whether it can be the name of a file, too. */
  readonly files: boolean;
  /** What can stand behind a word and `=`, where that means something. */
  readonly after?: Values;
}

export interface FlagShape {
  /** As they are typed: `-t` and `--template`. */
  readonly names: readonly string[];
  readonly summary: string;
  readonly repeatable: boolean;
  /** Undefined where the flag stands alone. */
  readonly values: Values | undefined;
}

export interface CommandShape {
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly FlagShape[];
  /** What stands behind the flags. */
  readonly operands: Values;
}

/** The program as shells complete it. */
export interface ProgramShape {
  readonly flags: readonly FlagShape[];
  readonly commands: readonly CommandShape[];
}

/** Says what can be typed for a flag (`--pack`) or an argument (`rule`) of a command; undefined where its help tells nothing. */
export type ValuesOf = (command: string, name: string) => Values | undefined;

/** The program's commands and flags as its help shows them, in that order. */
export function shapeOf(program: Command, valuesOf: ValuesOf): ProgramShape {
  const help = program.createHelp();
  const flagsOf = (command: Command) =>
    help.visibleOptions(command).map((option) => flagShape(option, command.name(), valuesOf));
  const commands = help.visibleCommands(program).map((command) => ({
    name: command.name(),
    summary: command.summary() || command.description(),
    flags: flagsOf(command),
    operands: operandsOf(command.registeredArguments[0], command.name(), valuesOf),
  }));
  return { flags: flagsOf(program), commands };
}

const NOTHING: Values = { words: [], files: false };
const FILES: Values = { words: [], files: true };

function flagShape(option: Option, command: string, valuesOf: ValuesOf): FlagShape {
  const names = [option.short, option.long].filter((name) => name !== undefined);
  const takesValue = option.required || option.optional;
  const values = choicesOf(option) ?? valuesOf(command, names.at(-1)!) ?? byName(option.flags);
  return {
    names,
    summary: option.description,
    repeatable: option.parseArg === repeated,
    values: takesValue ? values : undefined,
  };
}

function operandsOf(argument: Argument | undefined, command: string, valuesOf: ValuesOf): Values {
  if (!argument) return NOTHING;
  return choicesOf(argument) ?? valuesOf(command, argument.name()) ?? byName(argument.name());
}

function choicesOf({ parseArg }: Option | Argument): Values | undefined {
  if (!parseArg || !("choices" in parseArg)) return undefined;
  return { words: parseArg.choices as readonly string[], files: false };
}

/** `--config <file>` and `[workbooks...]` are files, `--as-of <date>` is none. */
function byName(name: string): Values {
  return /file|folder|workbook|blank/.test(name) ? FILES : NOTHING;
}
