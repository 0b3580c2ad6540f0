import type { Carried } from "../model/carried-item.js";
import type { FieldName } from "../model/field.js";
import type { ItemSheet, SheetColumn } from "../model/placed.js";
import type { ColumnLayout, SheetLayout, Template } from "../model/template.js";

/**
 * The sheets that a new workbook of that form holds items on, with their columns as the form numbers them. A home-made
 * register has no fixed columns: its optional ones are there for items that fill them; what a tracker adds to its exports by
 * itself is not written for its import. eMASS' forms begin in B, as A is where
 * eMASS keeps its own id of an item; it has no heading.
 */
export function layOut(template: Template, carried?: Carried): ItemSheet[] {
  const isHomeMade = template.framework === "generic";
  return template.sheets.map((layout) => {
    const isWritten = template.medium === "csv" ? ({ optional }: ColumnLayout) => !optional : neededBy(carried);
    const columns = isHomeMade ? layout.columns.filter(isWritten) : layout.columns;
    return laidOut({ ...layout, columns }, template.framework === "emass");
  });
}

function laidOut({ name, state, firstColumn = 1, columns }: SheetLayout, hasInternalId: boolean): ItemSheet {
  const first: SheetColumn[] = [];
  if (hasInternalId && firstColumn === 2) first.push(columnAt(1, { heading: "" }));
  return { name, state, columns: [...first, ...columns.map((column, index) => columnAt(firstColumn + index, column))] };
}

/** All columns of a sheet, the optional ones too, numbered from 1. */
export function everyColumn({ columns }: SheetLayout): SheetColumn[] {
  return columns.map((column, index) => columnAt(1 + index, column));
}

function columnAt(column: number, layout: ColumnLayout): SheetColumn {
  const { heading, field, required = false, list, separator, notation = "any", values } = layout;
  return { column, heading, field, required, list, separator, notation, values };
}

/** Of several optional columns with one meaning, the first. */
function neededBy(
  carried: Carried | undefined,
): (column: ColumnLayout, index: number, all: readonly ColumnLayout[]) => boolean {
  const fields = new Set<FieldName>();
  const headings = new Set<string>();
  for (const item of carried?.items ?? []) {
    for (const values of [item.fields, ...item.milestones]) for (const field of values.keys()) fields.add(field);
    for (const { heading } of item.others) headings.add(heading);
  }
  return ({ optional, field, heading }, index, all) => {
    if (!optional) return true;
    if (field === undefined) return headings.has(heading);
    return fields.has(field) && all.findIndex((one) => one.field === field) === index;
  };
}
