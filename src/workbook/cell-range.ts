import type { MergedRange } from "../model/workbook.js";

/** Whether the cell lies in the range. */
export function holds(range: MergedRange, row: number, column: number): boolean {
  return row >= range.firstRow && row <= range.lastRow && column >= range.firstColumn && column <= range.lastColumn;
}
