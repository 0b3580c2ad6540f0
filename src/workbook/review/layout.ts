import type { ReviewRow } from "../../model/review.js";
import type { Sheet } from "../../model/workbook.js";

/** A column of the sheet that a review adds; `width` in characters. */
export interface ReviewColumn {
  readonly heading: string;
  readonly width: number;
  readonly key: keyof ReviewRow;
}

/** From left to right. */
export const COLUMNS: readonly ReviewColumn[] = [
  { heading: "Severity", width: 11, key: "severity" },
  { heading: "Item", width: 16, key: "item" },
  { heading: "Cell", width: 28, key: "at" },
  { heading: "Finding", width: 50, key: "message" },
  { heading: "What to do", width: 50, key: "help" },
  { heading: "Owner", width: 32, key: "owner" },
  { heading: "Rule", width: 26, key: "rule" },
  { heading: "Source", width: 44, key: "sources" },
];

/** Behind the others, where it was asked for. */
export const SUPPRESSED_COLUMN: ReviewColumn = { heading: "Suppressed", width: 30, key: "suppressed" };

/** Nobody writes more above the headings. */
const ROWS_ABOVE = 10;

/** Whether a review has added this sheet: its headings stand there as it writes them, whatever the tab is called by now. */
export function isReviewSheet(sheet: Sheet): boolean {
  for (let index = 0; index < Math.min(ROWS_ABOVE, sheet.rowCount); index++) {
    const isHeading = ({ heading }: ReviewColumn, column: number) => {
      const cell = sheet.cell(index, column + 1);
      return cell >= 0 && sheet.text(cell) === heading;
    };
    if (COLUMNS.every(isHeading)) return true;
  }
  return false;
}
