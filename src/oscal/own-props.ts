import { isIsoDate } from "../model/date.js";
import { FIELDS, type FieldName } from "../model/field.js";
import { type DocumentItem, type ItemValue, type NamedValue, shownText } from "../model/item-document.js";
import { MILESTONE_FIELDS } from "../model/milestone-fields.js";
import type { Json } from "./json.js";
import { OWN_NS } from "./names.js";
import { fits } from "./props.js";

/**
 * The properties that make a reader of ours see the very item, where what OSCAL has no place for, or would say otherwise,
 * differs from `read`: what is read without them.
 */
export function ownProps(item: DocumentItem, read: DocumentItem): readonly Json[] {
  const props: Json[] = [];
  if (item.state !== read.state) props.push({ name: "state", ns: OWN_NS, value: item.state });
  for (const [field, value] of item.fields) {
    if (!isSame(value, read.fields.get(field))) props.push(valueProp(field, value, isDateField(field)));
  }
  for (const field of read.fields.keys()) if (!item.fields.has(field)) props.push(absent(field));
  if (!haveSameMilestones(item, read)) {
    if (item.milestones.length === 0) props.push(absent("milestones"));
    for (const [row, values] of item.milestones.entries()) {
      for (const [field, value] of values) {
        props.push(valueProp(`milestone.${row + 1}.${field}`, value, isDateField(field)));
      }
    }
  }
  props.push(...item.others.map(otherProp));
  return props;
}

/** The item with what its own properties say. */
export function withOwnProps(read: DocumentItem, props: readonly Json[]): DocumentItem {
  let { state } = read;
  const fields = new Map(read.fields);
  const rows = new Map<string, Map<FieldName, ItemValue>>();
  const others = [...read.others];
  let milestones = read.milestones;
  for (const prop of props) {
    const name = String(prop.name);
    const milestone = /^milestone\.(\d+)\.(\w+)$/.exec(name);
    if (name === "state") state = STATES.find((one) => one === prop.value) ?? state;
    else if (name === "other") others.push(otherOf(prop));
    else if (name === "absent" && prop.value === "milestones") milestones = [];
    else if (name === "absent") fields.delete(String(prop.value) as FieldName);
    else if (milestone && MILESTONE_FIELDS.has(milestone[2] as FieldName)) {
      const row = rows.get(milestone[1]!) ?? new Map();
      rows.set(milestone[1]!, row.set(milestone[2] as FieldName, propValue(prop, isDateField(milestone[2]!))));
    } else if (Object.hasOwn(FIELDS, name)) fields.set(name as FieldName, propValue(prop, isDateField(name)));
  }
  if (rows.size > 0) milestones = [...rows.values()];
  return { state, fields, milestones, others };
}

const STATES = ["open", "closed", "configuration", "documentation"] as const;

/** A property for any value: what no property may hold stands in its remarks. */
export function valueProp(name: string, value: ItemValue, isDate = false): Json {
  const text = shownText(value);
  const kind = kindOf(value);
  const usual = isDate && isIsoDate(text) ? "date" : "text";
  return {
    ...{ name, ns: OWN_NS, value: fits(text) ? text : IN_REMARKS },
    ...(kind !== usual && { class: kind }),
    ...(!fits(text) && { remarks: text }),
  };
}

export function propValue(prop: Json, isDate = false): ItemValue {
  const text = typeof prop.remarks === "string" ? prop.remarks : String(prop.value);
  const kind = prop.class ?? (isDate && isIsoDate(text) ? "date" : "text");
  if (kind === "date" && isIsoDate(text)) return { date: text };
  if (kind === "number" && text.trim() !== "" && Number.isFinite(Number(text))) return Number(text);
  return kind === "boolean" ? text === "TRUE" : text;
}

const IN_REMARKS = "in-remarks";

function absent(field: string): Json {
  return { name: "absent", ns: OWN_NS, value: field };
}

function otherProp({ heading, value }: NamedValue): Json {
  if (!fits(heading)) {
    return { name: "other", ns: OWN_NS, value: IN_REMARKS, class: "pair", remarks: JSON.stringify([heading, value]) };
  }
  const kind = kindOf(value);
  return {
    name: "other",
    ns: OWN_NS,
    value: heading,
    ...(kind !== "text" && { class: kind }),
    remarks: shownText(value),
  };
}

function otherOf(prop: Json): NamedValue {
  if (prop.class !== "pair") return { heading: String(prop.value), value: propValue(prop) };
  try {
    const [heading, value] = JSON.parse(String(prop.remarks)) as [string, ItemValue];
    return { heading, value };
  } catch {
    // Somebody else has written into it.
    return { heading: "other", value: String(prop.remarks) };
  }
}

function kindOf(value: ItemValue): "text" | "number" | "boolean" | "date" {
  if (typeof value === "object") return "date";
  return typeof value === "string" ? "text" : (typeof value as "number" | "boolean");
}

function isDateField(field: string): boolean {
  return FIELDS[field as FieldName].kind === "date";
}

function isSame(one: ItemValue, other: ItemValue | undefined): boolean {
  if (typeof one === "object") return typeof other === "object" && one.date === other.date;
  return one === other;
}

function haveSameMilestones({ milestones: ours }: DocumentItem, { milestones: theirs }: DocumentItem): boolean {
  if (ours.length !== theirs.length) return false;
  return ours.every((row, index) => {
    const other = theirs[index]!;
    return row.size === other.size && [...row].every(([field, value]) => isSame(value, other.get(field)));
  });
}
