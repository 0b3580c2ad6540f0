import type { Splice } from "./patched.js";
import type { Zip, ZipEntry } from "./zip.js";

/** Rows appended below a table: what covers `fromRow` as its last row is to reach down to `toRow`. */
export interface Growth {
  readonly sheet: string;
  readonly fromRow: number;
  readonly toRow: number;
}

/** The splices of each part, by its name, that make the ranges grow. A stand-in: nothing grows yet. */
export async function growthSplices(
  _zip: Zip,
  _workbookEntry: ZipEntry,
  _growths: readonly Growth[],
): Promise<ReadonlyMap<string, readonly Splice[]>> {
  return new Map();
}
