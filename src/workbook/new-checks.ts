import type { DataValidation, Workbook, Worksheet } from "exceljs";
import { columnLetters } from "../model/cell.js";
import { FIELDS } from "../model/field.js";
import type { SheetColumn } from "../model/placed.js";
import type { SheetLayout } from "../model/template.js";
import { breaksMilestoneGrammar } from "./milestone-check.js";
import { writable } from "./new-cell.js";
import { FLAGGED } from "./new-style.js";

/** The rows of a sheet that checks hold for: those of the items, and those that are prepared below them. */
export interface CheckedRows {
  readonly first: number;
  readonly last: number;
}

/** Where a list stands: in the validation itself, or on the hidden sheet. */
export type ListPlace = (list: readonly string[]) => string;

/** Lists, days and the grammar of milestones, one range a column: a check of a whole column makes some readers hang. */
export function addChecks(
  sheet: Worksheet,
  columns: readonly SheetColumn[],
  layout: SheetLayout | undefined,
  { first, last }: CheckedRows,
  place: ListPlace,
): void {
  let priority = 0;
  for (const { column, list, separator, field } of columns) {
    const letters = columnLetters(column);
    const range = `${letters}${first}:${letters}${last}`;
    if (list) validate(sheet, range, listCheck(list, place, separator));
    else if (field && FIELDS[field].kind === "date") validate(sheet, range, DAY_CHECK);
    const grammar = layout?.columns.find((one) => one.field === field)?.hints?.some((hint) => hint.startsWith("(##)"));
    if (!grammar || (field !== "milestones" && field !== "milestoneChanges")) continue;
    const formula = breaksMilestoneGrammar(`${letters}${first}`, field === "milestoneChanges");
    sheet.addConditionalFormatting({
      ref: range,
      rules: [{ type: "expression", priority: ++priority, formulae: [formula], style: FLAGGED }],
    });
  }
}

/** Validates a cell or a range; exceljs keeps them by their first cell or range, and its types do not tell. */
export function validate(sheet: Worksheet, range: string, check: DataValidation): void {
  const { dataValidations } = sheet as unknown as {
    dataValidations: { add(range: string, check: DataValidation): void };
  };
  dataValidations.add(range, check);
}

/** Where a cell may hold several values of a list, others than the list's are not refused. */
export function listCheck(list: readonly string[], place: ListPlace, separator?: string): DataValidation {
  const check: DataValidation = { type: "list", allowBlank: true, formulae: [place(list)] };
  if (separator !== undefined) return check;
  return {
    ...check,
    showErrorMessage: true,
    errorTitle: "Not in the list",
    error: "Choose one of the values of the list.",
  };
}

/** From the first day of 1980, as FedRAMP's forms have it: it keeps out texts and numbers that are no days. */
export const DAY_CHECK: DataValidation = {
  type: "date",
  operator: "greaterThanOrEqual",
  formulae: [new Date("1980-01-01T00:00:00Z")],
  allowBlank: true,
  showErrorMessage: true,
  errorTitle: "Not a date",
  error: "Enter a date, as 2026-03-31.",
};

/** Puts lists that a validation cannot hold itself onto a hidden sheet, which is made for the first of them. */
export function listPlace(book: Workbook, name: string): ListPlace {
  const places = new Map<string, string>();
  return (list) => {
    const inline = list.join(",");
    if (inline.length <= LONGEST_INLINE && !list.some((value) => /[,"]|^\s|\s$|_x/i.test(value))) return `"${inline}"`;
    const key = JSON.stringify(list);
    let place = places.get(key);
    if (place === undefined) {
      const sheet = book.getWorksheet(name) ?? book.addWorksheet(name, { state: "hidden" });
      const column = places.size + 1;
      for (const [index, value] of list.entries()) sheet.getCell(index + 1, column).value = writable(value);
      const letters = columnLetters(column);
      place = `'${name.replaceAll("'", "''")}'!$${letters}$1:$${letters}$${list.length}`;
      places.set(key, place);
    }
    return place;
  };
}

/** Excel takes 255 characters between the quotation marks. */
const LONGEST_INLINE = 255;
