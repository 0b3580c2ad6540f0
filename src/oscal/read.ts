import type { ControlNotation } from "../model/control.js";
import { isIsoDate } from "../model/date.js";
import type { DocumentItem, ItemDocument, ItemValue } from "../model/item-document.js";
import { HEADER_FIELDS, type HeaderField } from "../model/template.js";
import { UserError } from "../model/user-error.js";
import { isRecord, type Json, records, takenLeaves, texts } from "./json.js";
import { OWN_NS } from "./names.js";
import { propValue, withOwnProps } from "./own-props.js";
import { readItem } from "./read-item.js";
import type { ItemParts, References } from "./reading.js";
import { refuseMisshapen } from "./shape.js";

/**
 * The items of an OSCAL POA&M (1.0 to 1.2, JSON), `value` being the file's. Read leniently: from any tool, also where the
 * schema is not kept to; but a document without items is none, and a part that cannot be read is refused, as it would be lost.
 * Throws `UserError`.
 */
export function readOscal(value: object, file: string): ItemDocument {
  const document = (value as Json)["plan-of-action-and-milestones"];
  if (!isRecord(document))
    throw new UserError("oscal", `${file}: plan-of-action-and-milestones must be an object { … }.`);
  refuseMisshapen(document, file);
  const items = records(document, "poam-items");
  if (items.length === 0) {
    throw new UserError("oscal", `${file} is an OSCAL POA&M without poam-items: there is nothing to read in it.`);
  }
  const metadata = isRecord(document.metadata) ? document.metadata : {};
  const own = records(metadata, "props").filter(({ ns }) => ns === OWN_NS);
  const references = referencesOf(document, own.length > 0);
  const known = knownParts(document);
  const parts = items.map((item) => partsOf(item, known));
  return {
    header: own.length > 0 ? ownHeader(own) : headerOf(document, metadata, references),
    notation: notationOf(own),
    items: parts.map((one) => documentItem(one, references)),
    notes: [...notesOf(document, parts), ...danglingNotes(items, known)],
  };
}

function documentItem(parts: ItemParts, references: References): DocumentItem {
  const read = readItem(parts, references, takenLeaves());
  return withOwnProps(
    read,
    records(parts.item, "props").filter(({ ns }) => ns === OWN_NS),
  );
}

interface KnownParts {
  readonly risks: ReadonlyMap<string, Json>;
  readonly observations: ReadonlyMap<string, Json>;
}

function knownParts(document: Json): KnownParts {
  const risks = new Map(byUuid(records(document, "risks")));
  // NIST's own example refers to a risk by one of its mitigating factors.
  for (const risk of records(document, "risks")) {
    for (const factor of records(risk, "mitigating-factors")) {
      if (!risks.has(String(factor.uuid))) risks.set(String(factor.uuid), risk);
    }
  }
  return { risks, observations: byUuid(records(document, "observations")) };
}

/** The item with its risks and observations, its own and those of its risks. */
function partsOf(item: Json, { risks, observations }: KnownParts): ItemParts {
  const ownRisks = related(item, ...RISKS, risks);
  const seen = [item, ...ownRisks].flatMap((one) => related(one, ...OBSERVATIONS, observations));
  return { item, risks: ownRisks, observations: [...new Set(seen)] };
}

/** Where references stand, and under which key. */
const RISKS = ["related-risks", "risk-uuid"] as const;
const OBSERVATIONS = ["related-observations", "observation-uuid"] as const;

function byUuid(objects: readonly Json[]): ReadonlyMap<string, Json> {
  return new Map(objects.map((one) => [String(one.uuid), one]));
}

function related(object: Json, list: string, key: string, all: ReadonlyMap<string, Json>): readonly Json[] {
  const found = records(object, list).map((one) => all.get(String(one[key])));
  return [...new Set(found.filter((one) => one !== undefined))];
}

function referencesOf(document: Json, isOwn: boolean): References {
  const metadata = isRecord(document.metadata) ? document.metadata : {};
  const local = isRecord(document["local-definitions"]) ? document["local-definitions"] : {};
  const assets = isRecord(local["assessment-assets"]) ? local["assessment-assets"] : {};
  const names = new Map<string, string>();
  const name = (objects: readonly Json[], of: (one: Json) => unknown): void => {
    for (const one of objects) {
      const text = of(one);
      if (typeof text === "string" && text.trim() !== "") names.set(String(one.uuid), text);
    }
  };
  name(records(metadata, "parties"), (one) => one.name ?? one["short-name"]);
  name([...records(local, "components"), ...records(assets, "components")], (one) => one.title);
  name(records(local, "inventory-items"), assetName);
  const resources = isRecord(document["back-matter"]) ? records(document["back-matter"], "resources") : [];
  const targets = new Map(resources.map((one) => [`#${one.uuid}`, records(one, "rlinks")[0]?.href ?? one.title]));
  return {
    isOwn,
    nameOf: (uuid) => names.get(uuid),
    target: (href) => String(targets.get(href) ?? href),
  };
}

