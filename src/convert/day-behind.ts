import { readDate } from "../codecs/date.js";
import type { CarriedItem, CarriedValue } from "../model/carried-item.js";
import type { FieldName } from "../model/field.js";
import type { SheetColumn } from "../model/placed.js";
import type { Fit } from "./fit.js";

/**
 * The status of a completed item with its day behind it, as forms want it that have no column for the day: `Completed
 * 11/13/2025`. Undefined where the form has such a column, or the item no day. FedRAMP's forms have that day as the status date
 * of a closed item, and as the remediation date of a document's deficiency.
 */
export function withDayBehind(
  fit: Fit | undefined,
  { state, fields }: Pick<CarriedItem, "state" | "fields">,
  column: SheetColumn | undefined,
): Fit | undefined {
  const completed = (fields.get("completedOn") ?? closingDay({ state, fields }))?.value;
  if (!column?.dayBehind || typeof completed !== "object" || completed === null) return undefined;
  if (typeof fit?.value !== "string" || !/^completed$/i.test(fit.value)) return undefined;
  const [year, month, day] = completed.date.split("-");
  return { ...fit, value: `${fit.value} ${month}/${day}/${year}`, rule: fit.rule ?? "the day of completion behind it" };
}

/** Takes the two apart again, where the form writes them so. */
export function splitDayBehind(fields: Map<FieldName, CarriedValue>, column: SheetColumn | undefined): void {
  const status = fields.get("status");
  if (!column?.dayBehind || status === undefined || fields.has("completedOn")) return;
  const [, word, written] = /^(completed)\s+(\d\d\/\d\d\/\d{4})$/i.exec(status.text.trim()) ?? [];
  const date = written === undefined ? undefined : readDate(written, "mdy").value;
  if (word === undefined || date === undefined) return;
  fields.set("status", { ...status, value: word, text: word });
  fields.set("completedOn", { ...status, value: { date }, text: date });
}

/** The item without the day from behind its status, where the field that FedRAMP's forms have for it came along as labelled text. */
export function withoutDayTwice(item: CarriedItem): CarriedItem {
  const completed = item.fields.get("completedOn");
  if (completed === undefined || closingDay(item)?.text !== completed.text) return item;
  return { ...item, fields: new Map([...item.fields].filter(([field]) => field !== "completedOn")) };
}

function closingDay({ state, fields }: Pick<CarriedItem, "state" | "fields">): CarriedValue | undefined {
  return fields.get(state === "closed" ? "statusDate" : "remediatedOn");
}
