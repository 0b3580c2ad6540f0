import { basename, dirname, join } from "node:path";
import { SUPPRESSIONS_NAME } from "../config/config.js";

import type { LintOptions } from "../lint.js";
import type { Finding } from "../model/finding.js";

import type { Suppression } from "../model/suppression.js";
import { activeRules } from "../packs/active-rules.js";
import type { FileResult } from "../reporters/report.js";
import { entryFor, faultOf, isExpired, merged, suppressor, withReason } from "../suppress.js";
import { decodeFile } from "../workbook/text-encoding.js";
import { named } from "./errors.js";
import type { FileVersion, Host } from "./host.js";
import { type Input, shownFrom, workbookNames } from "./inputs.js";
import type { Session } from "./program.js";
import type { RunSettings } from "./settings.js";

/** What is to become of the files of suppressions. */
export interface SuppressionFlags {
  readonly baseline?: true;
  readonly prune?: true;
}

/** The suppressions of a run: one file for each folder with workbooks. */
export interface RunSuppressions {
  /** Marks what is suppressed in a workbook, and adds what is reported of the entries; `options` judged it, if it could be read. */
  readonly mark: (result: FileResult, input: Input, options: LintOptions | undefined) => FileResult;
  /** The findings of a workbook that count. */
  readonly counted: (findings: readonly Finding[], input: Input) => readonly Finding[];
  /** Writes what the flags ask for; gives a sentence on each file. */
  readonly write: () => Promise<readonly string[]>;
  /** Absolute paths, whether there is such a file or not. */
  readonly files: readonly string[];
}

/** Reads the files beside the workbooks; throws a UserError that names the first fault. */
export async function suppressionsFor(
  inputs: readonly Input[],
  settings: RunSettings,
  flags: SuppressionFlags,
  session: Session,
): Promise<RunSuppressions> {
  const byFolder = new Map<string, Input[]>();
  for (const input of inputs) {
    const path = dirname(input.absolute);
    const others = byFolder.get(path);
    if (others) others.push(input);
    else byFolder.set(path, [input]);
  }
  const folders = new Map<string, Folder>();
  for (const [path, own] of byFolder) {
    if (own.every(({ failure }) => failure !== undefined)) continue;
    folders.set(path, await folderOf(path, own, settings, session));
  }
  return {
    mark(result, input, options) {
      const folder = folders.get(dirname(input.absolute));
      if (folder === undefined || options === undefined) return result;
      const redact = settings.of(input).redact;
      return marked(result, input, options, folder, { asOf: settings.asOf, baseline: flags.baseline === true, redact });
    },
    counted(findings, { absolute }) {
      const folder = folders.get(dirname(absolute));
      if (folder === undefined) return findings;
      return folder.suppress(findings, basename(absolute)).findings.filter(({ suppressed }) => !suppressed);
    },
    write: async () => {
      if (!flags.baseline && !flags.prune) return [];
      const sentences = [];
      for (const folder of folders.values()) sentences.push(await written(folder, flags, settings, session.host));
      return sentences;
    },
    files: [...folders.keys()].map((folder) => join(folder, SUPPRESSIONS_NAME)),
  };
}

/** A folder's file of suppressions, and what the run has learned of its entries so far. */
interface Folder {
  readonly path: string;
  /** The file as it was read; undefined where there is none. */
  readonly older: FileVersion | undefined;
  readonly schema: string | undefined;
  readonly entries: readonly Suppression[];
  readonly suppress: ReturnType<typeof suppressor>;
  readonly inputs: readonly Input[];
  /** Names of the workbooks that its entries may hold for: those not yet checked. */
  readonly unchecked: Set<string>;
  readonly used: Set<Suppression>;
  readonly reported: Set<Suppression>;
  /** The rules that were asked. */
  readonly asked: Set<string>;
  readonly added: Suppression[];
}

