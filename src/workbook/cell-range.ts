import { columnLetters, columnNumber } from "../model/cell.js";
import type { MergedRange } from "../model/workbook.js";
import { MAX_COLUMN, MAX_ROW } from "./cell-scan.js";

/** A range, and where it stands in the text that names it. */
export interface PlacedRange extends MergedRange {
  readonly start: number;
  readonly end: number;
}

/** A cell's place on its sheet as one number, to look it up by. */
export function cellKey(row: number, column: number): number {
  return row * (MAX_COLUMN + 1) + column;
}

/** Whether the cell lies in the range. */
export function holds(range: MergedRange, row: number, column: number): boolean {
  return row >= range.firstRow && row <= range.lastRow && column >= range.firstColumn && column <= range.lastColumn;
}

/** Whether the ranges have a cell in common. */
export function meet(one: MergedRange, other: MergedRange): boolean {
  return (
    one.firstRow <= other.lastRow &&
    other.firstRow <= one.lastRow &&
    one.firstColumn <= other.lastColumn &&
    other.firstColumn <= one.lastColumn
  );
}

/** `A1:C3`, `$A$1`, `A:C` (whole columns) or `5:9` (whole rows), its corners in order; undefined if that is no part of a sheet. */
export function parseRange(text: string): MergedRange | undefined {
  const [first, last, ...more] = text.split(":").map(parseCorner);
  const end = text.includes(":") ? last : first;
  if (!first || !end || more.length > 0) return undefined;
  if (!first.row !== !end.row || !first.column !== !end.column) return undefined;
  if (first === end && !(first.row && first.column)) return undefined;
  const rows = first.row ? [first.row, end.row] : [1, MAX_ROW];
  const columns = first.column ? [first.column, end.column] : [1, MAX_COLUMN];
  return {
    firstRow: Math.min(...rows),
    firstColumn: Math.min(...columns),
    lastRow: Math.max(...rows),
    lastColumn: Math.max(...columns),
  };
}

/** The ranges of a list with blanks between, as `sqref` has them. What is no range is passed over. */
export function listedRanges(list: string): PlacedRange[] {
  return [...list.matchAll(/\S+/g)].flatMap(({ 0: text, index }) => {
    const range = parseRange(text);
    return range ? { ...range, start: index, end: index + text.length } : [];
  });
}

/** `C12`, or `C12:D14`. */
export function rangeName({ firstRow, firstColumn, lastRow, lastColumn }: MergedRange): string {
  const first = `${columnLetters(firstColumn)}${firstRow}`;
  const last = `${columnLetters(lastColumn)}${lastRow}`;
  return first === last ? first : `${first}:${last}`;
}

/** The row is 0 in `A`, the column 0 in `5`. */
function parseCorner(text: string): { row: number; column: number } | undefined {
  const [, letters = "", digits = ""] = /^\$?([A-Z]{0,3})\$?(\d{0,7})$/i.exec(text) ?? [];
  if (letters === "" && digits === "") return undefined;
  const column = letters === "" ? 0 : columnNumber(letters.toUpperCase());
  const row = Number(digits);
  const outside = column > MAX_COLUMN || row > MAX_ROW || (digits !== "" && row === 0);
  return outside ? undefined : { row, column };
}
