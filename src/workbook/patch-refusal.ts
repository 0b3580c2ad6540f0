import { type CellPatch, type CellValue, columnLetters } from "../model/cell.js";
import { isIsoDate, toSerial } from "../model/date.js";
import type { MergedRange, Sheet } from "../model/workbook.js";
import { cellKey, holds } from "./cell-range.js";
import { MAX_COLUMN, MAX_ROW } from "./cell-scan.js";
import type { FormulaBlock } from "./formula-survey.js";
import type { Refusal } from "./patched.js";
import type { TablePart } from "./table-part.js";
import type { WorkbookPart } from "./xlsx.js";

/** Excel's limit, in UTF-16 units; it cuts off what is longer. */
const MAX_TEXT = 32_767;

/** The patches by the sheets that they are for, one for a cell; refused are those that no sheet could take. */
export function sortPatches(patches: readonly CellPatch[], { sheets, date1904 }: WorkbookPart) {
  const names = new Set(sheets.map(({ name }) => name));
  const bySheet = new Map<string, Map<number, CellPatch>>();
  const refused: Refusal[] = [];
  for (const patch of patches) {
    const { sheet, row, column } = patch.at;
    const why = names.has(sheet)
      ? whyImpossible(patch, date1904)
      : `there is no worksheet named ${JSON.stringify(sheet)}`;
    if (why !== undefined) {
      refused.push({ patch, why });
      continue;
    }
    const ofSheet = bySheet.get(sheet) ?? new Map<number, CellPatch>();
    bySheet.set(sheet, ofSheet);
    const place = cellKey(row, column);
    const earlier = ofSheet.get(place);
    if (!earlier) ofSheet.set(place, patch);
    else if (JSON.stringify(earlier) !== JSON.stringify(patch)) {
      refused.push({ patch, why: "another patch writes something else into it" });
    }
  }
  return { bySheet, refused };
}

/** Why no sheet could take the patch; undefined if one could. */
function whyImpossible({ at, value, like }: CellPatch, date1904: boolean): string | undefined {
  if (!isPlace(at.row, at.column)) return "a sheet has the rows 1 to 1,048,576 and the columns A to XFD";
  if (like && (like.sheet !== at.sheet || !isPlace(like.row, like.column))) {
    return "the cell whose style it is to take is not on its sheet";
  }
  return whyUnwritable(value, date1904);
}

function isPlace(row: number, column: number): boolean {
  return (
    Number.isInteger(row) &&
    row >= 1 &&
    row <= MAX_ROW &&
    Number.isInteger(column) &&
    column >= 1 &&
    column <= MAX_COLUMN
  );
}

function whyUnwritable(value: CellValue, date1904: boolean): string | undefined {
  if (typeof value === "string" && value.length > MAX_TEXT) {
    return `its text would have ${value.length.toLocaleString("en")} characters; Excel takes 32,767`;
  }
  if (typeof value === "number" && !Number.isFinite(value)) return `${value} is no number that a cell can hold`;
  if (value === null || typeof value !== "object") return undefined;
  if (!isIsoDate(value.date)) return `${JSON.stringify(value.date)} is no day (yyyy-mm-dd)`;
  if (toSerial(value.date, date1904) !== undefined) return undefined;
  return `${value.date} lies before this workbook's calendar, which begins on ${date1904 ? "1904" : "1900"}-01-01`;
}

/** What a sheet says about changing its cells. */
export interface SheetRules {
  /** The cells that are asked about, as they are read. */
  readonly sheet: Sheet;
  merge(row: number, column: number): MergedRange | undefined;
  /** The array formula or data table that the cell is part of. */
  block(row: number, column: number): FormulaBlock | undefined;
  readonly tables: readonly TablePart[];
  isLocked(row: number, column: number): boolean;
  /** Whether a cell with a date could show it. */
  readonly canShowDates: boolean;
}

/** Why the cell must stay as it is; undefined if it may be changed. */
export function whyRefused({ at: { row, column }, was, value }: CellPatch, rules: SheetRules): string | undefined {
  const now = textAt(rules.sheet, row, column);
  if (now !== was) return `it holds ${quoted(now)} by now, not ${quoted(was)}`;
  const merge = rules.merge(row, column);
  if (merge && (merge.firstRow !== row || merge.firstColumn !== column)) {
    return `it is covered by the merged cell ${columnLetters(merge.firstColumn)}${merge.firstRow}`;
  }
  const block = rules.block(row, column);
  if (block)
    return `it is part of ${block.kind === "data table" ? "a" : "an"} ${block.kind}, which changes only as a whole`;
  const table = rules.tables.find(({ range }) => holds(range, row, column));
  if (table && row < table.range.firstRow + table.headerRows) {
    return `it is a column heading of the table ${table.name}, which Excel keeps in a second place`;
  }
  if (table && row > table.range.lastRow - table.totalsRows) {
    return `it is in the totals row of the table ${table.name}, which Excel keeps in a second place`;
  }
  if (rules.isLocked(row, column)) return "it is locked, and its sheet is protected";
  if (isDate(value) && !rules.canShowDates) return "the workbook has no styles, and so none that shows a date";
  return undefined;
}

/** The text that the reader gives for a cell. */
export function textAt(sheet: Sheet, row: number, column: number): string {
  const index = sheet.rowIndex(row);
  const handle = index < 0 ? -1 : sheet.cell(index, column);
  return handle < 0 ? "" : sheet.text(handle);
}

export function isDate(value: CellValue): value is { readonly date: string } {
  return typeof value === "object" && value !== null;
}

function quoted(text: string): string {
  return text === "" ? "nothing" : JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
