import type { Carried } from "../model/carried-item.js";
import type { FieldName } from "../model/field.js";
import type { ItemSheet, SheetColumn } from "../model/placed.js";
import type { Template } from "../model/template.js";
import { fold, withoutRemarks } from "./fold.js";
import { withAllColumns } from "./lay-out.js";
import { namesOf } from "./match.js";

/**
 * The one sheet of a CSV file that holds all that the items have: a column for each field in use, under the generic form's
 * headings and in its order, then those without a meaning under their own. What makes a register of it is always there.
 */
export function csvSheet({ items }: Carried, generic: Template): ItemSheet {
  const fields = new Set<FieldName>(ALWAYS);
  const others = new Set<string>();
  for (const item of items) {
    for (const field of item.fields.keys()) fields.add(field);
    for (const row of item.milestones) for (const field of row.keys()) fields.add(field);
    for (const { heading } of item.others) others.add(heading);
  }
  if (!fields.has("description")) fields.add("weakness");
  for (const field of meantBy(others, generic)) fields.add(field);
  const sheet = withAllColumns(generic.sheets[0]!);
  const columns = [...inUse(sheet, fields), ...[...others].map(unnamed)];
  return { ...sheet, columns: columns.map((column, index) => ({ ...column, column: index + 1 })) };
}

/** By these a reader knows the items, whether they are done, and that it is a plan; comments take what nothing else does. */
const ALWAYS: readonly FieldName[] = ["id", "scheduledCompletion", "status", "comments"];

/**
 * Fields that a reader would find under the items' own headings (`Owner`): their columns are written too, be they blank, so
 * that such a heading stays without a meaning.
 */
function meantBy(headings: ReadonlySet<string>, generic: Template): FieldName[] {
  const folded = new Set([...headings].map(fold).flatMap((heading) => [heading, withoutRemarks(heading)]));
  return generic.sheets[0]!.columns.flatMap((column) =>
    column.field && namesOf(column).some((name) => folded.has(name)) ? column.field : [],
  );
}

function inUse({ columns }: ItemSheet, fields: ReadonlySet<FieldName>): SheetColumn[] {
  return columns.filter(({ field }) => field !== undefined && fields.has(field));
}

function unnamed(heading: string): SheetColumn {
  return {
    ...{ column: 0, heading, field: undefined, required: false },
    ...{ list: undefined, separator: undefined, notation: "any", values: undefined },
  };
}
