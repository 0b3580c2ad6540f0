import type { CellNote } from "../model/workbook.js";
import { isZip, openPackage } from "./open.js";
import { readSheetNotes } from "./sheet-notes.js";
import { readWorkbookPart } from "./xlsx.js";

/** What people have noted on the cells of a workbook, notes and threads of comments; none in files of other kinds. */
export async function readNotes(bytes: Buffer, file: string): Promise<CellNote[]> {
  if (!isZip(bytes)) return [];
  const { zip, entry } = await openPackage(bytes, file);
  const { sheets } = await readWorkbookPart(zip, entry);
  const all: CellNote[] = [];
  for (const { name: sheet, entry } of sheets) {
    const { notes, threads } = await readSheetNotes(zip, entry.name);
    const inThread = new Set(threads.map(({ row, column }) => `${row} ${column}`));
    // The note of a thread repeats it.
    const own = notes.filter(({ row, column }) => !inThread.has(`${row} ${column}`));
    for (const { row, column, text } of [...own, ...threads]) all.push({ at: { sheet, row, column }, text });
  }
  return all;
}
