import { readAnswer } from "../codecs/answer.js";
import { readDate } from "../codecs/date.js";
import type { CarriedItem, CarriedState, CarriedValue, MilestoneRow, OtherValue } from "../model/carried-item.js";
import type { IsoDate } from "../model/date.js";
import { FIELDS, type FieldName } from "../model/field.js";
import { readRating } from "../model/rating.js";

import { fieldLabel, headingLabel } from "./labels.js";
import { assetSet } from "./same-items.js";

/** One item made of two, and in words what was done. */
export interface MergedItem {
  readonly item: CarriedItem;
  /** `joined; the earlier detection date, 2026-01-04, stands`; names labels, dates and states, no other values. */
  readonly outcome: string;
}

/**
 * Makes one item of the same item in two registers. What only one says is taken over; where they differ the first stands,
 * and the other is kept under its label and the name of its register: `Comments (from 3pao.xlsx)`. The earlier detection date
 * stands: a weakness keeps one id and its first date (FedRAMP POA&M Template Completion Guide 2.2, Table 2, column A). An
 * item that is open in one register is not closed by the other.
 */
export function mergedItem(
  first: CarriedItem,
  second: CarriedItem,
  /** What a value's register is called. */
  registerOf: (value: Pick<CarriedValue, "at">) => string,
): MergedItem {
  const fields = new Map(first.fields);
  const others = [...first.others];
  const added: string[] = [];
  const told: string[] = [];
  const keep = (value: CarriedValue, label: string) => {
    const heading = `${label} (from ${registerOf(value)})`;
    if (others.some((one) => isSameOther(one, heading, value))) return;
    others.push({ ...value, heading });
    added.push(heading);
  };

  const state = stateOfBoth(first.state, second.state);
  const isReopened = first.state === "closed" && state !== "closed";
  const isOpenedElsewhere = second.state === "closed" && state !== "closed";
  if (isReopened) {
    for (const field of OF_CLOSING) {
      const value = fields.get(field);
      if (value && !isSame(field, value, second.fields.get(field))) keep(value, fieldLabel(field));
      fields.delete(field);
    }
  }
  for (const [field, value] of second.fields) {
    const own = fields.get(field);
    if (isSame(field, value, own)) continue;
    if (own === undefined && !(isOpenedElsewhere && OF_CLOSING.has(field))) fields.set(field, value);
    else if (own && field === "detectedOn" && isEarlier(value, own)) {
      fields.set(field, value);
      keep(own, fieldLabel(field));
    } else keep(value, fieldLabel(field));
    if (own && field === "detectedOn") told.push(datesTold(own, value, fields.get(field)!, registerOf));
  }
  for (const other of second.others) {
    if (others.some((one) => isSameOther(one, other.heading, other))) continue;
    if (others.some(({ heading }) => headingLabel(heading) === headingLabel(other.heading)))
      keep(other, headingLabel(other.heading));
    else others.push(other);
  }
  const milestones = [...first.milestones, ...furtherRows(first.milestones, second.milestones)];
  if (first.milestones.length > 0 && milestones.length > first.milestones.length) told.push("milestones of both");
  if (first.state !== second.state) {
    const states = `${first.state} in ${registerOf(first)}, ${second.state} in ${registerOf(second)}`;
    told.push(`${states}: it stays ${state}`);
  }
  if (added.length > 0) told.push(`kept as labelled text: ${added.join(", ")}`);
  const item: CarriedItem = { state, fields, milestones, others, at: first.at };
  return { item, outcome: told.length === 0 ? "joined" : `joined; ${told.join("; ")}` };
}

/** What tells that an item is closed and since when: of no use to one that is open after all, and misleading. */
const OF_CLOSING: ReadonlySet<FieldName> = new Set(["status", "statusDate", "completedOn", "percentComplete"]);

/** The first's, but that any other state stands before closed. */
function stateOfBoth(first: CarriedState, second: CarriedState): CarriedState {
  return first === "closed" ? second : first;
}

/** What was done about two detection dates: a text that can be read as two days may be earlier in one reading, and later in the other. */
function datesTold(
  own: CarriedValue,
  other: CarriedValue,
  stands: CarriedValue,
  registerOf: (value: Pick<CarriedValue, "at">) => string,
): string {
  const isKnown = isEarlier(own, other) || isEarlier(other, own);
  return isKnown
    ? `the earlier detection date, ${stands.text}, stands`
    : `which detection date is earlier cannot be told: that of ${registerOf(own)} stands`;
}

/** Whether a date is earlier in every way in which both can be read. */
function isEarlier(value: CarriedValue, than: CarriedValue): boolean {
  const [days, others] = [daysIn(value), daysIn(than)];
  return days.length > 0 && others.length > 0 && days.every((day) => others.every((other) => day < other));
}

function daysIn({ value, text }: CarriedValue): readonly IsoDate[] {
  if (typeof value === "object") return [value.date];
  const { value: day, orders } = readDate(text, undefined);
  return day === undefined ? Object.values(orders ?? {}) : [day];
}

/** The rows that the first has not, whatever the order of their fields. */
function furtherRows(first: readonly MilestoneRow[], second: readonly MilestoneRow[]): MilestoneRow[] {
  const known = new Set(first.map(rowText));
  return second.filter((row) => !known.has(rowText(row)));
}

function rowText(row: MilestoneRow): string {
  return JSON.stringify(
    [...row].map(([field, { text }]) => [field, folded(text)]).sort(([a], [b]) => (a! < b! ? -1 : 1)),
  );
}

function isSameOther(one: OtherValue, heading: string, { text }: CarriedValue): boolean {
  const isSameText = one.text === text || folded(one.text) === folded(text);
  return isSameText && headingLabel(one.heading) === headingLabel(heading);
}

function isSame(field: FieldName, value: CarriedValue, other: CarriedValue | undefined): boolean {
  return other !== undefined && (value.text === other.text || meaningOf(field, value) === meaningOf(field, other));
}

/** What a value says, however it is spaced; ids whatever their case, ratings and answers by any name, assets in any order. */
function meaningOf(field: FieldName, { text }: CarriedValue): string {
  const { kind } = FIELDS[field];
  if (field === "id") return folded(text).toLowerCase();
  const meant = kind === "rating" ? readRating(text) : kind === "answer" ? readAnswer(text) : undefined;
  if (meant !== undefined) return meant;
  return kind === "assets" ? assetSet(text) || folded(text) : folded(text);
}

function folded(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
