import type { Severity } from "../model/finding.js";
import { FORMATS, type Format, type FormatFacts, STEP_SUMMARY } from "../reporters/index.js";
import { amount, lastLine } from "../reporters/last-line.js";
import type { FileResult, LintRun, Summary } from "../reporters/report.js";
import { withoutSuppressed } from "../reporters/suppressed.js";
import { paintFor } from "./color.js";
import type { Host } from "./host.js";
import { type FormatChoice, type FormatMenu, openOutputs, parseFormats, type RunOutput } from "./outputs.js";
import type { Session } from "./program.js";

/** How findings are printed, and what the exit code is to say. */
export interface FindingsFlags {
  readonly format?: readonly string[];
  readonly failOn?: Severity | "never";
  readonly maxWarnings?: number;
  readonly exitZero?: true;
  readonly showSuppressed?: true;
  readonly quiet?: true;
  readonly color?: boolean;
}

/** The formats asked for. */
export interface FindingsFormats {
  readonly choices: readonly FormatChoice[];
  readonly menu: FormatMenu<LintRun, FileResult, Summary>;
  /** Whether one of them shows cells of the sheets. */
  readonly cells: boolean;
  /** Whether one of them carries the rules' text. */
  readonly rules: boolean;
}

/** `more` are formats that a command has besides. */
export function findingsFormats(
  { format = [], showSuppressed }: FindingsFlags,
  host: Host,
  more: Readonly<Record<string, FormatFacts>> = {},
): FindingsFormats {
  const menu = menuFor(host, showSuppressed === true, more);
  const choices = parseFormats(format, menu, host);
  const known: Readonly<Record<string, FormatFacts>> = { ...FORMATS, ...more };
  return {
    choices,
    menu,
    cells: choices.some(({ format }) => known[format]?.cells),
    rules: choices.some(({ format }) => known[format]?.rules),
  };
}

/** What formats are told of the run. */
export async function findingsRun(
  { host, engine }: Session,
  { rules }: FindingsFormats,
  { color, quiet, failOn = FAIL_ON }: FindingsFlags,
  told: Pick<LintRun, "version" | "asOf" | "shard">,
): Promise<LintRun> {
  return {
    ...told,
    folder: host.cwd,
    paint: await paintFor(host.stdout, host, color),
    width: host.stdout.columns ?? WIDTH,
    terminal: host.stdout.isTTY,
    quiet: quiet === true,
    failOn,
    rules: rules ? await engine.rules() : [],
  };
}

/** Opens the outputs, has `print` fill them, and gives the exit code; `used` are absolute paths of all files that are read. */
export async function printFindings(
  host: Host,
  { choices, menu }: FindingsFormats,
  run: LintRun,
  used: readonly string[],
  flags: FindingsFlags,
  print: (output: RunOutput<FileResult, Summary>) => Promise<Summary>,
): Promise<number> {
  const stepSummary = { ...STEP_SUMMARY, load: async () => withoutSuppressed(await STEP_SUMMARY.load()) };
  const output = await openOutputs(
    [...choices, ...summaryOf(choices, host)],
    { ...menu, formats: { ...menu.formats, [SUMMARY_NAME]: stepSummary } },
    used,
    run,
    host,
  );
  let summary: Summary;
  try {
    summary = await print(output);
    await output.end(summary);
    await output.close();
  } catch (error) {
    await output.abandon();
    throw error;
  }
  const line = lastLine(summary, { ...run, paint: await paintFor(host.stderr, host, flags.color) });
  if (line !== undefined && !run.quiet && choices.every(({ path }) => path !== undefined)) {
    await host.stderr.write(`${line}\n`);
  }
  if (!run.quiet) await host.stderr.write(refusal(choices, summary));
  return exitCode(summary, flags);
}

/** How many results GitHub's code scanning takes of one run; it refuses a file with more whole. */
const SARIF_MOST = 25_000;

/** A sentence where a file is complete and yet not of use where most take it. */
function refusal(choices: readonly FormatChoice[], { errors, warnings, infos, suppressed }: Summary): string {
  const results = errors + warnings + infos + suppressed;
  if (results <= SARIF_MOST || !choices.some(({ format }) => format === "sarif")) return "";
  return `poam: the SARIF has ${amount(results)} results; GitHub's code scanning takes ${amount(SARIF_MOST)} of a run and refuses more. Check fewer workbooks in a run, or turn off rules that it need not show (--rule ID=off).\n`;
}

function menuFor(
  { stdout }: Host,
  showSuppressed: boolean,
  more: Readonly<Record<string, FormatFacts>>,
): FormatMenu<LintRun, FileResult, Summary> {
  const formats = Object.entries<Format>(FORMATS).map(([name, format]) => {
    const marks = format.suppressed === "always" || (format.suppressed === "asked" && showSuppressed);
    return [name, marks ? format : { ...format, load: async () => withoutSuppressed(await format.load()) }];
  });
  return {
    formats: { ...Object.fromEntries(formats), ...more },
    standard: stdout.isTTY ? "pretty" : "compact",
    noun: "findings",
  };
}

const SUMMARY_NAME = "step summary";

/** GitHub shows ten annotations of a kind: all findings go to the step's summary, where there is one. */
function summaryOf(formats: readonly FormatChoice[], { env }: Host): readonly FormatChoice[] {
  const path = env.GITHUB_STEP_SUMMARY;
  const isAsked = formats.some(({ format }) => format === "github");
  return isAsked && path ? [{ format: SUMMARY_NAME, path, append: true }] : [];
}

const FAIL_ON = "error";

/** Of formats for people where there is no terminal. */
const WIDTH = 100;

function exitCode(summary: Summary, { failOn = FAIL_ON, maxWarnings, exitZero }: FindingsFlags): number {
  if (summary.unreadable > 0) return 2;
  const { errors, warnings, infos } = summary;
  const counted = { error: errors, warning: errors + warnings, info: errors + warnings + infos, never: 0 }[failOn];
  const failed = counted > 0 || (maxWarnings !== undefined && warnings > maxWarnings);
  return failed && !exitZero ? 1 : 0;
}
