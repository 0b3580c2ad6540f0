import { FIELD_NAMES, FIELDS, type FieldName } from "../model/field.js";
import { labelOf } from "./labelled.js";

/** What labelled text calls the state of an item that stands among others: `Item state: configuration`. */
export const STATE_LABEL = "Item state";

/** What labelled text calls a field: `Service name`; `Milestone status (2)` in the second row of an item's milestones. */
export function fieldLabel(field: FieldName, row = 0): string {
  const { label } = FIELDS[field];
  return `${label[0]!.toUpperCase()}${label.slice(1)}${row > 0 ? ` (${row + 1})` : ""}`;
}

/** The field that a label means, and its row among the milestones' (from 0); undefined for any other text. */
export function labelledField(label: string): { readonly field: FieldName; readonly row: number } | undefined {
  const numbered = / \((\d{1,4})\)$/.exec(label);
  const field = BY_LABEL.get(numbered ? label.slice(0, numbered.index) : label);
  return field && { field, row: numbered ? Number(numbered[1]) - 1 : 0 };
}

/** What labelled text calls a column without a meaning: by its heading, in quotes where that would mean a field (`"Status"`). */
export function otherLabel(heading: string): string {
  const label = labelOf(heading);
  return meansField(label) ? `"${label}"` : label;
}

/** The heading that a label stands for which means no field. */
export function labelledHeading(label: string): string {
  const quoted = /^"(.*)"$/.exec(label)?.[1];
  return quoted !== undefined && meansField(quoted) ? quoted : label;
}

/** Also in quotes already, as another pair keeps the two apart. */
function meansField(label: string): boolean {
  const bare = label.replace(/^"+|"+$/g, "");
  return bare === STATE_LABEL || labelledField(bare) !== undefined;
}

const BY_LABEL: ReadonlyMap<string, FieldName> = new Map(FIELD_NAMES.map((field) => [fieldLabel(field), field]));
