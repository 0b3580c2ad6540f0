import { readAssets } from "../codecs/assets.js";
import { isPlaceholder } from "../codecs/placeholder.js";
import type { CarriedItem } from "../model/carried-item.js";
import type { FieldName } from "../model/field.js";

/** Which items of one register are in another, as indexes: of theirs to ours. */
export interface SameItems {
  /** One item in both: its id is the same, and so is its weakness, its description, its source identifier, or what it affects. */
  readonly same: ReadonlyMap<number, number>;
  /** The same id for something else. */
  readonly sameId: ReadonlyMap<number, number>;
  /** Under another id the same weakness of the same assets. */
  readonly alike: ReadonlyMap<number, number>;
}

/** Finds the items of one register in another, in time proportional to their number. Two items of one register are never one. */
export function sameItems(ours: readonly CarriedItem[], theirs: readonly CarriedItem[]): SameItems {
  const [traits, others] = [ours.map(traitsOf), theirs.map(traitsOf)];
  const same = new Map<number, number>();
  const taken = new Set<number>();
  for (const [keyOf, may] of IDENTITIES) {
    const waiting = grouped(traits, keyOf);
    for (const [index, other] of others.entries()) {
      const candidates = same.has(index) ? undefined : waiting.get(keyOf(other) ?? "");
      while (candidates && taken.has(candidates.at(-1) ?? -1)) candidates.pop();
      const found = candidates?.at(-1);
      if (found === undefined || !may(traits[found]!, other)) continue;
      same.set(index, found);
      taken.add(found);
    }
  }
  const first = (keyOf: Key) => new Map([...grouped(traits, keyOf)].map(([key, found]) => [key, found.at(-1)!]));
  const byId = first(idOf);
  const byScan = first(scanOf);
  const byName = first(nameOf);
  const unidentified = first((one) => (one.identifier === undefined ? nameOf(one) : undefined));
  const sameId = new Map<number, number>();
  const alike = new Map<number, number>();
  for (const [index, other] of others.entries()) {
    if (same.has(index)) continue;
    const namesake = byId.get(idOf(other) ?? "");
    if (namesake !== undefined) sameId.set(index, namesake);
    const double =
      byScan.get(scanOf(other) ?? "") ??
      (other.identifier === undefined ? byName : unidentified).get(nameOf(other) ?? "");
    const isAnotherId = double !== undefined && (other.id === undefined || other.id !== traits[double]!.id);
    if (isAnotherId) alike.set(index, double);
  }
  return { same, sameId, alike };
}

/** What tells items apart, folded; undefined where there is nothing. */
interface Traits {
  readonly id: string | undefined;
  readonly isApart: boolean;
  readonly weakness: string | undefined;
  readonly description: string | undefined;
  readonly identifier: string | undefined;
  readonly assets: string | undefined;
}

type Key = (one: Traits) => string | undefined;

/** The surest first, so that of several items with one id each finds its own. */
const IDENTITIES: readonly (readonly [Key, (ours: Traits, theirs: Traits) => boolean])[] = [
  [({ id, weakness, identifier, assets }) => id && [id, weakness, identifier, assets].join("\0"), areOneWeakness],
  [({ id, weakness }) => both(id, weakness), () => true],
  [({ id, identifier }) => both(id, identifier), () => true],
  // Registers without a name for the weakness get one when they are converted.
  [({ id, description }) => both(id, description), areNotScannedApart],
  // "All servers" is affected by many weaknesses, so the names must not be of two.
  [({ id, assets }) => both(id, assets), areOneWeakness],
];

/** Configuration findings and documents are numbered on their own. */
const idOf: Key = ({ id, isApart }) => id && `${id}\0${isApart}`;

/** A report's own number stands for many weaknesses: only a scanner's tells by itself that two are one. */
const scanOf: Key = ({ identifier, weakness, assets }) =>
  identifier && both(identifier, assets, /^\d{4,}$/.test(identifier) ? "" : weakness);

const nameOf: Key = ({ weakness, assets }) => both(weakness, assets);

function both(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join("\0");
}

/** Neither the identifiers nor the names tell of two weaknesses; names are reworded, but seldom by more than half. */
function areOneWeakness(ours: Traits, theirs: Traits): boolean {
  if (!areNotScannedApart(ours, theirs)) return false;
  if (ours.weakness === undefined || theirs.weakness === undefined) return true;
  const [words, others] = [wordsOf(ours.weakness), wordsOf(theirs.weakness)];
  const common = [...words].filter((word) => others.has(word)).length;
  return common * 2 >= Math.min(words.size, others.size);
}

function areNotScannedApart(ours: Traits, theirs: Traits): boolean {
  return ours.identifier === undefined || theirs.identifier === undefined || ours.identifier === theirs.identifier;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Last first, so that the first is at the end, from where it is taken. */
function grouped(all: readonly Traits[], keyOf: Key): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (let index = all.length - 1; index >= 0; index--) {
    const key = keyOf(all[index]!);
    const group = key === undefined ? undefined : groups.get(key);
    if (group) group.push(index);
    else if (key !== undefined) groups.set(key, [index]);
  }
  return groups;
}

function traitsOf({ fields, state }: CarriedItem): Traits {
  const folded = (field: FieldName) => {
    const text = fields.get(field)?.text;
    return text === undefined || isPlaceholder(text) ? undefined : text.replace(/\s+/g, " ").trim().toLowerCase();
  };
  return {
    id: folded("id"),
    isApart: state === "configuration" || state === "documentation",
    weakness: folded("weakness"),
    description: folded("description"),
    identifier: folded("sourceIdentifier"),
    assets: assetSet(fields.get("assets")?.text) || undefined,
  };
}

/** Assets in one order, each once, whatever their case; "" without any. */
export function assetSet(text: string | undefined): string {
  const names = readAssets(text ?? "").map(({ name, port, protocol }) => [name, port, protocol].join(" "));
  return [...new Set(names.map((name) => name.toLowerCase()))].sort().join("\n");
}
