import { basename, dirname, join } from "node:path";
import { SUPPRESSIONS_NAME } from "../config/config.js";
import type { Finding } from "../model/finding.js";
import { SUPPRESSION_FAULTS } from "../model/suppression.js";
import { UserError } from "../model/user-error.js";
import { amount } from "../reporters/last-line.js";
import type { FileResult } from "../reporters/report.js";
import { entryFor, faultOf, isExpired, isFor, merged, withReason } from "../suppress.js";
import { named } from "./errors.js";
import type { Host } from "./host.js";
import { type Input, shownFrom } from "./inputs.js";
import type { Session } from "./program.js";
import type { RunSettings } from "./settings.js";
import { type SuppressionFolder, suppressionFolder, unusedOf } from "./suppression-folder.js";

/** What is to become of the files of suppressions. */
export interface SuppressionFlags {
  readonly baseline?: true;
  readonly prune?: true;
}

/** The suppressions of a run: one file for each folder with workbooks. */
export interface RunSuppressions {
  /** Marks what is suppressed in a workbook, and adds what is reported of the entries. */
  readonly mark: (result: FileResult, input: Input) => FileResult;
  /** The findings of a workbook that count. */
  readonly counted: (findings: readonly Finding[], input: Input) => readonly Finding[];
  /** Whether entries, those of `--baseline` too, may hold for findings of a workbook. */
  readonly mayHold: (input: Input) => boolean;
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
  const folders = new Map<string, SuppressionFolder>();
  for (const [path, own] of byFolder) {
    if (own.every(({ failure }) => failure !== undefined)) continue;
    folders.set(path, await suppressionFolder(path, own, settings, session));
  }
  return {
    mark(result, input) {
      const folder = folders.get(dirname(input.absolute));
      if (folder === undefined || result.poam === undefined) return result;
      const redact = settings.of(input).redact;
      return marked(result, input, folder, { ...flags, asOf: settings.asOf, redact });
    },
    counted(findings, { absolute }) {
      const folder = folders.get(dirname(absolute));
      const marked = folder ? folder.suppress(findings, basename(absolute)).findings : findings;
      return marked.filter(({ suppressed }) => !suppressed);
    },
    mayHold({ absolute }) {
      return flags.baseline === true || (folders.get(dirname(absolute))?.entries.length ?? 0) > 0;
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

/** What is said of notes, which no entry suppresses. */
const FAULTS = new Set(SUPPRESSION_FAULTS.map(({ id }) => id));

interface Marking extends SuppressionFlags {
  readonly asOf: string;
  readonly redact: boolean;
}

function marked(
  result: FileResult,
  { absolute }: Input,
  folder: SuppressionFolder,
  { asOf, baseline, prune, redact }: Marking,
): FileResult {
  const { poam } = result;
  if (!poam) return result;
  const name = basename(absolute);
  const first = { sheet: poam.sheets[0]!, row: 1, column: 1 };
  const { findings, used, lapsed } = folder.suppress(result.findings, name);
  for (const entry of used) folder.used.add(entry);
  folder.unchecked.delete(name);
  if (folder.entries.length > 0) for (const rule of result.rules) folder.asked.add(rule);
  const reason = `baseline of ${asOf}`;
  const file = folder.inputs.length > 1 ? name : undefined;
  const marked = findings.map((finding) => {
    if (!baseline || finding.suppressed || FAULTS.has(finding.rule)) return finding;
    folder.added.push(entryFor(finding, { reason, file, redact }));
    return withReason(finding, { reason });
  });
  // What this run takes out is not to be complained of.
  if (prune) return { ...result, findings: marked };
  const expired = folder.entries.filter(
    (entry) => isExpired(entry, asOf) && isFor(entry, name) && !folder.reported.has(entry),
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

async function written(
  folder: SuppressionFolder,
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
    if (!older) return host.files.add(path, bytes, folder.inputs[0]!.absolute);
    await host.files.replace(path, bytes, older, { backup: false }).catch((error: { code?: string }) => {
      // It can have no other name, which the usual sentence would propose.
      throw error.code === "READONLY"
        ? new UserError("suppressions", `${shown} is read-only. Make it writable.`)
        : error;
    });
  });
  const count = (number: number) => `${amount(number)} ${number === 1 ? "entry" : "entries"}`;
  return `${shown}: ${count(more)} added, ${amount(dead.size)} taken out, ${amount(all.length)} in all.`;
}
