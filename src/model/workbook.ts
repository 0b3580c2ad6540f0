import type { CarriedState } from "./carried-item.js";
import type { CellKind, CellRef } from "./cell.js";
import type { ControlNotation } from "./control.js";
import type { IsoDate } from "./date.js";
import type { FieldName } from "./field.js";
import type { HeaderField } from "./template.js";

/** A file as it was read: its sheets in the order of their tabs. `items`: JSON, laid out as sheets. */
export interface Workbook {
  readonly format: "xlsx" | "csv" | "items";
  readonly sheets: readonly Sheet[];
  /** A copy to which poam has added its findings; the sheets of those are not among `sheets`. */
  readonly isReviewed?: true;
  /** What people have noted on cells; read only where that was asked for. */
  readonly notes?: readonly CellNote[];
  /** What `items` know of themselves, so that nothing is guessed from headings. */
  readonly made?: MadeSheets;
}

/** A note on a cell, or what was said in a thread of comments. */
export interface CellNote {
  readonly at: CellRef;
  readonly text: string;
}

/** Sheets that were laid out by us: which rows are items and what their columns mean is known. */
export interface MadeSheets {
  readonly registers: readonly MadeRegister[];
  /** The items in the order of their file, whichever sheet they stand on. */
  readonly items: readonly MadeItem[];
  /** The header block, on the first sheet: a label in column 1 and its value in column 2. */
  readonly header: readonly { readonly field: HeaderField; readonly label: string; readonly row: number }[];
  readonly notation: ControlNotation;
  /** What the file holds that is no item's, one sentence each. */
  readonly notes: readonly string[];
}

export interface MadeRegister {
  readonly sheet: Sheet;
  readonly state: CarriedState;
  readonly headingRow: number;
  /** The columns that have a meaning. */
  readonly columns: readonly { readonly column: number; readonly heading: string; readonly field: FieldName }[];
}

/** An item's rows, as indexes into the rows of its register's sheet. */
export interface MadeItem {
  readonly register: MadeRegister;
  readonly index: number;
  readonly continuations: readonly number[];
}

/**
 * One sheet, seen through the rows that hold something. Rows are reached by index, 0 to `rowCount - 1`, in ascending row
 * number; a cell by its handle, a number, so that a sheet of three million cells needs no objects. Styled but empty
 * cells and rows do not exist here.
 */
export interface Sheet {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "very-hidden";
  /** Whether its days are counted from 1904, as old Excel for Mac did; absent: from 1900. */
  readonly date1904?: boolean;
  readonly merges: readonly MergedRange[];
  readonly rowCount: number;
  /** The row's number as Excel counts it. */
  rowNumber(index: number): number;
  /** The index of the row with that number, or -1 if it holds nothing. */
  rowIndex(row: number): number;
  isRowHidden(index: number): boolean;
  isColumnHidden(column: number): boolean;
  /** Handles of row `index` run from `firstCell(index)` up to, not including, `firstCell(index + 1)`, left to right. */
  firstCell(index: number): number;
  /** The handle of the cell in that row and column, or -1 if it is empty. */
  cell(index: number, column: number): number;
  column(handle: number): number;
  kind(handle: number): CellKind;
  /** The text that a person sees; a date as `yyyy-mm-dd`, an error as `#REF!`, an unsaved formula as "". */
  text(handle: number): string;
  /** The number stored, for `number` and `date` cells (a date's serial, whole part and time). */
  number(handle: number): number | undefined;
  /** The day of a `date` cell; undefined if its serial lies outside the calendar. */
  date(handle: number): IsoDate | undefined;
  /** The formula without its `=`; "" for a child of a shared formula; undefined where there is none. */
  formula(handle: number): string | undefined;
}

export interface MergedRange {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}
