import { Command, CommanderError, Option } from "commander";
import { SEVERITIES } from "../model/finding.js";
import { didYouMean } from "../model/nearest.js";
import { UserError } from "../model/user-error.js";
import type { DetectFlags } from "./commands/detect.js";
import type { DiffFlags } from "./commands/diff.js";
import type { LintFlags } from "./commands/lint.js";
import { REPORT_FORMATS, type ReportFlags } from "./commands/report-flags.js";
import type { Engine } from "./engine.js";
import type { Host } from "./host.js";
import { common, examples, givenBesides, oneOf, repeated, wholeNumber } from "./options.js";
import { addScore, addStatus } from "./status-commands.js";
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
  const program = new Command("poam");
  const session = async (): Promise<Session> => ({ host, engine: await engine() });
  const does =
    <Args extends unknown[]>(command: (session: Session, ...args: Args) => Promise<number>) =>
    async (...args: Args) => {
      code = await command(await session(), ...args);
    };
  program
    .exitOverride()
    .configureOutput({
      writeOut: (text) => (help += text),
      writeErr: () => {},
      getOutHelpWidth: () => Math.min(host.stdout.columns ?? 100, 120),
      getOutHasColors: () => false,
    })
    .showSuggestionAfterError(false)
    .configureHelp({ sortSubcommands: false, visibleGlobalOptions: () => [] })
    .version(packageFacts().version, "-V, --version", "the version")
    .helpOption("-h, --help", "this help")
    .helpCommand("help [command]", "help for a command")
    .usage("<command> [options]");
  examples(program, "poam lint acme-poam.xlsx", "poam fix acme-poam.xlsx --write", "poam explain overdue");
  addLint(program, does);
  addReport(program, does);
  addDetect(program, does);
  addExplain(program, does);
  addList(program, does);
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

function addLint(program: Command, does: Does): void {
  const command = program
    .command("lint")
    .summary("check workbooks")
    .description("Checks workbooks: files, folders (with all .xlsx, .xlsm, .csv and .tsv in them) and patterns.")
    .usage("[options] <files…>")
    .argument("[files...]", "workbooks, folders or patterns")
    .option("-t, --template <id|file>", "the form of the workbooks; default: what their headings show")
    .option("-p, --pack <id>", "framework whose rules hold (repeatable); default: the form's", repeated)
    .option("--rule <id=level>", "how grave a rule is: error, warning, info or off (repeatable)", repeated)
    .option("--as-of <date>", "the day that stands for today, as 2026-03-31")
    .option("-f, --format <format[=file]>", "how to print (repeatable), see poam list formats", repeated);
  givenBesides(command)
    .option(
      "--fail-on <level>",
      "exit with 1 from this level on: error (default), warning, info, never",
      oneOf("--fail-on", FAIL_ON),
    )
    .option("--max-warnings <n>", "exit with 1 if there are more warnings", wholeNumber("--max-warnings"))
    .option("--exit-zero", "exit with 0 whatever is found")
    .option("--redact", "print places and rules, but no text from cells (also POAM_REDACT=1)")
    .option("--print-config", "show how each workbook would be judged, and why, instead of judging it")
    .option("-q, --quiet", "findings only");
  common(command);
  examples(
    command,
    "poam lint acme-poam.xlsx",
    "poam lint poams/ --as-of 2026-03-31 --fail-on warning",
    'poam lint "**/*.xlsx" -f pretty -f json=findings.json',
    "poam lint acme-poam.xlsx --pack best-practice --rule stale=off",
  );
  const action = does(async (session: Session, files: string[], flags: LintFlags) =>
    (await import("./commands/lint.js")).lintCommand(session, files, flags),
  );
  command.action((files, flags) => action(files, flags));
}

