import { isState, KEEPERS, STATE_LABEL } from "../codecs/kept-state.js";
import { type Labelled, mayBeLabelled, readLabelled } from "../codecs/labelled.js";
import type { CarriedItem, CarriedValue, OtherValue, UnreadCell } from "../model/carried-item.js";
import type { CellValue } from "../model/cell.js";
import type { ControlNotation } from "../model/control.js";
import { FIELDS, type FieldName } from "../model/field.js";
import { MILESTONE_FIELDS } from "../model/milestone-fields.js";
import { stateOf } from "../model/status.js";
import { fitted } from "./fit.js";
import { labelledField, labelledHeading } from "./labels.js";
import type { MeaningColumn, RegisterColumns } from "./register-columns.js";
import { oursFor } from "./row-values.js";
import { statusIn } from "./state-fit.js";
import { readTyped, shownText } from "./typed-text.js";

/**
 * The item with its labelled text back in the fields that it was kept for. A column that was written otherwise for want of a
 * word (`Critical` as `High`) gets its own text back, unless somebody has changed it since: then what was kept is given up.
 */
export function unlabelled(item: CarriedItem, { meaning }: RegisterColumns, unread: UnreadCell[]): CarriedItem {
  if (!KEEPERS.some((field) => mayBeLabelled(item.fields.get(field)?.text ?? ""))) return item;
  const found: Found[] = [];
  const fields = new Map(item.fields);
  for (const field of KEEPERS) {
    const value = fields.get(field);
    if (typeof value?.value !== "string") continue;
    const { text, entries } = readLabelled(value.value);
    if (text === value.value) continue;
    found.push(...entries.map((entry) => ({ ...entry, from: value })));
    const own = entries.length > 0 ? readTyped(text) : text;
    if (text.trim() === "") fields.delete(field);
    else fields.set(field, { ...value, value: own, text: shownText(own) });
  }
  if (found.length === 0) return { ...item, fields };
  let { state } = item;
  const rows: Map<FieldName, CarriedValue>[] = item.milestones.map((row) => new Map(row));
  const others: OtherValue[] = [...item.others];
  for (const { label, text, from } of found) {
    const known = labelledField(label);
    const value = { value: readTyped(text), text: shownText(readTyped(text)), at: from.at, heading: undefined };
    if (label === STATE_LABEL && isState(text)) {
      state = text;
      continue;
    }
    if (!known || (known.row > 0 && !MILESTONE_FIELDS.has(known.field))) {
      others.push({ ...value, heading: labelledHeading(label) });
      continue;
    }
    const { field, row } = known;
    while (MILESTONE_FIELDS.has(field) && rows.length <= row) rows.push(new Map());
    const holder = MILESTONE_FIELDS.has(field) ? rows[row]! : fields;
    const written = holder.get(field);
    const column = meaning.find((one) => one.field === field);
    const original = written && column ? originalOf(value, written, column) : value;
    if (original) holder.set(field, { ...original, at: written?.at ?? value.at });
    else unread.push({ heading: label, field, at: from.at, why: "its cell has been changed since it was kept" });
  }
  return { ...item, state, fields, milestones: rows, others };
}

interface Found extends Labelled {
  readonly from: CarriedValue;
}

/** The kept value, if the column would have it written as it is; how it wrote its controls shows in that. */
function originalOf(value: CarriedValue, written: CarriedValue, column: MeaningColumn): CarriedValue | undefined {
  const { field } = column;
  const isAsWritten = (made: CellValue) => readAgain(shownText(made), column) === written.text;
  if (field === "status") return isAsWritten(statusIn(value, stateOf(value.text), column).value) ? value : undefined;
  const notations: readonly (ControlNotation | undefined)[] =
    FIELDS[field].kind === "controls" ? NOTATIONS : [undefined];
  for (const notation of notations) {
    const made = notation ? { ...value, notation } : value;
    if (isAsWritten(fitted(field, made, column).value)) return made;
  }
  return undefined;
}

/** What a reader takes a column's text for: our word for the form's. */
function readAgain(text: string, { values }: MeaningColumn): string {
  return (values && oursFor(text, values)) ?? text;
}

const NOTATIONS: readonly ControlNotation[] = ["any", "800-53", "emass", "oscal", "800-171", "cmmc"];
