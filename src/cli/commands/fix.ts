import { basename } from "node:path";
import type { FixChoice, Fixed, FixSteps } from "../../fix.js";
import { noSuchRule } from "../../model/no-such-rule.js";
import { UserError } from "../../model/user-error.js";
import { isJson } from "../../open-file.js";
import {
  type FixReporter,
  type FixResult,
  type FixRun,
  type FixSummary,
  redactedFix,
} from "../../reporters/fix-report.js";
import { printable } from "../../reporters/printable.js";
import type { Rule } from "../../rules/rule.js";
import { suppressByNotes } from "../../suppress-notes.js";
import { type Checker, checkers, refuseMissing } from "../checker.js";
import { paintFor } from "../color.js";
import { complaint, failureOf } from "../errors.js";
import { fixResult, NOTHING_FIXED } from "../fix-result.js";
import type { FileVersion, Host } from "../host.js";
import { expandInputs, type Input } from "../inputs.js";
import { chunks } from "../outputs.js";
import type { Session } from "../program.js";
import { progressOf } from "../progress.js";
import { type RunSettings, type SettingFlags, settingsFor } from "../settings.js";
import { type RunSuppressions, suppressionsFor } from "../suppressions.js";
import { packageFacts } from "../version.js";
import { putFixed, refuseOutput } from "../write-fixed.js";

export interface FixFlags extends SettingFlags {
  readonly write?: true;
  readonly output?: string;
  readonly backup?: true;
  readonly unsafe?: true;
  readonly dateOrder?: "mdy" | "dmy";
  readonly diff?: true;
  readonly format?: "pretty" | "json";
  readonly color?: boolean;
  readonly debug?: true;
}

/** `poam fix`: shows what the findings' fixes change, workbook by workbook, and writes it if that was asked for. */
export async function fixCommand(session: Session, files: readonly string[], flags: FixFlags): Promise<number> {
  const { host, engine } = session;
  refuseFlags(files, flags);
  const rules = await engine.rules();
  const chosen = flags.rule?.filter((rule) => !rule.includes("="));
  for (const id of chosen ?? []) refuseWithoutFix(id, rules);
  const inputs = await expandInputs(files, host);
  if (inputs.length > 1) refuseSeveral(flags);
  if (flags.output !== undefined) await refuseOutput(flags.output, inputs[0]!, host);
  const levels = flags.rule?.filter((rule) => rule.includes("="));
  const settings = await settingsFor(inputs, { ...flags, ...(levels && { rule: levels }) }, session);
  const run: FixRun = {
    version: packageFacts().version,
    asOf: settings.asOf,
    paint: await paintFor(host.stdout, host, flags.color),
    width: host.stdout.columns ?? WIDTH,
    terminal: host.stdout.isTTY,
    write: flags.write === true || flags.output !== undefined,
    summaryOf: (id) => rules.find((rule) => rule.id === id)?.summary ?? id,
  };
  const choice: FixChoice = {
    unsafe: flags.unsafe === true,
    ...(chosen && chosen.length > 0 && { rules: chosen }),
  };
  const summary = await fixAll(session, inputs, withDateOrder(settings, flags.dateOrder), run, choice, flags);
  if (summary.unreadable > 0) return 2;
  return summary.changed > 0 && !run.write ? 1 : 0;
}

/** Where there is no terminal. */
const WIDTH = 100;

async function fixAll(
  session: Session,
  inputs: readonly Input[],
  settings: RunSettings,
  run: FixRun,
  choice: FixChoice,
  flags: FixFlags,
): Promise<FixSummary> {
  const { host } = session;
  const reporter = await reporterFor(flags);
  const print = async (pieces: Iterable<string>) => {
    for (const chunk of chunks(pieces)) await host.stdout.write(chunk);
  };
  const missing = new Set<string>();
  const suppressions = await suppressionsFor(inputs, settings, {}, session);
  const checkerOf = await checkers(session, settings, (pack) => missing.add(pack));
  const progress = progressOf(inputs.length, host, false);
  let summary: FixSummary = {
    files: inputs.length,
    ...{ changed: 0, unreadable: 0, cells: 0, moves: 0, left: 0, unsafe: 0 },
  };
  await print([reporter.begin(run)]);
  for (const [index, input] of inputs.entries()) {
    await progress.show(index, input.path);
    let result: FixResult;
    try {
      result = await fixOne(input, checkerOf(input), suppressions, run, choice, flags, session);
      if (settings.of(input).redact) result = redactedFix(result, run);
    } catch (error) {
      const { failure, sentence } = failureOf(error, input.path);
      await progress.clear();
      await host.stderr.write(complaint(failure, flags.debug === true, input.path));
      result = { ...NOTHING_FIXED, path: input.path, error: sentence };
    }
    await progress.clear();
    summary = withFixed(summary, result);
    await print(reporter.file(result, run, index));
    await tellNotes(result, host);
  }
  await print([reporter.end(summary, run)]);
  for (const pack of missing) {
    await host.stderr.write(`poam: the form asks for the pack ${pack}, which this version of poam does not have.\n`);
  }
  return summary;
}

