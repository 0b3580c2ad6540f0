import { STATE_LABEL } from "../codecs/kept-state.js";
import { FIELD_NAMES, FIELDS, type FieldName } from "../model/field.js";

/** What labelled text calls a field: `Service name`; `Milestone status (2)` in the second row of an item's milestones. */
export function fieldLabel(field: FieldName, row = 0): string {
  return `${LABELS[field]}${row > 0 ? ` (${row + 1})` : ""}`;
}

/** The field that a label means, and its row among the milestones' (from 0); undefined for any other text. */
export function labelledField(label: string): { readonly field: FieldName; readonly row: number } | undefined {
  const numbered = / \((\d{1,4})\)$/.exec(label);
  const field = BY_LABEL.get(numbered ? label.slice(0, numbered.index) : label);
  return field && { field, row: numbered ? Number(numbered[1]) - 1 : 0 };
}

/** A column's heading as a label: on one line, without what ends a label, and apart from our own (`Column Comments`). */
export function headingLabel(heading: string): string {
  const label = heading
    .replace(/\s+/g, " ")
    .replace(/:(?= |$)/g, "")
    .trim();
  if (label === "") return "Column";
  return isOurs(label.replace(COLUMN, "")) ? `Column ${label}` : label;
}

/** The heading of a label that no field has. */
export function labelledHeading(label: string): string {
  return isOurs(label.replace(COLUMN, "")) ? label.replace(/^Column /, "") : label;
}

function isOurs(label: string): boolean {
  return label === STATE_LABEL || labelledField(label) !== undefined;
}

const COLUMN = /^(?:Column )+/;

const LABELS = Object.fromEntries(
  FIELD_NAMES.map((field) => [field, `${FIELDS[field].label[0]!.toUpperCase()}${FIELDS[field].label.slice(1)}`]),
) as Readonly<Record<FieldName, string>>;

const BY_LABEL: ReadonlyMap<string, FieldName> = new Map(FIELD_NAMES.map((field) => [LABELS[field], field]));
