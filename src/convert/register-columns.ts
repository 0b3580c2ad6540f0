import { columnLetters } from "../model/cell.js";
import type { FieldName } from "../model/field.js";
import type { SheetColumn } from "../model/placed.js";
import type { Register } from "../model/poam.js";
import type { Sheet } from "../model/workbook.js";

/** A register's columns as conversion sees them. */
export interface RegisterColumns {
  /** One column a field: of two with the same meaning, the first. */
  readonly meaning: readonly MeaningColumn[];
  /** The heading of any other column; undefined for those that have a meaning. */
  readonly others: (column: number) => string | undefined;
}

export interface MeaningColumn extends SheetColumn {
  readonly field: FieldName;
}

export function registerColumns({ columns, layout, headingRow }: Register, sheet: Sheet): RegisterColumns {
  const meaning = new Map<FieldName, MeaningColumn>();
  for (const column of columns) {
    const { values, dayBehind } = layout?.columns.find(({ field }) => field === column.field) ?? {};
    if (!meaning.has(column.field)) meaning.set(column.field, { ...column, values, ...(dayBehind && { dayBehind }) });
  }
  const taken = new Set([...meaning.values()].map(({ column }) => column));
  const headings = new Map<number, string>();
  const index = sheet.rowIndex(headingRow);
  for (let handle = sheet.firstCell(index); handle < sheet.firstCell(index + 1); handle++) {
    const heading = sheet.text(handle).replace(/\s+/g, " ").trim();
    if (heading !== "") headings.set(sheet.column(handle), heading);
  }
  return {
    meaning: [...meaning.values()],
    others: (column) => (taken.has(column) ? undefined : (headings.get(column) ?? unheaded(column))),
  };
}

/** What a column without a heading goes by: its letters. eMASS keeps an internal id of each item in such a column. */
export function unheaded(column: number): string {
  return `Column ${columnLetters(column)}`;
}
