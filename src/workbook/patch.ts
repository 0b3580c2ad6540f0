import type { CellPatch } from "../model/cell.js";
import { openPackage } from "./open.js";
import { editsOf, noEdits, type PackageEdits } from "./package-edits.js";
import { checkPatched } from "./patch-check.js";
import { notesOf, RECALCULATION } from "./patch-notes.js";
import { sortPatches } from "./patch-refusal.js";
import { type PatchedSheet, patchSheet } from "./patch-sheet.js";
import { readCellStyles } from "./patch-style.js";
import type { Patched, Refusal } from "./patched.js";
import { refuseSigned } from "./signed.js";
import { splicePart } from "./splice.js";
import { readWorkbookPart } from "./xlsx.js";
import type { Zip, ZipEntry } from "./zip.js";
import { type Replacement, rewriteZip } from "./zip-write.js";

/**
 * Writes cells into a workbook (.xlsx, .xlsm) and leaves every byte that need not change: other parts are copied as they are
 * packed, and of a sheet only the cells written give way. Patches that may not be applied are refused one by one, with their
 * reasons. `file` is the file's base name, for messages. Throws `UserError` for a file that cannot be patched at all.
 */
export async function applyPatches(bytes: Buffer, patches: readonly CellPatch[], file: string): Promise<Patched> {
  const { zip, entry } = await openPackage(bytes, file);
  await refuseSigned(zip, "correct");
  const workbook = await readWorkbookPart(zip, entry);
  const styles = await readCellStyles(zip, workbook.styles);
  const { bySheet, refused } = sortPatches(patches, workbook);
  const sheets: PatchedSheet[] = [];
  for (const part of workbook.sheets) {
    const ofSheet = bySheet.get(part.name);
    if (ofSheet) sheets.push(await patchSheet(zip, workbook, part, [...ofSheet.values()], styles));
  }
  const applied = sheets.flatMap((sheet) => sheet.applied);
  const edits = applied.length > 0 ? await editsOf(zip, entry, workbook, sheets, styles) : noEdits;
  const written = edits.splices.size > 0 ? rewriteZip(zip, await replacements(zip, edits)) : bytes;
  await checkPatched(zip, written, edits, sheets);
  const isChanged = (part: ZipEntry) => edits.splices.has(part) || part === edits.dropped;
  return {
    bytes: written,
    parts: zip.entries.filter(({ name }) => !name.endsWith("/")).length,
    changedParts: zip.entries.filter(isChanged).map(({ name }) => name),
    cells: applied.length,
    refused: inOrder([...refused, ...sheets.flatMap((sheet) => sheet.refused)], patches),
    notes: [...sheets.flatMap(({ noted }) => notesOf(noted)), ...(edits.recalculates ? [RECALCULATION] : [])],
  };
}

async function replacements(zip: Zip, { splices, dropped }: PackageEdits): Promise<Map<ZipEntry, Replacement>> {
  const replaced = new Map<ZipEntry, Replacement>();
  if (dropped) replaced.set(dropped, "dropped");
  for (const [entry, ofPart] of splices) replaced.set(entry, await splicePart(zip, entry, ofPart));
  return replaced;
}

/** Refusals as the patches came. */
function inOrder(refused: readonly Refusal[], patches: readonly CellPatch[]): Refusal[] {
  if (refused.length === 0) return [];
  const places = new Map(patches.map((patch, index) => [patch, index]));
  return [...refused].sort((a, b) => places.get(a.patch)! - places.get(b.patch)!);
}
