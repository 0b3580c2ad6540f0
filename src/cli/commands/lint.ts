import type { Severity } from "../../model/finding.js";
import { SUPPRESSION_FAULTS } from "../../model/suppression.js";
import { UserError } from "../../model/user-error.js";
import { FORMATS, type Format, REVIEW, STEP_SUMMARY } from "../../reporters/index.js";
import { lastLine } from "../../reporters/last-line.js";
import { redacted } from "../../reporters/redact.js";
import type { FileResult, LintRun, Summary } from "../../reporters/report.js";
import { shownPoam } from "../../reporters/shown-poam.js";
import { withoutSuppressed } from "../../reporters/suppressed.js";
import { suppressByNotes } from "../../suppress-notes.js";
import { poamOpener } from "../checker.js";
import { paintFor } from "../color.js";
import { complaint, failureOf } from "../errors.js";
import type { Host } from "../host.js";
import { expandInputs, type Input } from "../inputs.js";
import { type FormatChoice, type FormatMenu, openOutputs, parseFormats, type RunOutput } from "../outputs.js";
import type { Session } from "../program.js";
import { progressOf } from "../progress.js";
import { reviewOpener } from "../review-output.js";
import { type RunSettings, type SettingFlags, settingsFor } from "../settings.js";
import { emptySummary, withResult } from "../summary.js";
import { type RunSuppressions, suppressionsFor } from "../suppressions.js";
import { packageFacts } from "../version.js";
import { printConfig } from "./print-config.js";

export interface LintFlags extends SettingFlags {
  readonly format?: readonly string[];
  readonly failOn?: Severity | "never";
  readonly maxWarnings?: number;
  readonly exitZero?: true;
  readonly baseline?: true;
  readonly prune?: true;
  readonly showSuppressed?: true;
  readonly notes?: true;
  readonly quiet?: true;
  readonly color?: boolean;
  readonly debug?: true;
  readonly printConfig?: true;
}

/** `poam lint`: checks the workbooks one at a time, so that memory stays that of the biggest, and prints as it goes. */
export async function lintCommand(session: Session, files: readonly string[], flags: LintFlags): Promise<number> {
  const { host } = session;
  if (files.length === 0) {
    throw new UserError(
      "no-files",
      "no file was given. One workbook: poam lint acme-poam.xlsx; all in this folder: poam lint .",
    );
  }
  const menu = menuFor(host, flags.showSuppressed === true);
  const formats = parseFormats(flags.format ?? [], menu, host);
  if (flags.notes && !formats.some(({ format }) => format === "xlsx")) {
    throw new UserError("usage", "--notes are for a copy of the workbook: give -f xlsx=review.xlsx with it.");
  }
  const inputs = await expandInputs(files, host);
  const settings = await settingsFor(inputs, flags, session);
  const run: LintRun = {
    version: packageFacts().version,
    asOf: settings.asOf,
    paint: await paintFor(host.stdout, host, flags.color),
    width: host.stdout.columns ?? WIDTH,
    terminal: host.stdout.isTTY,
    quiet: flags.quiet === true,
    failOn: flags.failOn ?? FAIL_ON,
    rules: await session.engine.rules(),
  };
  if (flags.printConfig) return printConfig(session, inputs, settings);
  if (flags.previous !== undefined && inputs.length > 1) {
    throw new UserError(
      "usage",
      "--previous is one system's last month: check one workbook with it, or name it in each poam.config.json.",
    );
  }
  const suppressions = await suppressionsFor(inputs, settings, flags, session);
  const used = [...inputs.map(({ absolute }) => absolute), ...settings.files, ...suppressions.files];
  const xlsx = { ...REVIEW.xlsx, open: reviewOpener(inputs, settings, flags, host) };
  const stepSummary = { ...STEP_SUMMARY, load: async () => withoutSuppressed(await STEP_SUMMARY.load()) };
  const output = await openOutputs(
    [...formats, ...summaryOf(formats, host)],
    { ...menu, formats: { ...menu.formats, xlsx, [SUMMARY_NAME]: stepSummary } },
    used,
    run,
    host,
  );
  let summary: Summary;
  try {
    summary = await checkAll(session, inputs, settings, suppressions, output, flags);
    for (const sentence of await suppressions.write()) if (!run.quiet) await host.stderr.write(`poam: ${sentence}\n`);
    await output.end(summary);
    await output.close();
  } catch (error) {
    await output.abandon();
    throw error;
  }
  const line = lastLine(summary, { ...run, paint: await paintFor(host.stderr, host, flags.color) });
  if (line !== undefined && !run.quiet && formats.every(({ path }) => path !== undefined)) {
    await host.stderr.write(`${line}\n`);
  }
  return exitCode(summary, flags);
}

