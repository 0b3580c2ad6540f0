import { columnLetters } from "../model/cell.js";
import type { FieldName } from "../model/field.js";
import type { SheetColumn } from "../model/placed.js";

/**
 * FedRAMP's formula of the scheduled completion, without its `=`: detection plus 30, 90 or 180 days by the original rating, by
 * the adjusted one where the adjustment is approved; blank without a detection date and for other ratings. Undefined where a column that it needs is
 * not there. The issued forms have another from row 1254 on, which takes the adjusted rating approved or not; this is the
 * first form in every row.
 */
export function dueFormula(columns: readonly SheetColumn[], row: number): string | undefined {
  const cells = INPUTS.map((field) => columns.find((column) => column.field === field));
  if (cells.includes(undefined)) return undefined;
  const [found, original, adjusted, approved] = cells.map((cell) => `${columnLetters(cell!.column)}${row}`);
  const days = (rating: string | undefined) =>
    `IF(${rating}="High",${found}+30,IF(${rating}="Moderate",${found}+90,IF(${rating}="Low",${found}+180,"")))`;
  const known = `OR(${adjusted}="High",${adjusted}="Moderate",${adjusted}="Low")`;
  return `IF(${found}="","",IF(AND(${approved}="Yes",${known}),${days(adjusted)},${days(original)}))`;
}

const INPUTS: readonly FieldName[] = ["detectedOn", "originalRating", "adjustedRating", "riskAdjustment"];