/** What an inventory item is called in a POA&M: its host name or address before the number that its owner gave it. */
function assetName(item: Json): unknown {
  const props = records(item, "props");
  const named = ["fqdn", "hostname", "uri", "ipv4-address", "ipv6-address", "asset-id"];
  return named.flatMap((name) => props.find((prop) => prop.name === name)?.value ?? [])[0] ?? item.description;
}

function ownHeader(props: readonly Json[]): ReadonlyMap<HeaderField, ItemValue> {
  const header = new Map<HeaderField, ItemValue>();
  for (const prop of props) {
    const field = HEADER_FIELDS.find((one) => prop.name === `header.${one}`);
    if (field) header.set(field, propValue(prop));
  }
  return header;
}

function notationOf(props: readonly Json[]): ControlNotation {
  const said = props.find(({ name }) => name === "control-notation")?.value;
  return NOTATIONS.find((one) => one === said) ?? "any";
}

const NOTATIONS: readonly ControlNotation[] = ["800-53", "emass", "oscal", "800-171", "cmmc"];

function headerOf(document: Json, metadata: Json, { nameOf }: References): ReadonlyMap<HeaderField, ItemValue> {
  const header = new Map<HeaderField, ItemValue>();
  const put = (field: HeaderField, text: unknown): void => {
    if (typeof text === "string" && text.trim() !== "") header.set(field, text);
  };
  const provider = ["cloud-service-provider", "prepared-for", "prepared-by"]
    .flatMap((role) => records(metadata, "responsible-parties").filter((one) => one["role-id"] === role))
    .flatMap((one) => texts(one, "party-uuids").flatMap((uuid) => nameOf(uuid) ?? []));
  put("organization", provider[0]);
  const title = typeof metadata.title === "string" ? metadata.title : "";
  const system = title.replace(/\s*(?:FedRAMP )?plan of actions? (?:and|&) milestones.*$/i, "");
  if (system !== title) put("system", system);
  put("registrationNumber", isRecord(document["system-id"]) ? document["system-id"].id : undefined);
  const day = String(metadata.published ?? metadata["last-modified"]).slice(0, 10);
  if (isIsoDate(day)) header.set("poamDate", { date: day });
  return header;
}

/** What the document holds besides its items. */
function notesOf(document: Json, parts: readonly ItemParts[]): readonly string[] {
  const used = new Set(parts.flatMap(({ risks, observations }) => [...risks, ...observations]));
  const notes: string[] = [];
  for (const [list, one, several] of [
    ["risks", "risk belongs", "risks belong"],
    ["observations", "observation belongs", "observations belong"],
  ] as const) {
    const count = records(document, list).filter((entry) => !used.has(entry)).length;
    if (count > 0)
      notes.push(`${count} ${count === 1 ? one : several} to no item of the OSCAL document, and stays there.`);
  }
  if (records(document, "findings").length > 0) notes.push("The OSCAL document's findings stay there.");
  const resources = isRecord(document["back-matter"]) ? records(document["back-matter"], "resources").length : 0;
  if (resources > 0) notes.push("The OSCAL document's back matter stays there; links into it are written out.");
  return notes.map((note) => note.replace(/belong to (.*), and stays/, "belong to $1, and stay"));
}

/** References to parts that the document does not have: what they stand for is lost before poam comes to it. */
function danglingNotes(items: readonly Json[], { risks, observations }: KnownParts): readonly string[] {
  const sentence = (
    from: readonly Json[],
    [list, key]: readonly [string, string],
    all: ReadonlyMap<string, Json>,
    noun: string,
  ): string[] => {
    const named = from.flatMap((one) => records(one, list).map((entry) => String(entry[key])));
    const lost = [...new Set(named)].filter((uuid) => !all.has(uuid));
    if (lost.length === 0) return [];
    const more = lost.length > TOLD ? ` and ${lost.length - TOLD} more` : "";
    const uuids = `${lost.slice(0, TOLD).join(", ")}${more}`;
    return [`The OSCAL document refers to ${noun}s that it does not have: ${uuids}.`];
  };
  const both = [...items, ...new Set(risks.values())];
  return [...sentence(items, RISKS, risks, "risk"), ...sentence(both, OBSERVATIONS, observations, "observation")];
}

const TOLD = 3;
