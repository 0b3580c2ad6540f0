import { hasFormulas } from "./formula-search.js";
import { type Growth, growthSplices } from "./grow.js";
import { requirePart } from "./package.js";
import { recalculationOnLoad, withoutInChain } from "./patch-calc.js";
import type { PatchedSheet } from "./patch-sheet.js";
import type { CellStyles } from "./patch-style.js";
import type { Splice } from "./patched.js";
import type { WorkbookPart } from "./xlsx.js";
import type { Zip, ZipEntry } from "./zip.js";

/** What is done to a package: splices by part, and the part that goes. */
export interface PackageEdits {
  readonly splices: ReadonlyMap<ZipEntry, readonly Splice[]>;
  readonly dropped: ZipEntry | undefined;
  /** Whether Excel is asked to calculate anew. */
  readonly recalculates: boolean;
}

export const noEdits: PackageEdits = { splices: new Map(), dropped: undefined, recalculates: false };

/** What the patched sheets ask of the whole package: their own parts, styles, ranges that grow, and what calculation needs. */
export async function editsOf(
  zip: Zip,
  workbookEntry: ZipEntry,
  workbook: WorkbookPart,
  sheets: readonly PatchedSheet[],
  styles: CellStyles,
): Promise<PackageEdits> {
  const splices = new Map<ZipEntry, Splice[]>();
  const add = (entry: ZipEntry, added: readonly Splice[]) => {
    if (added.length > 0) splices.set(entry, [...(splices.get(entry) ?? []), ...added]);
  };
  for (const { part, splices: ofSheet } of sheets) add(part.entry, ofSheet);
  if (workbook.styles) add(workbook.styles, styles.splices());
  for (const [part, grown] of await growthSplices(zip, workbookEntry, growthsOf(sheets))) {
    add(requirePart(zip, part), grown);
  }
  if (splices.size === 0) return noEdits;
  const chain = await withoutInChain(
    zip,
    workbookEntry,
    sheets.flatMap(({ replacedFormulas }) => replacedFormulas),
  );
  for (const [part, removed] of chain.splices) add(part, removed);
  const recalculates = sheets.some(({ hasFormula }) => hasFormula) || (await hasFormulas(zip, workbookEntry, workbook));
  if (recalculates) add(workbookEntry, recalculationOnLoad(zip, workbookEntry));
  return { splices, dropped: chain.dropped, recalculates };
}

/** Rows appended below a table: for each of its last rows, how far down the new ones go. */
function growthsOf(sheets: readonly PatchedSheet[]): Growth[] {
  return sheets.flatMap(({ part, applied }) => {
    const toRows = new Map<number, number>();
    for (const { at, like } of applied) {
      if (like && at.row > like.row) toRows.set(like.row, Math.max(at.row, toRows.get(like.row) ?? 0));
    }
    return [...toRows].map(([fromRow, toRow]): Growth => ({ sheet: part.name, fromRow, toRow }));
  });
}
