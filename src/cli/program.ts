import { Command, CommanderError } from "commander";
import { UserError } from "../model/user-error.js";
import { addAnonymize } from "./commands/anonymize-flags.js";
import { addCompletion } from "./commands/completion-flags.js";
import { addConvert } from "./commands/convert-flags.js";
import { addDetect } from "./commands/detect-flags.js";
import { addDiff } from "./commands/diff-flags.js";
import { addExplain } from "./commands/explain-flags.js";
import { addFix } from "./commands/fix-flags.js";
import { addInit } from "./commands/init-flags.js";
import { addLint } from "./commands/lint-flags.js";
import { addList } from "./commands/list-flags.js";
import { addMerge } from "./commands/merge-flags.js";
import { addMergeReports } from "./commands/merge-reports-flags.js";
import { addReport } from "./commands/report-flags.js";
import { addSchema } from "./commands/schema-flags.js";
import { addScore } from "./commands/score-flags.js";
import { addStatus } from "./commands/status-flags.js";
import type { Engine } from "./engine.js";
import type { Host } from "./host.js";
import { examples } from "./options.js";
import { usageSentence } from "./usage.js";
import { packageFacts } from "./version.js";

/** What a command gets: the world, and what it stands on. */
export interface Session {
  readonly host: Host;
  readonly engine: Engine;
}

/** Reads the arguments, runs their command and gives its exit code; throws a UserError for flags that mean nothing. */
export async function run(args: readonly string[], host: Host, engine: () => Promise<Engine>): Promise<number> {
  let help = "";
  let code = 0;
  const session = async (): Promise<Session> => ({ host, engine: await engine() });
  const does =
    <Args extends unknown[]>(command: (session: Session, ...args: Args) => Promise<number>) =>
    async (...args: Args) => {
      code = await command(await session(), ...args);
    };
  const program = programOf(does, (text) => (help += text), host.stdout.columns);
  program.hook("preAction", (_, command) => refuseEmpty(command));
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw new UserError("usage", usageSentence(error, args, program));
  }
  if (help !== "") await host.stdout.write(help);
  return code;
}

/** All commands and their flags; help goes to `write`, as wide as the terminal. */
export function programOf(does: Does, write: (text: string) => void, columns?: number): Command {
  const program = new Command("poam");
  program
    .exitOverride()
    .configureOutput({
      writeOut: write,
      writeErr: () => {},
      getOutHelpWidth: () => Math.min(columns ?? 100, 120),
      getOutHasColors: () => false,
    })
    .showSuggestionAfterError(false)
    .configureHelp({ sortSubcommands: false, visibleGlobalOptions: () => [] })
    .version(packageFacts().version, "-V, --version", "the version")
    .helpOption("-h, --help", "this help")
    .helpCommand("help [command]", "help for a command")
    .usage("<command> [options]");
  examples(
    program,
    "poam lint acme-poam.xlsx",
    "poam fix acme-poam.xlsx --write",
    "poam report acme-poam.xlsx -o report.html",
  );
  const commands = [
    addLint,
    addStatus,
    addReport,
    addDiff,
    addFix,
    addMerge,
    addConvert,
    addAnonymize,
    addScore,
    addDetect,
    addExplain,
    addInit,
    addList,
    addMergeReports,
    addSchema,
    addCompletion,
  ];
  for (const add of commands) add(program, does);
  return program;
}

/** A variable that a script has not set must not widen what is checked. */
function refuseEmpty(command: Command): void {
  for (const option of command.options) {
    const value: unknown = command.getOptionValue(option.attributeName());
    if (value === "" || (Array.isArray(value) && value.includes("")))
      throw new UserError("usage", `${option.long} was given an empty text. Is a variable not set?`);
  }
  if (command.args.includes("")) {
    throw new UserError("usage", `poam ${command.name()} was given an empty name. Is a variable not set?`);
  }
}

/** Makes a command's action of what it does. */
export type Does = <Args extends unknown[]>(
  command: (session: Session, ...args: Args) => Promise<number>,
) => (...args: Args) => Promise<void>;
