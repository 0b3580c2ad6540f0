import { CONDITIONS, type Condition } from "../../model/item-status.js";
import { UserError } from "../../model/user-error.js";
import { STATUS_FORMATS } from "../../reporters/status-formats.js";
import { redactedStatus } from "../../reporters/status-redact.js";
import type { FileStatus, StatusRun, StatusSummary } from "../../reporters/status-run.js";
import { conditionCounts, selected } from "../../status/selection.js";
import { statusOf } from "../../status.js";
import { poamOpener } from "../checker.js";
import { paintFor } from "../color.js";
import { inOrder, parseConditions } from "../conditions.js";
import { complaint, failureOf } from "../errors.js";
import { expandInputs, type Input } from "../inputs.js";
import { type FormatMenu, openOutputs, parseFormats, type RunOutput } from "../outputs.js";
import type { Session } from "../program.js";
import { progressOf } from "../progress.js";
import { type RunSettings, type SettingFlags, settingsFor } from "../settings.js";
import { packageFacts } from "../version.js";

export interface StatusFlags extends SettingFlags {
  readonly format?: readonly string[];
  readonly only?: readonly string[];
  readonly soon?: number;
  readonly stale?: number;
  readonly failOn?: readonly string[];
  readonly quiet?: true;
  readonly color?: boolean;
  readonly debug?: true;
}

/** `poam status`: where the items of each workbook stand; exit 1 only where `--fail-on` asks for it. */
export async function statusCommand(session: Session, files: readonly string[], flags: StatusFlags): Promise<number> {
  const { host } = session;
  if (files.length === 0) {
    throw new UserError(
      "no-files",
      "no file was given. One workbook: poam status acme-poam.xlsx; all in this folder: poam status .",
    );
  }
  const formats = parseFormats(flags.format ?? [], MENU, host);
  const only = flags.only && parseConditions("--only", flags.only, ["all"]);
  const failOn = inOrder(parseConditions("--fail-on", flags.failOn ?? []));
  const everything = only?.includes("all") ?? false;
  const inputs = await expandInputs(files, host);
  const settings = await settingsFor(inputs, flags, session);
  const run: StatusRun = {
    version: packageFacts().version,
    asOf: settings.asOf,
    paint: await paintFor(host.stdout, host, flags.color),
    width: host.stdout.columns ?? WIDTH,
    terminal: host.stdout.isTTY,
    quiet: flags.quiet === true,
    soonDays: flags.soon ?? 30,
    only: only === undefined || everything ? CONDITIONS : inOrder(only),
    everything,
  };
  const used = [...inputs.map(({ absolute }) => absolute), ...settings.files];
  const output = await openOutputs(formats, MENU, used, run, host);
  try {
    const asked = only === undefined || everything ? undefined : run.only;
    const summary = await judgeAll(session, inputs, settings, output, { ...flags, asked });
    await output.end(summary);
    await output.close();
    if (summary.unreadable > 0) return 2;
    return failOn.some((one) => summary.conditions[one] > 0) ? 1 : 0;
  } catch (error) {
    await output.abandon();
    throw error;
  }
}

const MENU: FormatMenu<StatusRun, FileStatus, StatusSummary> = {
  formats: STATUS_FORMATS,
  standard: "pretty",
  noun: "status",
};

/** Of tables where there is no terminal. */
const WIDTH = 100;

type Asked = StatusFlags & { readonly asked: readonly Condition[] | undefined };

async function judgeAll(
  session: Session,
  inputs: readonly Input[],
  settings: RunSettings,
  output: RunOutput<FileStatus, StatusSummary>,
  flags: Asked,
): Promise<StatusSummary> {
  const { stderr } = session.host;
  const missing = new Set<string>();
  const open = await poamOpener(session, settings, (pack) => missing.add(pack));
  const progress = progressOf(inputs.length, session.host, flags.quiet === true);
  let summary: StatusSummary = { files: inputs.length, unreadable: 0, items: NO_ITEMS, conditions: NONE, packs: [] };
  for (const [index, input] of inputs.entries()) {
    await progress.show(index, input.path);
    let result: FileStatus;
    try {
      const { poam, options } = await open(input);
      const items = statusOf(poam, {
        ...options,
        ...(flags.soon !== undefined && { soonDays: flags.soon }),
        ...(flags.stale !== undefined && { staleDays: flags.stale }),
      });
      result = {
        path: input.path,
        template: poam.template.id,
        packs: options.packs.map(({ id }) => id),
        error: null,
        counts: poam.counts,
        conditions: conditionCounts(items),
        items: selected(items, flags.asked),
      };
    } catch (error) {
      const { failure, sentence } = failureOf(error, input.path);
      await progress.clear();
      await stderr.write(complaint(failure, flags.debug === true, input.path));
      result = { ...UNREAD, path: input.path, error: sentence };
    }
    await progress.clear();
    summary = withFile(summary, result);
    const redact = input.failure === undefined && settings.of(input).redact;
    await output.file(redact ? redactedStatus(result) : result, index);
  }
  for (const pack of missing) {
    await stderr.write(`poam: the form asks for the pack ${pack}, which this version of poam does not have.\n`);
  }
  return summary;
}

const NO_ITEMS = { total: 0, open: 0, closed: 0, configuration: 0 };
const NONE = conditionCounts([]);
const UNREAD = { template: null, packs: [], counts: NO_ITEMS, conditions: NONE, items: [] };

function withFile(sums: StatusSummary, { error, counts, conditions, packs }: FileStatus): StatusSummary {
  return {
    ...sums,
    unreadable: sums.unreadable + (error === null ? 0 : 1),
    items: added(sums.items, counts),
    conditions: added(sums.conditions, conditions),
    packs: [...new Set([...sums.packs, ...packs])],
  };
}

function added<Key extends string>(
  a: Readonly<Record<Key, number>>,
  b: Readonly<Record<Key, number>>,
): Readonly<Record<Key, number>> {
  return Object.fromEntries(Object.entries<number>(a).map(([key, value]) => [key, value + b[key as Key]])) as Record<
    Key,
    number
  >;
}
