import type { CellValue } from "../model/cell.js";
import type { Sheet } from "../model/workbook.js";

/** What a cell holds, as a patch would write it elsewhere; or why it cannot be, to complete "C12 ". */
export type CellCopy = { readonly value: CellValue } | { readonly why: string };

/** The 29 February 1900, which Excel counts and no calendar has. */
const NO_DAY = 60;

/** Keeps the type: a date with a time of day stays the number that it is, and a text a text, whatever it looks like. */
export function copyOf(sheet: Sheet, handle: number): CellCopy {
  switch (sheet.kind(handle)) {
    case "error":
      return { why: `holds the error ${sheet.text(handle)}` };
    case "unsaved-formula":
      return { why: "has a formula without a saved result (open the workbook in Excel and save it)" };
    case "boolean":
      return { value: sheet.text(handle) === "TRUE" };
    case "number":
      return { value: sheet.number(handle)! };
    case "date": {
      const serial = sheet.number(handle)!;
      const date = sheet.date(handle);
      return { value: date !== undefined && Number.isInteger(serial) && serial !== NO_DAY ? { date } : serial };
    }
    default:
      return { value: sheet.text(handle) || null };
  }
}

/** The handle of a cell, or -1 where it is empty. */
export function handleAt(sheet: Sheet, row: number, column: number): number {
  const index = sheet.rowIndex(row);
  return index < 0 ? -1 : sheet.cell(index, column);
}

/** The handles of a row's cells. */
export function handlesOf(sheet: Sheet, row: number): number[] {
  const index = sheet.rowIndex(row);
  if (index < 0) return [];
  const first = sheet.firstCell(index);
  return Array.from({ length: sheet.firstCell(index + 1) - first }, (_, i) => first + i);
}

/** The text that a patch of the cell must find there. */
export function textAt(sheet: Sheet, row: number, column: number): string {
  const handle = handleAt(sheet, row, column);
  return handle < 0 ? "" : sheet.text(handle);
}