async function folderOf(
  folder: string,
  inputs: readonly Input[],
  settings: RunSettings,
  { host, engine }: Session,
): Promise<Folder> {
  const path = join(folder, SUPPRESSIONS_NAME);
  const shown = shownFrom(host.cwd, path);
  const older = await named(shown, "suppressions", async () =>
    (await host.files.kind(path)) === undefined ? undefined : host.files.readVersion(path),
  );
  let file: { schema: string | undefined; entries: readonly Suppression[] } = { schema: undefined, entries: [] };
  if (older) {
    const { parseSuppressions } = await import("../config/suppressions.js");
    const rules = (await engine.rules()).map(({ id }) => id);
    file = parseSuppressions(decodeFile(older.bytes), shown, rules);
  }
  // What is given besides the workbooks, as last month's, is not what the entries are about.
  const beside = new Set(settings.files);
  const others = file.entries.length > 0 ? await workbookNames(folder, host) : [];
  return {
    path,
    older,
    ...file,
    suppress: suppressor(file.entries, settings.asOf),
    inputs,
    unchecked: new Set([
      ...inputs.map(({ absolute }) => basename(absolute)),
      ...others.filter((name) => !beside.has(join(folder, name))),
    ]),
    used: new Set(),
    reported: new Set(),
    asked: new Set(),
    added: [],
  };
}

interface Marking {
  readonly asOf: string;
  readonly baseline: boolean;
  readonly redact: boolean;
}

function marked(
  result: FileResult,
  { absolute }: Input,
  options: LintOptions,
  folder: Folder,
  { asOf, baseline, redact }: Marking,
): FileResult {
  const { poam } = result;
  if (!poam) return result;
  const name = basename(absolute);
  const first = { sheet: poam.workbook.sheets[0]!.name, row: 1, column: 1 };
  const { findings, used, lapsed } = folder.suppress(result.findings, name);
  for (const entry of used) folder.used.add(entry);
  folder.unchecked.delete(name);
  if (folder.entries.length > 0) for (const { rule } of activeRules(poam, options)) folder.asked.add(rule.id);
  const reason = `baseline of ${asOf}`;
  const file = folder.inputs.length > 1 ? name : undefined;
  const marked = findings.map((finding) => {
    if (!baseline || finding.suppressed) return finding;
    folder.added.push(entryFor(finding, { reason, file, redact }));
    return withReason(finding, { reason });
  });
  const expired = folder.entries.filter(
    (entry) => isExpired(entry, asOf) && (entry.file ?? name) === name && !folder.reported.has(entry),
  );
  for (const entry of expired) folder.reported.add(entry);
  const unused = folder.inputs.at(-1)!.absolute === absolute ? unusedOf(folder, asOf) : [];
  return {
    ...result,
    findings: [
      ...marked,
      ...expired.map((entry) => faultOf(entry, true, lapsed.get(entry)?.at ?? first)),
      ...unused.map((entry) => faultOf(entry, false, first)),
    ],
  };
}

/** An entry is known to be unused once every workbook that it may hold for has been asked for its rule. */
function unusedOf({ entries, used, unchecked, asked }: Folder, asOf: string): readonly Suppression[] {
  return entries.filter((entry) => {
    const done = entry.file === undefined ? unchecked.size === 0 : !unchecked.has(entry.file);
    return done && asked.has(entry.rule) && !used.has(entry) && !isExpired(entry, asOf);
  });
}

async function written(
  folder: Folder,
  { prune }: SuppressionFlags,
  { asOf }: RunSettings,
  host: Host,
): Promise<string> {
  const { path, older, schema, entries, added } = folder;
  const shown = shownFrom(host.cwd, path);
  const dead = new Set(prune ? [...unusedOf(folder, asOf), ...entries.filter((entry) => isExpired(entry, asOf))] : []);
  const kept = entries.filter((entry) => !dead.has(entry));
  const all = merged(kept, added);
  const more = Math.max(0, all.length - kept.length);
  if (more === 0 && dead.size === 0) return `nothing to change in ${shown}, so it was not written.`;
  const { suppressionsText } = await import("../config/suppressions.js");
  const bytes = Buffer.from(suppressionsText({ schema, entries: all }));
  await named(shown, "suppressions", async () => {
    if (older) await host.files.replace(path, bytes, older, { backup: false });
    else await host.files.add(path, bytes, folder.inputs[0]!.absolute);
  });
  const count = (number: number) => `${number} ${number === 1 ? "entry" : "entries"}`;
  return `${shown}: ${count(more)} added, ${dead.size} taken out, ${all.length} in all.`;
}
