import type { Carried, CarriedItem, CarriedValue } from "../model/carried-item.js";
import type { IsoDate } from "../model/date.js";
import type { FieldName } from "../model/field.js";
import { type DocumentItem, type ItemValue, shownText } from "../model/item-document.js";
import { UserError } from "../model/user-error.js";
import { dateTime } from "./date-time.js";
import { type Definitions, newDefinitions } from "./definitions.js";
import { type Json, NOT_KEPT, records } from "./json.js";
import { FEDRAMP, RFC_4122 } from "./names.js";
import { ownProps, valueProp } from "./own-props.js";
import { fits } from "./props.js";
import { ITEM_UUID, readItem } from "./read-item.js";
import type { References } from "./reading.js";
import { isOscalUuid, POAM_NAMESPACE, uuidV5 } from "./uuid.js";
import { itemParts } from "./write-item.js";

export interface OscalOptions {
  readonly asOf: IsoDate;
  /** What writes it, with its version: `poam 0.1.0`. */
  readonly tool: string;
  /** Of OSCAL; 1.1.2 is what FedRAMP's constraints are written for. */
  readonly version?: string;
}

/**
 * The items as an OSCAL POA&M in JSON, in pieces. The same items, day and tool give the same document: UUIDs are derived
 * from the system and the POA&M ids. What OSCAL has no place for, or what a reader would see otherwise, goes into properties
 * of ours, so that `readOscal` gives the very items. Throws a `UserError` where there is no item: OSCAL has no POA&M without.
 */
export function* oscalPoam(carried: Carried, { asOf, tool, version = "1.1.2" }: OscalOptions): Iterable<string> {
  if (carried.items.length === 0) {
    throw new UserError("no-items", "an OSCAL POA&M must have an item, and here is none: there is nothing to write.");
  }
  const system = systemOf(carried);
  const namespace = uuidV5(POAM_NAMESPACE, system.name);
  const definitions = newDefinitions(namespace);
  const references: References = { nameOf: definitions.nameOf, target: (href) => href, isOwn: true };
  const sections = { observations: [] as string[], risks: [] as string[], "poam-items": [] as string[] };
  const uuidOf = itemUuids(namespace);
  for (const carriedItem of carried.items) {
    const item = documentItem(carriedItem);
    const parts = itemParts(item, { uuid: uuidOf(item), asOf, definitions });
    const props = ownProps(item, readItem(parts, references, NOT_KEPT));
    const written = { ...parts.item, props: [...records(parts.item, "props"), ...props] };
    for (const one of parts.observations) sections.observations.push(JSON.stringify(one));
    for (const one of parts.risks) sections.risks.push(JSON.stringify(one));
    sections["poam-items"].push(JSON.stringify(withoutEmpty(written)));
  }
  yield '{"plan-of-action-and-milestones":{\n';
  yield `"uuid":${JSON.stringify(uuidV5(namespace, `poam ${asOf}`))},\n`;
  yield `"metadata":${JSON.stringify(metadata(carried, { asOf, tool, version }, definitions))},\n`;
  yield `"system-id":${JSON.stringify(system.id)},\n`;
  yield `"local-definitions":${JSON.stringify(definitions.local(tool))}`;
  for (const [name, entries] of Object.entries(sections)) {
    yield `,\n"${name}":[`;
    for (const [index, entry] of entries.entries()) yield `${index > 0 ? ",\n" : "\n"}${entry}`;
    yield "\n]";
  }
  yield "\n}}\n";
}

function documentItem({ state, fields, milestones, others }: CarriedItem): DocumentItem {
  return {
    ...{ state, fields: values(fields), milestones: milestones.map(values) },
    others: others.map(({ heading, value }) => ({ heading, value })),
  };
}

function values(carried: ReadonlyMap<FieldName, CarriedValue>): ReadonlyMap<FieldName, ItemValue> {
  return new Map([...carried].map(([field, { value }]) => [field, value]));
}

function withoutEmpty(object: Json): Json {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => !Array.isArray(value) || value.length > 0));
}

/** A POA&M item's own UUID where it has one; else from its id, or what it is called, and its turn among those of the same. */
function itemUuids(namespace: string): (item: DocumentItem) => string {
  const turns = new Map<string, number>();
  const used = new Set<string>();
  return ({ fields, others }) => {
    const kept = others.find(({ heading }) => heading === ITEM_UUID)?.value ?? fields.get("id");
    if (typeof kept === "string" && isOscalUuid(kept) && !used.has(kept)) {
      used.add(kept);
      return kept;
    }
    const name = ["id", "weakness", "assets"] as const;
    const key = shownText(name.flatMap((field) => fields.get(field) ?? [])[0] ?? "");
    const turn = (turns.get(key) ?? 0) + 1;
    turns.set(key, turn);
    return uuidV5(namespace, `item ${turn} ${key}`);
  };
}

interface System {
  /** What everything in the document is named after. */
  readonly name: string;
  readonly id: Json;
}

/** FedRAMP's number where the header block has one, else a UUID made from the names in it. */
function systemOf({ header }: Carried): System {
  const named = (["registrationNumber", "system", "organization"] as const).map(
    (field) => header.get(field)?.text.trim() ?? "",
  );
  const name = named.join("\n");
  const [number] = named;
  if (number && /^F(?:R|\d)[A-Za-z0-9-]{4,}$/.test(number))
    return { name: number, id: { "identifier-type": FEDRAMP, id: number } };
  return { name, id: { "identifier-type": RFC_4122, id: uuidV5(POAM_NAMESPACE, `system ${name}`) } };
}

function metadata(
  { header, template, items }: Carried,
  { asOf, tool, version }: Required<OscalOptions>,
  definitions: Definitions,
): Json {
  const system = header.get("system")?.text.replace(/\s+/g, " ").trim();
  const poamDate = header.get("poamDate")?.text.trim();
  const notations = new Set(items.flatMap(({ fields }) => fields.get("controls")?.notation ?? []));
  const [notation] = notations.size === 1 ? notations : [];
  const props = [
    valueProp("written-by", tool),
    valueProp("template", template),
    ...(notation && notation !== "any" ? [valueProp("control-notation", notation)] : []),
    ...[...header].map(([field, { value }]) => valueProp(`header.${field}`, value)),
  ];
  const parties = definitions.parties(header.get("organization")?.text.trim());
  return {
    title: `${system ? `${system} ` : ""}Plan of Action and Milestones`,
    "last-modified": dateTime(asOf),
    version: poamDate !== undefined && fits(poamDate) ? poamDate : asOf,
    "oscal-version": version,
    props,
    ...parties,
  };
}
