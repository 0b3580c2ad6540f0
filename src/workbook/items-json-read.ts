import type { CarriedState } from "../model/carried-item.js";
import type { ControlNotation } from "../model/control.js";
import { isIsoDate } from "../model/date.js";
import { FIELD_NAMES, FIELDS, type FieldName } from "../model/field.js";
import type { DocumentItem, ItemDocument, ItemValue, NamedValue } from "../model/item-document.js";
import { MILESTONE_FIELDS } from "../model/milestone-fields.js";
import { didYouMean } from "../model/nearest.js";
import { HEADER_FIELDS, type HeaderField } from "../model/template.js";
import { UserError } from "../model/user-error.js";

/** The items of poam's own JSON, `value` being the file's. Throws a UserError that names the first fault and its place. */
export function readItemsJson(value: object, file: string): ItemDocument {
  try {
    return documentOf(value);
  } catch (error) {
    // The places below know nothing of the file.
    if (error instanceof UserError) throw new UserError(error.code, `${file}: ${error.message}`);
    throw error;
  }
}

export const ITEMS_JSON_KEYS = ["$schema", "version", "tool", "template", "header", "controlNotation", "items"];
export const ITEM_KEYS = ["state", "fields", "milestones", "other", "cell"];
export const STATES: readonly CarriedState[] = ["open", "closed", "configuration", "documentation"];
export const NOTATIONS: readonly ControlNotation[] = ["800-53", "emass", "oscal", "800-171", "cmmc", "any"];

function documentOf(value: object): ItemDocument {
  const root = record(value, "", ITEMS_JSON_KEYS);
  if (root.version !== 1) {
    throw fault(
      `version ${JSON.stringify(root.version)} is not one that this version of poam reads; it reads version 1`,
    );
  }
  const notation = root.controlNotation ?? "any";
  return {
    header: header(root.header ?? {}),
    notation: oneOf(notation, NOTATIONS, "controlNotation"),
    items: list(root.items, "items").map((one, index) => item(one, `items[${index}]`)),
    notes: [],
  };
}

function fault(what: string): UserError {
  return new UserError("items-json", /[.?]$/.test(what) ? what : `${what}.`);
}

function header(value: unknown): ReadonlyMap<HeaderField, ItemValue> {
  const entries = Object.entries(record(value, "header", HEADER_FIELDS));
  return new Map(entries.map(([field, one]) => [field as HeaderField, itemValue(one, `header.${field}`)]));
}

function item(value: unknown, at: string): DocumentItem {
  const { state, fields, milestones, other } = record(value, at, ITEM_KEYS);
  return {
    state: oneOf(state ?? "open", STATES, `${at}.state`),
    fields: fieldValues(fields ?? {}, `${at}.fields`, (field) => !MILESTONE_FIELDS.has(field)),
    milestones: list(milestones ?? [], `${at}.milestones`)
      .map((row, index) => fieldValues(row, `${at}.milestones[${index}]`, (field) => MILESTONE_FIELDS.has(field)))
      .filter((row) => row.size > 0),
    others: others(other ?? {}, `${at}.other`),
  };
}

function fieldValues(
  value: unknown,
  at: string,
  belongs: (field: FieldName) => boolean,
): ReadonlyMap<FieldName, ItemValue> {
  const values = new Map<FieldName, ItemValue>();
  for (const [name, one] of Object.entries(record(value, at))) {
    const field = name as FieldName;
    if (!Object.hasOwn(FIELDS, name)) {
      throw fault(`${at}: there is no field ${name}.${didYouMean(name, FIELD_NAMES)}`);
    }
    if (!belongs(field)) {
      throw fault(
        `${at}.${name}: ${MILESTONE_FIELDS.has(field) ? "this belongs into milestones" : "this is no milestone's"}`,
      );
    }
    const read = fieldValue(field, one, `${at}.${name}`);
    if (!isBlank(read)) values.set(field, read);
  }
  return values;
}

function fieldValue(field: FieldName, value: unknown, at: string): ItemValue {
  if (FIELDS[field].kind === "date" && typeof value === "string" && isIsoDate(value)) return { date: value };
  return itemValue(value, at);
}

function others(value: unknown, at: string): readonly NamedValue[] {
  const named = Array.isArray(value)
    ? value.map((one, index): NamedValue => {
        const { heading, value: own } = record(one, `${at}[${index}]`, ["heading", "value"]);
        if (typeof heading !== "string") throw fault(`${at}[${index}].heading must be a text`);
        return { heading, value: itemValue(own, `${at}[${index}].value`) };
      })
    : Object.entries(record(value, at)).map(([heading, own]) => ({
        heading,
        value: itemValue(own, `${at}.${heading}`),
      }));
  const nameless = named.findIndex(({ heading }) => heading.trim() === "");
  if (nameless >= 0) throw fault(`${at}: the heading of value ${nameless + 1} is blank`);
  return named.filter((one) => !isBlank(one.value));
}

function itemValue(value: unknown, at: string): ItemValue {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (isRecord(value) && Object.keys(value).length === 1) {
    if (typeof value.text === "string") return value.text;
    if (typeof value.date === "string" && isIsoDate(value.date)) return { date: value.date };
  }
  throw fault(`${at} must be a text, a number, true, false or { "date": "2026-03-31" }`);
}

function isBlank(value: ItemValue): boolean {
  return typeof value === "string" && value.trim() === "";
}

function record(value: unknown, at: string, keys?: readonly string[]): Record<string, unknown> {
  if (!isRecord(value)) throw fault(`${at} must be an object { … }`);
  const stranger = keys && Object.keys(value).find((key) => !keys.includes(key));
  if (keys && stranger !== undefined) {
    throw fault(`${at === "" ? "" : `${at}: `}there is no key ${stranger}.${didYouMean(stranger, keys)}`);
  }
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function list(value: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(value)) throw fault(`${at} must be a list [ … ]`);
  return value;
}

function oneOf<T extends string>(value: unknown, known: readonly T[], at: string): T {
  const found = known.find((one) => one === value);
  if (found === undefined)
    throw fault(`${at}: ${JSON.stringify(value)} is not possible; it can be ${known.join(", ")}`);
  return found;
}
