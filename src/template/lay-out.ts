import type { ItemSheet } from "../model/placed.js";
import type { SheetLayout, Template } from "../model/template.js";

/**
 * The sheets that a new workbook of that form holds items on, with their columns as the form numbers them. What a tracker adds
 * to its exports by itself is not written for its import.
 */
export function layOut({ sheets, medium }: Template): ItemSheet[] {
  const written = ({ columns, ...sheet }: SheetLayout) => ({
    ...sheet,
    columns: columns.filter((one) => !one.optional),
  });
  return sheets.map((sheet) => laidOut(medium === "csv" ? written(sheet) : sheet));
}

function laidOut({ name, state, firstColumn = 1, columns }: SheetLayout): ItemSheet {
  return {
    name,
    state,
    columns: columns.map(({ heading, field, required = false, list, separator, notation = "any", values }, index) => ({
      column: firstColumn + index,
      ...{ heading, field, required, list, separator, notation, values },
    })),
  };
}