function addReport(program: Command, does: Does): void {
  const command = program
    .command("report")
    .summary("the month's status report: Markdown, HTML, xlsx, JSON")
    .description(
      "Makes the month's status report of a workbook, as FedRAMP's ConMon Monthly Report has it: what is open, late and aging, vendor dependencies, deviations, escalation triggers, what changed. Several workbooks make a portfolio report.",
    )
    .usage("[options] <workbooks…>")
    .argument("[files...]", "workbooks, folders or patterns")
    .option("-o, --output <file>", "where to write it (- prints it); .md, .html, .xlsx or .json says in which form")
    .option("-f, --format <format>", "markdown (default), html, xlsx or json", oneOf("-f", REPORT_FORMATS))
    .option("--previous <file|folder>", "POA&Ms of earlier months, for trends and changes (repeatable)", repeated)
    .option("--organisation <name>", "whose report it is; default: what the workbook or the config says")
    .option("--as-of <date>", "the day that stands for today, as 2026-03-31")
    .option("-t, --template <id|file>", "the form of the workbooks; default: what their headings show")
    .option("-p, --pack <id>", "framework whose rules hold (repeatable); default: the form's", repeated)
    .option("--rule <id=level>", "how grave a rule is: error, warning, info or off (repeatable)", repeated)
    .option("--kev <file>", "CISA's catalogue of known exploited vulnerabilities (JSON)")
    .option("--conditional-date <date>", "CMMC: the day of the Conditional status, as 2026-03-31")
    .option("--config <file>", "this config instead of the nearest poam.config.json")
    .option("--no-config", "no config")
    .option("--redact", "no text from cells: items are named by their places (also POAM_REDACT=1)");
  common(command);
  examples(
    command,
    "poam report acme-poam.xlsx -o report.html",
    "poam report 2026-06.xlsx --previous past-months/ --as-of 2026-06-30",
    "poam report systems/*.xlsx -o portfolio.xlsx",
  );
  const action = does(async (session: Session, files: string[], flags: ReportFlags) =>
    (await import("./commands/report.js")).reportCommand(session, files, flags),
  );
  command.action((files, flags) => action(files, flags));
}

function addDetect(program: Command, does: Does): void {
  const command = program
    .command("detect")
    .summary("which form a workbook is, how sure, what differs from it")
    .description(
      "Says which form a workbook is, how sure that is, where its items are, and what differs from the form.",
    )
    .argument("<file>", "a workbook")
    .option("-t, --template <id|file>", "the form it is said to be; default: what its headings show")
    .option("--config <file>", "this config instead of the nearest poam.config.json")
    .option("--no-config", "no config")
    .addOption(
      new Option("-f, --format <format>", "pretty or json")
        .default("pretty")
        .argParser(oneOf("-f", ["pretty", "json"])),
    )
    .option("--redact", "no text from cells (also POAM_REDACT=1)");
  common(command);
  examples(command, "poam detect acme-poam.xlsx", "poam detect acme-poam.xlsx -f json");
  const action = does(async (session: Session, file: string, flags: DetectFlags) =>
    (await import("./commands/detect.js")).detectCommand(session, file, flags),
  );
  command.action((file, flags) => action(file, flags));
}

function addExplain(program: Command, does: Does): void {
  const command = program
    .command("explain")
    .summary("what a rule checks, why, what to do, who asks for it")
    .description("Explains a rule: what it checks and why, what to do, examples, and which packs cite what for it.")
    .argument("[rule]", "a rule's id; without it, all rules are listed");
  common(command);
  examples(command, "poam explain overdue", "poam explain");
  const action = does(async (session: Session, rule: string | undefined, flags: { color?: boolean }) =>
    (await import("./commands/explain.js")).explainCommand(session, rule, flags),
  );
  command.action((rule, flags) => action(rule, flags));
}

function addList(program: Command, does: Does): void {
  const command = program
    .command("list")
    .summary("templates, packs, rules or formats that poam knows")
    .description("Lists what poam knows: a table on a terminal, tab-separated lines in a pipe.")
    .argument("<what>", "templates, packs, rules or formats")
    .option("--json", "as JSON");
  common(command);
  examples(command, "poam list templates", "poam list rules --json");
  const action = does(async (session: Session, what: string, flags: { json?: true }) =>
    (await import("./commands/list.js")).listCommand(session, what, flags),
  );
  command.action((what, flags) => action(what, flags));
}

const FAIL_ON = [...SEVERITIES, "never"] as const;

/** What commander found wrong, in one sentence of ours, with the nearest right name. */
function usageSentence(error: CommanderError, args: readonly string[], program: Command): string {
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
