import { basename, join } from "node:path";
import { SUPPRESSIONS_NAME } from "../config/config.js";
import type { Suppression } from "../model/suppression.js";
import { isExpired, isFor, suppressor } from "../suppress.js";
import { decodeFile } from "../workbook/text-encoding.js";
import { named } from "./errors.js";
import type { FileVersion } from "./host.js";
import { type Input, shownFrom, workbookNames } from "./inputs.js";
import type { Session } from "./program.js";
import type { RunSettings } from "./settings.js";

/** A folder's file of suppressions, and what the run has learned of its entries so far. */
export interface SuppressionFolder {
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

/** Reads the file of a folder in which these workbooks are checked; throws a UserError that names the first fault. */
export async function suppressionFolder(
  folder: string,
  inputs: readonly Input[],
  settings: RunSettings,
  { host, engine }: Session,
): Promise<SuppressionFolder> {
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

/** An entry is known to be unused once every workbook that it may hold for has been asked for its rule. */
export function unusedOf({ entries, used, unchecked, asked }: SuppressionFolder, asOf: string): readonly Suppression[] {
  return entries.filter((entry) => {
    const done = ![...unchecked].some((name) => isFor(entry, name));
    return done && asked.has(entry.rule) && !used.has(entry) && !isExpired(entry, asOf);
  });
}
