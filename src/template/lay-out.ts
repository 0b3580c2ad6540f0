import type { ItemSheet } from "../model/placed.js";
import type { SheetLayout, Template } from "../model/template.js";

/** The sheets that a new workbook of that form holds items on, with their columns as the form numbers them. */
export function layOut(template: Template): ItemSheet[] {
  return template.sheets.map(laidOut);
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