async function fixOne(
  input: Input,
  { read, options }: Checker,
  suppressions: RunSuppressions,
  run: FixRun,
  choice: FixChoice,
  flags: FixFlags,
  session: Session,
): Promise<FixResult> {
  const { engine, host } = session;
  await refuseMissing(input, session);
  const older = await versionOf(input, run, host);
  if (isJson(older.bytes)) {
    throw new UserError(
      "json-fix",
      `${input.path} is JSON, which poam fix does not write: correct what it was made from.`,
    );
  }
  const name = basename(input.absolute);
  const steps: FixSteps = {
    read,
    async lint(poam) {
      const judged = await options(poam);
      const found = await engine.lint(poam, judged);
      const known = (await engine.rules()).map(({ id }) => id);
      return suppressions.counted(suppressByNotes(found, poam, { asOf: judged.asOf, asked: [], known }), input);
    },
    apply: (bytes, patches) => engine.applyPatches(bytes, patches, name),
    planMoves: (poam, moves, bytes) => engine.planMoves(poam, moves, bytes, name),
  };
  const fixed = await engine.fix(older.bytes, steps, choice);
  return fixResult(input.path, fixed, await put(fixed, older, input, run, flags, host));
}

/** Only what is written over needs to be known again later. */
async function versionOf({ absolute }: Input, { write }: FixRun, { files }: Host): Promise<FileVersion> {
  return write ? files.readVersion(absolute) : { bytes: await files.read(absolute), mark: "" };
}

async function put(
  fixed: Fixed,
  older: FileVersion,
  input: Input,
  { write }: FixRun,
  { output, backup }: FixFlags,
  host: Host,
): Promise<{ readonly written: string | null; readonly backup: string | null }> {
  if (!write || fixed.patched === undefined) return { written: null, backup: null };
  return putFixed(fixed.bytes, older, input, { output, backup: backup === true }, host);
}

async function tellNotes({ path, notes }: FixResult, { stderr }: Host): Promise<void> {
  for (const note of notes) await stderr.write(`poam: ${printable(`${path}: ${note}`).replace(/\.?$/, ".")}\n`);
}

async function reporterFor({ diff, format }: FixFlags): Promise<FixReporter> {
  if (diff) return (await import("../../reporters/fix-diff.js")).fixDiff;
  if (format === "json") return (await import("../../reporters/fix-json.js")).fixJson;
  return (await import("../../reporters/fix-pretty.js")).fixPretty;
}

function withFixed(sums: FixSummary, { error, extent, moves, left, unsafe }: FixResult): FixSummary {
  return {
    ...sums,
    changed: sums.changed + (extent === null ? 0 : 1),
    unreadable: sums.unreadable + (error === null ? 0 : 1),
    cells: sums.cells + (extent?.cells ?? 0),
    moves: sums.moves + moves.length,
    left: sums.left + left.length,
    unsafe: sums.unsafe + unsafe,
  };
}

/** The order is an option of the rule that finds ambiguous dates. */
function withDateOrder(settings: RunSettings, order: FixFlags["dateOrder"]): RunSettings {
  if (order === undefined) return settings;
  return {
    ...settings,
    of(input) {
      const own = settings.of(input);
      const before = own.rules["date-ambiguous"];
      return {
        ...own,
        rules: { ...own.rules, "date-ambiguous": { ...before, options: { ...before?.options, order } } },
      };
    },
  };
}

function refuseFlags(
  files: readonly string[],
  { write, output, backup, unsafe, dateOrder, diff, format }: FixFlags,
): void {
  if (files.length === 0) {
    throw new UserError("no-files", "no file was given. To see what would be fixed: poam fix acme-poam.xlsx");
  }
  if (write && output !== undefined) {
    throw new UserError("usage", "--write changes the workbook, -o leaves it and writes another: give one of them.");
  }
  if (backup && !write) throw new UserError("usage", "--backup keeps what --write replaces: give both.");
  if (dateOrder !== undefined && !unsafe) {
    throw new UserError("usage", "--date-order is for dates that have two readings: give --unsafe with it.");
  }
  if (diff && format === "json") throw new UserError("usage", "--diff and -f json are two formats: give one of them.");
}

function refuseSeveral({ output, previous }: FixFlags): void {
  if (output !== undefined) {
    throw new UserError("usage", `-o ${output} is one file, but there are several workbooks. Use --write, or fix one.`);
  }
  if (previous !== undefined) {
    throw new UserError(
      "usage",
      "--previous is one system's last month: fix one workbook with it, or name it in each poam.config.json.",
    );
  }
}

function refuseWithoutFix(id: string, rules: readonly Rule[]): void {
  const rule = rules.find((rule) => rule.id === id);
  if (rule?.fixable) return;
  if (rule) throw new UserError("usage", `--rule: ${id} has no fix. poam explain ${id} says what to do.`);
  throw new UserError(
    "unknown-rule",
    `--rule: ${noSuchRule(
      id,
      rules.map(({ id }) => id),
    )}`,
  );
}