function menuFor({ stdout }: Host, showSuppressed: boolean): FormatMenu<LintRun, FileResult, Summary> {
  const formats = Object.entries<Format>(FORMATS).map(([name, format]) => {
    const marks = format.suppressed === "always" || (format.suppressed === "asked" && showSuppressed);
    return [name, marks ? format : { ...format, load: async () => withoutSuppressed(await format.load()) }];
  });
  return {
    formats: { ...Object.fromEntries(formats), ...REVIEW },
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

async function checkAll(
  session: Session,
  inputs: readonly Input[],
  settings: RunSettings,
  suppressions: RunSuppressions,
  output: RunOutput<FileResult, Summary>,
  flags: LintFlags,
): Promise<Summary> {
  const { host, engine } = session;
  const missing = new Set<string>();
  const check = await checker(session, settings, (pack) => missing.add(pack));
  const progress = progressOf(inputs.length, host, flags.quiet === true);
  let summary = emptySummary(inputs);
  for (const [index, input] of inputs.entries()) {
    const { result: found, failure } = await check(input, () => progress.show(index, input.path));
    await progress.clear();
    if (failure !== undefined) await host.stderr.write(complaint(failure, flags.debug === true, input.path));
    const result = suppressions.mark(found, input);
    summary = withResult(summary, result);
    const redact = failure === undefined && settings.of(input).redact;
    await output.file(redact ? redacted(result, [...(await engine.rules()), ...SUPPRESSION_FAULTS]) : result, index);
  }
  for (const pack of missing) {
    await host.stderr.write(`poam: the form asks for the pack ${pack}, which this version of poam does not have.\n`);
  }
  return summary;
}

/** `failure` is what to complain of: the sentence is in the result, too, for the formats that hold it. */
interface Checked {
  readonly result: FileResult;
  readonly failure: unknown;
}

/** Gives what checks one workbook after the other. */
async function checker(session: Session, settings: RunSettings, missing: (pack: string) => void) {
  const open = await poamOpener(session, settings, missing);
  const { activeRules } = await import("../../packs/active-rules.js");
  const known = (await session.engine.rules()).map(({ id }) => id);

  async function look(input: Input, show: () => Promise<void>): Promise<Checked> {
    const { poam, options } = await open(input, show);
    const rules = activeRules(poam, options).map(({ rule }) => rule.id);
    const found = await session.engine.lint(poam, options);
    const findings = suppressByNotes(found, poam, { asOf: options.asOf, asked: rules, known });
    const packs = options.packs.map(({ id }) => id);
    return {
      result: { path: input.path, poam: shownPoam(poam), packs, error: null, rules, findings },
      failure: undefined,
    };
  }

  return async (input: Input, show: () => Promise<void>): Promise<Checked> => {
    try {
      return await look(input, show);
    } catch (error) {
      const { failure, sentence } = failureOf(error, input.path);
      return {
        result: { path: input.path, poam: undefined, packs: [], error: sentence, rules: [], findings: [] },
        failure,
      };
    }
  };
}

function exitCode(summary: Summary, { failOn = FAIL_ON, maxWarnings, exitZero }: LintFlags): number {
  if (summary.unreadable > 0) return 2;
  const { errors, warnings, infos } = summary;
  const counted = { error: errors, warning: errors + warnings, info: errors + warnings + infos, never: 0 }[failOn];
  const failed = counted > 0 || (maxWarnings !== undefined && warnings > maxWarnings);
  return failed && !exitZero ? 1 : 0;
}
