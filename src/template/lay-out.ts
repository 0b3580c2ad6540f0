import type { Carried } from "../model/carried-item.js";
import type { FieldName } from "../model/field.js";
import type { ItemSheet, SheetColumn } from "../model/placed.js";
import type { ColumnLayout, SheetLayout, Template } from "../model/template.js";

/**
 * The sheets that a new workbook of that form holds items on, with their columns as the form numbers them. A home-made
 * register has no fixed columns: its optional ones are there for items that fill them; what a tracker adds to its exports by
 * itself is not written for its import. eMASS' forms begin in B: A has no heading, and holds eMASS' own id of an item.
 */
export function layOut(template: Template, carried?: Carried): ItemSheet[] {
  const { framework, medium, sheets } = template;
  return sheets.map((layout) => {
    if (framework === "emass") return withInternalId(withAllColumns(layout));
    if (framework !== "generic" && medium !== "csv") return withAllColumns(layout);
    const columns = layout.columns.filter(neededBy(medium === "csv" ? undefined : carried));
    return withAllColumns({ ...layout, columns });
  });
}

/** A sheet with every column that its layout knows. */
export function withAllColumns({ name, state, firstColumn = 1, columns }: SheetLayout): ItemSheet {
  return { name, state, columns: columns.map((column, index) => columnAt(firstColumn + index, column)) };
}

function withInternalId(sheet: ItemSheet): ItemSheet {
  const isFree = sheet.columns[0]!.column > 1;
  return isFree ? { ...sheet, columns: [columnAt(1, { heading: "" }), ...sheet.columns] } : sheet;
}

function columnAt(column: number, layout: ColumnLayout): SheetColumn {
  const { heading, field, required = false, list, separator, notation = "any", values, dayBehind } = layout;
  const known = { column, heading, field, required, list, separator, notation, values };
  return dayBehind ? { ...known, dayBehind } : known;
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
