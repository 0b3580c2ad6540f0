import { SUPPRESSION_FAULTS } from "../../model/suppression.js";
import { UserError } from "../../model/user-error.js";
import { REVIEW } from "../../reporters/index.js";
import { redacted } from "../../reporters/redact.js";
import type { FileResult, ShardPlace, Summary } from "../../reporters/report.js";
import { type FindingsFlags, findingsFormats, findingsRun, printFindings } from "../findings-output.js";
import { CACHE_FOLDER, type Cache, openCache } from "../fleet/cache.js";
import { sha256 } from "../fleet/check.js";
import { checkFleet } from "../fleet/fleet.js";
import { jobsOf } from "../fleet/jobs.js";
import { type Shard, shardFlag, shardOf } from "../fleet/shard.js";
import type { Host } from "../host.js";
import { expandInputs, type Input } from "../inputs.js";
import type { RunOutput } from "../outputs.js";
import type { Session } from "../program.js";
import { progressOf } from "../progress.js";
import { reviewOpener } from "../review-output.js";
import { type RunSettings, redactsByEnvironment, type SettingFlags, settingsFor } from "../settings.js";
import { emptySummary, withResult } from "../summary.js";
import { type RunSuppressions, suppressionsFor } from "../suppressions.js";
import { packageFacts } from "../version.js";
import { printConfig } from "./print-config.js";

export interface LintFlags extends SettingFlags, FindingsFlags {
  readonly baseline?: true;
  readonly prune?: true;
  readonly notes?: true;
  readonly debug?: true;
  readonly printConfig?: true;
  /** A number, or `auto`. */
  readonly jobs?: string;
  readonly shard?: string;
  readonly cache?: true;
  readonly cacheLocation?: string;
}

/** `poam lint`: checks the workbooks and prints as it goes; of those that are done before their turn only a few wait. */
export async function lintCommand(session: Session, files: readonly string[], flags: LintFlags): Promise<number> {
  const { host } = session;
  if (files.length === 0) {
    throw new UserError(
      "no-files",
      "no file was given. One workbook: poam lint acme-poam.xlsx; all in this folder: poam lint .",
    );
  }
  const formats = findingsFormats(flags, host, REVIEW);
  if (flags.notes && !formats.choices.some(({ format }) => format === "xlsx")) {
    throw new UserError("usage", "--notes are for a copy of the workbook: give -f xlsx=review.xlsx with it.");
  }
  const jobs = jobsOf(flags.jobs, host);
  const all = await expandInputs(files, host);
  const shard = await shardFor(all, flags, session);
  const inputs = shard?.inputs ?? all;
  const settings = await settingsFor(inputs, flags, session);
  if (flags.printConfig) return printConfig(session, inputs, settings);
  if (flags.previous !== undefined && all.length > 1) {
    throw new UserError(
      "usage",
      "--previous is one system's last month: check one workbook with it, or name it in each poam.config.json.",
    );
  }
  const suppressions = await suppressionsFor(inputs, settings, flags, session);
  const run = await findingsRun(session, formats, flags, {
    version: packageFacts().version,
    asOf: settings.asOf,
    ...(shard && { shard: { ...placeOf(shard), flags: judgingFlags(flags, host) } }),
  });
  const used = [...inputs.map(({ absolute }) => absolute), ...settings.files, ...suppressions.files];
  const xlsx = { ...REVIEW.xlsx, open: reviewOpener(inputs, settings, flags, host) };
  const menu = { ...formats.menu, formats: { ...formats.menu.formats, xlsx } };
  return printFindings(host, { ...formats, menu }, run, used, flags, async (output) => {
    if (shard && inputs.length === 0 && !run.quiet) {
      await host.stderr.write(
        `poam: shard ${flags.shard} has no workbook: there ${all.length === 1 ? "is 1" : `are ${all.length}`} to share out.\n`,
      );
    }
    const cache = await cacheFor(session, settings, suppressions, flags, formats.cells);
    const checked = { inputs, settings, suppressions, cache, jobs, cells: formats.cells };
    const summary = await checkAll(session, checked, output, flags);
    for (const sentence of await suppressions.write()) if (!run.quiet) await host.stderr.write(`poam: ${sentence}\n`);
    return summary;
  });
}

function placeOf({ index, count, positions, total }: Shard): Omit<ShardPlace, "flags"> {
  return { index, count, positions, total };
}

function judgingFlags({ template, pack, rule, redact, conditionalDate }: LintFlags, host: Host): string {
  const isRedacted = redact === true || redactsByEnvironment(host);
  return sha256(JSON.stringify([template, pack, rule, isRedacted, conditionalDate])).slice(0, 16);
}

async function shardFor(all: readonly Input[], flags: LintFlags, { host }: Session): Promise<Shard | undefined> {
  if (flags.shard === undefined) return undefined;
  const place = shardFlag(flags.shard);
  const writing = flags.baseline ? "--baseline" : flags.prune ? "--prune" : undefined;
  if (writing !== undefined) {
    throw new UserError("usage", `${writing} writes poam.suppressions.json: run it on one machine, without --shard.`);
  }
  return shardOf(all, place, host);
}

async function cacheFor(
  session: Session,
  settings: RunSettings,
  suppressions: RunSuppressions,
  { cache, cacheLocation }: LintFlags,
  cells: boolean,
): Promise<Cache | undefined> {
  if (!cache && cacheLocation === undefined) return undefined;
  const folder = cacheLocation ?? CACHE_FOLDER;
  return openCache(session, settings, { folder, cells, suppressible: suppressions.mayHold });
}

interface ToCheck {
  readonly inputs: readonly Input[];
  readonly settings: RunSettings;
  readonly suppressions: RunSuppressions;
  readonly cache: Cache | undefined;
  readonly jobs: number;
  readonly cells: boolean;
}

async function checkAll(
  session: Session,
  { inputs, settings, suppressions, ...choice }: ToCheck,
  output: RunOutput<FileResult, Summary>,
  flags: LintFlags,
): Promise<Summary> {
  const { host, engine } = session;
  const progress = progressOf(inputs.length, host, flags.quiet === true);
  const show = (index: number, { path }: Input) => progress.show(index, path);
  const fleet = checkFleet(session, inputs, settings, { ...choice, debug: flags.debug === true, show });
  const lacking = new Set<string>();
  let summary = emptySummary(inputs);
  let index = 0;
  for await (const { result: found, complaint, missing } of fleet) {
    await progress.clear();
    const input = inputs[index]!;
    if (complaint !== undefined) await host.stderr.write(complaint);
    for (const pack of missing) lacking.add(pack);
    const result = suppressions.mark(found, input);
    summary = withResult(summary, result);
    const redact = complaint === undefined && settings.of(input).redact;
    await output.file(redact ? redacted(result, [...(await engine.rules()), ...SUPPRESSION_FAULTS]) : result, index++);
  }
  for (const pack of lacking) {
    await host.stderr.write(`poam: the form asks for the pack ${pack}, which this version of poam does not have.\n`);
  }
  const unkept = await choice.cache?.close();
  if (unkept !== undefined) await host.stderr.write(`poam: ${unkept}\n`);
  return summary;
}
