import { dirname, join, resolve } from "node:path";
import { VER_NAME } from "../../config/config.js";
import { SUPPRESSION_FAULTS } from "../../model/suppression.js";
import { type PlainResult, plainResult, resultOf } from "../../reporters/plain-poam.js";
import { redactedToKeep } from "../../reporters/redact.js";
import { named } from "../errors.js";
import { type Input, shownFrom } from "../inputs.js";
import type { Session } from "../program.js";
import type { RunSettings, Settings } from "../settings.js";
import { buildMark } from "./build-mark.js";
import { type Checked, sha256 } from "./check.js";

/** What earlier runs found, workbook by workbook. */
export interface Cache {
  /** What checking it would come to; undefined where that is not known. */
  readonly find: (input: Input) => Promise<Checked | undefined>;
  /** Keeps what checking it came to; not of a workbook that could not be read. */
  readonly keep: (input: Input, checked: Checked) => Promise<void>;
  /** Takes out what is too old, and gives a sentence where something could not be kept. */
  readonly close: () => Promise<string | undefined>;
}

export interface CacheChoice {
  readonly folder: string;
  /** Whether a format shows cells. */
  readonly cells: boolean;
  /** Whether findings of the workbook may be suppressed. */
  readonly suppressible: (input: Input) => boolean;
}

/** Where results are kept if nothing else is said, under the folder where poam runs. */
export const CACHE_FOLDER = ".poam-cache";

/** For how many days something is kept: so long, at most, what has left the disk stays in the folder. */
const DAYS = 30;
/** A workbook has one entry, which the next result replaces: the day alone makes another one every day. */
const ENTRY = /^[0-9a-f]{32}\.json(?:\.\d+-\d+\.tmp)?$/;

/** How an entry begins: other programs name files by a hash, too. */
const KEYS = /^[0-9a-f]{64} [0-9a-f]{64}\n/;

/**
 * Opens the folder. An entry holds for the same bytes of the workbook under the same path, the same settings and evidence
 * byte for byte, and the same poam; whatever else it is, cut off, foreign or older, it is passed over and written anew.
 */
export async function openCache(
  session: Session,
  settings: RunSettings,
  { folder: shown, cells, suppressible }: CacheChoice,
): Promise<Cache> {
  const { host, engine } = session;
  const folder = resolve(host.cwd, shown);
  await named(shown, "cache", async () => {
    const isNew = await host.files.makePrivateFolder(folder);
    // What it holds quotes workbooks: it is not to get into a repository.
    const ignored = () => host.files.keep(join(folder, ".gitignore"), "*\n");
    if (isNew) return ignored();
    // One that is there, as a pipeline has brought it back, is left as it is where others use it, too, or may not be written.
    const names = await host.files.list(folder).catch(() => undefined);
    if (names?.every(({ name }) => ENTRY.test(name))) await ignored().catch(() => {});
  });
  const keyOf = keyMaker(session, settings);
  const entryOf = ({ path }: Input) => join(folder, `${sha256(path).slice(0, 32)}.json`);
  let failed: unknown;

  /** Entries of suppressions name items, which redacted findings no longer do. */
  const isUsed = (input: Input) => input.failure === undefined && !(settings.of(input).redact && suppressible(input));

  return {
    async find(input) {
      if (!isUsed(input)) return undefined;
      try {
        const text = (await host.files.read(entryOf(input))).toString();
        const digest = sha256(await host.files.read(input.absolute));
        const entry = entryIn(text, await keyOf(input, digest));
        if (entry === undefined || (cells && !entry.cells)) return undefined;
        return { result: resultOf(entry.result), complaint: undefined, missing: entry.missing, digest };
      } catch {
        return undefined;
      }
    },
    async keep(input, { result, missing, digest }) {
      if (!isUsed(input) || result.poam === undefined || digest === undefined || failed !== undefined) return;
      const { redact } = settings.of(input);
      const kept = redact ? redactedToKeep(result, [...(await engine.rules()), ...SUPPRESSION_FAULTS]) : result;
      const entry: Entry = { result: plainResult(kept, cells), missing, cells };
      try {
        await host.files.keep(entryOf(input), entryText(entry, await keyOf(input, digest)));
      } catch (error) {
        failed = error;
      }
    },
    async close() {
      const oldest = new Date(host.now().getTime() - DAYS * 24 * 3600 * 1000);
      await host.files
        .forget(folder, { names: ENTRY, begin: KEYS, before: oldest })
        .catch((error: unknown) => (failed ??= error));
      if (failed === undefined) return undefined;
      const why = failed instanceof Error && "code" in failed ? ` (${failed.code})` : "";
      return `not all results could be kept in ${shownFrom(host.cwd, folder)}${why}; what is printed is complete.`;
    },
  };
}

interface Entry {
  readonly result: PlainResult;
  readonly missing: readonly string[];
  /** Whether it has the texts that formats may show. */
  readonly cells: boolean;
}

/** Its first line says for what it holds, and that it is whole. */
function entryText(entry: Entry, key: string): string {
  const body = JSON.stringify(entry);
  return `${key} ${sha256(body)}\n${body}`;
}

function entryIn(text: string, key: string): Entry | undefined {
  const end = text.indexOf("\n");
  const body = text.slice(end + 1);
  return text.slice(0, end) === `${key} ${sha256(body)}` ? JSON.parse(body) : undefined;
}

/** Gives what settles a result, as one hash; each file that is given besides the workbooks is read once. */
function keyMaker({ host }: Session, settings: RunSettings) {
  const files = new Map<string, Promise<string>>();
  const digestOf = (path: string): Promise<string> => {
    let digest = files.get(path);
    if (!digest) files.set(path, (digest = host.files.read(path).then(sha256, () => "none")));
    return digest;
  };

  async function settled({
    template,
    packs,
    rules,
    columns,
    notes,
    redact,
    evidence,
    system,
  }: Settings): Promise<string> {
    const given = [];
    for (const [name, path] of Object.entries(evidence))
      given.push([name, shownFrom(host.cwd, path), await digestOf(path)]);
    const ids = packs?.map(({ id }) => id);
    return sha256(JSON.stringify([settings.asOf, template, ids, rules, columns, notes, redact, given, system]));
  }

  const known = new Map<Settings, Promise<string>>();
  return async (input: Input, digest: string): Promise<string> => {
    const own = settings.of(input);
    let settling = known.get(own);
    if (!settling) known.set(own, (settling = settled(own)));
    const beside = await digestOf(join(dirname(input.absolute), VER_NAME));
    return sha256(JSON.stringify([await buildMark(), await settling, beside, input.path, digest]));
  };
}
