import { isPlaceholder } from "../codecs/placeholder.js";
import type { Carried, CarriedItem } from "../model/carried-item.js";
import { reference } from "../model/cell.js";
import type { IsoDate } from "../model/date.js";
import type { VerFacts, VerSidecar } from "../model/evidence.js";
import type { FieldName } from "../model/field.js";
import { stateOf } from "../model/status.js";
import type { VerItem } from "../model/ver-report.js";
import { type DoubtfulFact, doubtfulFacts } from "./doubtful-facts.js";
import { factColumn, isUnsaid } from "./fact-columns.js";
import { momentOf } from "./moment.js";

/** An item with the facts of its evaluation: those of the sidecar, else those of extra columns. */
export interface KnownItem extends VerItem {
  readonly item: CarriedItem;
  readonly trackingId: string | undefined;
  /** Whether another item before it is reported by the same tracking id. */
  readonly isNamesake: boolean;
  readonly detectedAt: string | undefined;
  readonly closedOn: IsoDate | undefined;
  /** Headings of extra columns that hold what cannot be read. */
  readonly unreadable: readonly string[];
  /** What was left out of its facts. */
  readonly doubtful: readonly DoubtfulFact[];
}

/** The items that are vulnerabilities, each with what is known of it: all but deficiencies of documents. */
export function knownItems({ items }: Carried, sidecar: VerSidecar, asOf: IsoDate): readonly KnownItem[] {
  const vulnerabilities = items.filter(({ state }) => state !== "documentation");
  const keys = keysOf(vulnerabilities);
  const taken = new Set<string>();
  return vulnerabilities.map((item, index) => {
    const id = idOf(item);
    const key = keys[index]!;
    const { facts: inColumns, unreadable } = columnFacts(item);
    const [byId, byKey] = [id === undefined ? undefined : sidecar.items.get(id), sidecar.items.get(key)];
    const said: VerFacts = byId || byKey ? { ...inColumns, ...byId, ...byKey } : inColumns;
    const trackingId = said.trackingId ?? id;
    const isNamesake = trackingId !== undefined && taken.has(trackingId);
    if (trackingId !== undefined) taken.add(trackingId);
    const detected = said.detectedAt ?? dayIn(item, "detectedOn");
    const detectedAt = detected && momentOf(detected);
    const doubtful = doubtfulFacts(said, detectedAt, asOf);
    const facts = doubtful.length === 0 ? said : without(said, doubtful);
    return {
      ...{ item, id, key, facts, unreadable, doubtful, trackingId, isNamesake, detectedAt },
      ...{ at: item.at, isClosed: isClosed(item) },
      closedOn:
        facts.closedOn ?? dayIn(item, "completedOn") ?? dayIn(item, "remediatedOn") ?? dayIn(item, "statusDate"),
    };
  });
}

function without(facts: VerFacts, left: readonly DoubtfulFact[]): VerFacts {
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => !(left as readonly string[]).includes(fact)));
}

/** The day that a field holds; undefined for texts that may mean another, or none. */
export function dayIn({ fields }: CarriedItem, field: FieldName): IsoDate | undefined {
  const value = fields.get(field)?.value;
  return typeof value === "object" ? value.date : undefined;
}

function idOf({ fields }: CarriedItem): string | undefined {
  const id = fields.get("id")?.text.trim() ?? "";
  return id === "" || isPlaceholder(id) ? undefined : id;
}

/** The id; for an item without one, or with one that others have, its place, numbered where several books have such a place. */
function keysOf(items: readonly CarriedItem[]): readonly string[] {
  const uses = new Map<string, number>();
  for (const item of items) {
    const id = idOf(item);
    if (id !== undefined) uses.set(id, (uses.get(id) ?? 0) + 1);
  }
  const places = new Map<string, number>();
  return items.map((item) => {
    const id = idOf(item);
    if (id !== undefined && uses.get(id) === 1) return id;
    const place = reference(item.at);
    const number = (places.get(place) ?? 0) + 1;
    places.set(place, number);
    return number === 1 ? place : `${place} (${number})`;
  });
}

/** Configuration findings stand on a sheet of their own, whether closed or not. */
function isClosed({ state, fields }: CarriedItem): boolean {
  if (state !== "configuration") return state === "closed";
  const status = fields.get("status");
  if (status) return stateOf(status.text) === "closed";
  return fields.has("completedOn") || fields.has("remediatedOn");
}

function columnFacts({ others }: CarriedItem): { readonly facts: VerFacts; readonly unreadable: readonly string[] } {
  if (others.length === 0) return NOTHING;
  const facts: Record<string, string | number | boolean> = {};
  const unreadable: string[] = [];
  for (const { heading, text } of others) {
    const column = factColumn(heading);
    if (!column || column.fact in facts || isUnsaid(text)) continue;
    const value = column.read(text, undefined);
    if (value === undefined) unreadable.push(heading);
    else facts[column.fact] = value;
  }
  return { facts, unreadable };
}

const NOTHING = { facts: {}, unreadable: [] };
