import type { FieldName } from "../model/field.js";
import type { DocumentItem, ItemValue } from "../model/item-document.js";
import { type Json, records, type Taken, takeText } from "./json.js";
import { leftovers } from "./leftovers.js";
import { OWN_NS } from "./names.js";
import { takeProp } from "./props.js";
import { readObservations } from "./read-observations.js";
import { readRemediations, readRisk, readRiskLog } from "./read-risk.js";
import type { ItemParts, ItemReading, References } from "./reading.js";

/** The item as any tool's OSCAL says it; what has no field is kept by its OSCAL name. Our own properties are not looked at. */
export function readItem(parts: ItemParts, references: References, taken: Taken): DocumentItem {
  const { item, observations } = parts;
  const [risk] = parts.risks;
  const fields = new Map<FieldName, ItemValue>();
  const reading: ItemReading = {
    ...{ fields, milestones: [], others: [], taken, references },
    put(field, value) {
      if (value !== undefined && !fields.has(field)) fields.set(field, value);
    },
  };
  for (const one of [item, ...parts.risks, ...observations]) takeOwnProps(one, taken);
  readIdentity(item, risk, reading);
  if (risk) {
    readRisk(risk, reading);
    readRemediations(risk, reading);
    readRiskLog(risk, reading);
  }
  readObservations(item, observations, parts.risks, reading);
  reading.put("comments", takeText(taken, item, "remarks"));
  const others = [
    ...reading.others,
    ...leftovers("poam-item", [item], taken, references.nameOf),
    ...leftovers("risk", parts.risks, taken, references.nameOf),
    ...leftovers("observation", observations, taken, references.nameOf),
  ];
  const state = risk?.status === "closed" ? "closed" : "open";
  return { state, fields, milestones: reading.milestones, others };
}

function takeOwnProps(object: Json, taken: Taken): void {
  for (const prop of records(object, "props")) {
    if (prop.ns === OWN_NS) for (const key of Object.keys(prop)) taken.mark(prop, key);
    else taken.mark(prop, "ns");
  }
}

function readIdentity(item: Json, risk: Json | undefined, { put, others, taken, references }: ItemReading): void {
  const id = takeProp(item, "POAM-ID", taken);
  put("id", id);
  if (typeof item.uuid === "string" && !references.isOwn) {
    // Without another id, the item is known by this one.
    if (id === undefined) put("id", item.uuid);
    else others.push({ heading: ITEM_UUID, value: item.uuid });
  }
  for (const [field, key] of NAMING) {
    // The item's own words are kept where they are not the risk's.
    const isTwice = risk?.[key] === item[key];
    const text = takeText(taken, risk, key);
    put(field, text ?? takeText(taken, item, key));
    if (isTwice) taken.mark(item, key);
  }
}

const NAMING = [
  ["weakness", "title"],
  ["description", "description"],
] as const;

/** What a POA&M item's own UUID is kept as, where the item has another id. */
export const ITEM_UUID = "poam-item.uuid";
