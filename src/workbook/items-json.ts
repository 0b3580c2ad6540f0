import type { Carried, CarriedItem, CarriedValue } from "../model/carried-item.js";
import { reference } from "../model/cell.js";
import { isIsoDate } from "../model/date.js";
import { FIELDS, type FieldName } from "../model/field.js";

/**
 * The items as poam's own JSON, version 1, an item a line: `schemas/poam-items.schema.json` says what may stand in it.
 * A date field's day is a plain text, other days are `{ "date": … }`.
 */
export function* itemsJson(carried: Carried, { tool }: { readonly tool: string }): Iterable<string> {
  const { template, header, items } = carried;
  const notation = notationOf(items);
  yield `{"version":1,"tool":${JSON.stringify(tool)},"template":${JSON.stringify(template)},\n`;
  yield `"header":${object(header, (_, { value }) => plain(value))},\n`;
  if (notation !== undefined) yield `"controlNotation":${JSON.stringify(notation)},\n`;
  yield '"items":[';
  for (const [index, item] of items.entries()) yield `${index > 0 ? ",\n" : "\n"}${itemJson(item)}`;
  yield "\n]}\n";
}

/** How all items write their controls; undefined where they differ. */
export function notationOf(items: readonly CarriedItem[]): CarriedValue["notation"] {
  const notations = new Set(items.flatMap(({ fields }) => fields.get("controls")?.notation ?? []));
  const [notation] = notations;
  return notations.size === 1 && notation !== "any" ? notation : undefined;
}

function itemJson({ state, fields, milestones, others, at }: CarriedItem): string {
  const parts = [`"state":"${state}"`, `"fields":${object(fields, fieldJson)}`];
  if (milestones.length > 0) parts.push(`"milestones":[${milestones.map((row) => object(row, fieldJson)).join(",")}]`);
  if (others.length > 0) parts.push(`"other":${othersJson(others)}`);
  parts.push(`"cell":${JSON.stringify(reference(at))}`);
  return `{${parts.join(",")}}`;
}

function fieldJson(field: FieldName, { value }: CarriedValue): string {
  if (FIELDS[field].kind !== "date") return plain(value);
  if (typeof value === "object" && isIsoDate(value.date)) return JSON.stringify(value.date);
  return typeof value === "string" && isIsoDate(value) ? JSON.stringify({ text: value }) : plain(value);
}

/** A list where an object would not keep them: headings that repeat, and numbers, which objects put first. */
function othersJson(others: CarriedItem["others"]): string {
  const headings = new Set(others.map(({ heading }) => heading));
  if (headings.size === others.length && !others.some(({ heading }) => /^\d+$/.test(heading))) {
    return `{${others.map(({ heading, value }) => `${JSON.stringify(heading)}:${plain(value)}`).join(",")}}`;
  }
  const listed = others.map(({ heading, value }) => `{"heading":${JSON.stringify(heading)},"value":${plain(value)}}`);
  return `[${listed.join(",")}]`;
}

function object<Key extends string>(
  values: ReadonlyMap<Key, CarriedValue>,
  json: (key: Key, value: CarriedValue) => string,
): string {
  return `{${[...values].map(([key, value]) => `"${key}":${json(key, value)}`).join(",")}}`;
}

function plain(value: CarriedValue["value"]): string {
  return JSON.stringify(typeof value === "number" && !Number.isFinite(value) ? String(value) : value);
}
