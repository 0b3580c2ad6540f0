/** What every editor writes: a remark into a hundred rows, spread over a workbook of so many items. */
export const SHEET = "Open POA&M Items";
export const EDITS = 100;
const FIRST_ROW = 9;
const COLUMN = 26;

export function edits(items) {
  return Array.from({ length: EDITS }, (_, index) => ({
    row: FIRST_ROW + Math.floor((index * items) / EDITS),
    column: COLUMN,
    text: `Reviewed in month ${index}`,
  }));
}
