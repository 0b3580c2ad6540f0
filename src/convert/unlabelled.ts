import type { CarriedItem, CarriedState, CarriedValue, MilestoneRow, OtherValue } from "../model/carried-item.js";
import { FIELDS, type FieldName } from "../model/field.js";
import { MILESTONE_FIELDS } from "../model/milestone-fields.js";
import { fitted } from "./fit.js";
import { type Labelled, readLabelled } from "./labelled.js";
import { labelledField, labelledHeading, STATE_LABEL } from "./labels.js";
import type { MeaningColumn, RegisterColumns } from "./register-columns.js";
import { oursFor } from "./row-values.js";

/** The fields whose columns take labelled text, the first that a form has. */
export const KEEPERS: readonly FieldName[] = [
  "comments",
  "recommendations",
  "mitigations",
  "remediationPlan",
  "description",
  "weakness",
];

/**
 * The item with its labelled text back in the fields that it was kept for. A column that was written otherwise for want of a
 * word (`Critical` as `High`) gets its own text back, unless somebody has changed it since.
 */
export function unlabelled(item: CarriedItem, { meaning }: RegisterColumns): CarriedItem {
  const found: Found[] = [];
  const fields = new Map(item.fields);
  for (const field of KEEPERS) {
    const value = fields.get(field);
    if (typeof value?.value !== "string") continue;
    const { text, entries } = readLabelled(value.value);
    if (text === value.value) continue;
    found.push(...entries.map((entry) => ({ ...entry, from: value })));
    if (text.trim() === "") fields.delete(field);
    else fields.set(field, { ...value, value: text, text });
  }
  if (found.length === 0)
    return fields.size === item.fields.size && sameTexts(fields, item) ? item : { ...item, fields };
  let { state } = item;
  const rows: Map<FieldName, CarriedValue>[] = item.milestones.map((row) => new Map(row));
  const others: OtherValue[] = [...item.others];
  for (const { label, text, from } of found) {
    const known = labelledField(label);
    if (label === STATE_LABEL && isState(text)) state = text;
    else if (!known) others.push({ value: text, text, at: from.at, heading: labelledHeading(label) });
    else if (MILESTONE_FIELDS.has(known.field)) {
      while (rows.length <= known.row) rows.push(new Map());
      rows[known.row]!.set(known.field, labelledValue(known.field, text, from));
    } else {
      const value = labelledValue(known.field, text, from);
      const column = meaning.find(({ field }) => field === known.field);
      const written = fields.get(known.field);
      const isEdited = written && column && readAgain(known.field, value, column) !== written.text;
      if (!isEdited || !written) fields.set(known.field, { ...value, at: written?.at ?? value.at });
    }
  }
  const milestones: MilestoneRow[] = rows.filter(({ size }) => size > 0);
  return { ...item, state, fields, milestones, others };
}

/** What a value would be read as, were it written into that column. */
function readAgain(field: FieldName, value: CarriedValue, column: MeaningColumn): string {
  const written = textOf(fitted(field, value, column).value);
  return (column.values && oursFor(written, column.values)) ?? written;
}

interface Found extends Labelled {
  readonly from: CarriedValue;
}

function sameTexts(fields: ReadonlyMap<FieldName, CarriedValue>, item: CarriedItem): boolean {
  return KEEPERS.every((field) => fields.get(field)?.text === item.fields.get(field)?.text);
}

function labelledValue(field: FieldName, text: string, { at }: CarriedValue): CarriedValue {
  const isDay = FIELDS[field].kind === "date" && /^\d{4}-\d\d-\d\d$/.test(text);
  return { value: isDay ? { date: text } : text, text, at, heading: undefined };
}

/** A value as a cell shows it. */
export function textOf(value: ReturnType<typeof fitted>["value"]): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "object" ? value.date : String(value);
}

function isState(text: string): text is CarriedState {
  return ["open", "closed", "configuration", "documentation"].includes(text);
}
