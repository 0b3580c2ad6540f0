import type { Carried, CarriedItem, CarriedValue } from "../model/carried-item.js";
import { reference } from "../model/cell.js";
import type { ItemClash } from "../model/losses.js";
import type { HeaderField } from "../model/template.js";
import { mergedItem } from "./merged-item.js";
import { sameItems } from "./same-items.js";

export interface JoinSource {
  readonly path: string;
  readonly carried: Carried;
}

export interface Joined {
  /** One register; each cell of it knows its workbook. */
  readonly carried: Carried;
  /** Items in several sources, and what was done about each. */
  readonly clashes: readonly ItemClash[];
  readonly notes: readonly string[];
}

/**
 * Joins registers, as a 3PAO's and a provider's, in their order: what both have becomes one item, and what only looks like it
 * stays and is reported. One source alone stays as it is.
 */
export function joinCarried(sources: readonly JoinSource[]): Joined {
  if (sources.length === 1) return { carried: sources[0]!.carried, clashes: [], notes: [] };
  const nameOf = namesOf(sources.map(({ path }) => path));
  const registerOf = ({ at }: Pick<CarriedValue, "at">) => nameOf.get(at.path!)!;
  const [first, ...further] = sources.map(({ path, carried }) => fromPath(carried, path));
  const items = [...first!.items];
  const header = new Map(first!.header);
  const clashes: ItemClash[] = [];
  const notes: string[] = [];
  for (const next of further) {
    const { same, sameId, alike } = sameItems(items, next.items);
    for (const [index, item] of next.items.entries()) {
      const clash = (kind: ItemClash["kind"], other: CarriedItem, outcome: string) => {
        const at = [other.at, item.at];
        clashes.push({ kind, id: idsOf(other, item), at, paths: at.map(({ path }) => path!), outcome });
      };
      const twin = same.get(index);
      if (twin === undefined) {
        const [namesake, double] = [sameId.get(index), alike.get(index)];
        if (namesake !== undefined) clash("same-id", items[namesake]!, "one id for two weaknesses: both stay");
        if (double !== undefined)
          clash(
            "likely-duplicate",
            items[double]!,
            `one weakness of the same assets${underIds(items[double]!, item)}: both stay`,
          );
        items.push(item);
        continue;
      }
      const merged = mergedItem(items[twin]!, item, registerOf);
      clash("joined", items[twin]!, merged.outcome);
      items[twin] = merged.item;
    }
    notes.push(...joinHeader(header, next.header, registerOf));
  }
  const unread = [first!, ...further].flatMap((one) => one.unread);
  return { carried: { template: first!.template, header, items, unread }, clashes, notes };
}

/** Adds what the header block lacks; of what differs, a note. */
function joinHeader(
  header: Map<HeaderField, CarriedValue>,
  next: ReadonlyMap<HeaderField, CarriedValue>,
  registerOf: (value: CarriedValue) => string,
): string[] {
  const notes: string[] = [];
  for (const [field, value] of next) {
    const own = header.get(field);
    if (own === undefined) header.set(field, value);
    else if (own.text.trim() !== value.text.trim()) {
      const label = value.heading ?? field;
      notes.push(
        `${label} differs: that of ${registerOf(own)} stands, that of ${registerOf(value)} (${reference(value.at)}) does not go along`,
      );
    }
  }
  return notes;
}

/** How the ids of what looks alike differ: one of them may be missing, or both. */
function underIds(...items: readonly CarriedItem[]): string {
  const count = items.filter((item) => idsOf(item) !== "").length;
  if (count === 2) return " under two ids";
  return count === 1 ? ", of which one has no id" : ", both without an id";
}

function idsOf(...items: readonly CarriedItem[]): string {
  const ids = items.map(({ fields }) => fields.get("id")?.text.trim() ?? "").filter((id) => id !== "");
  const isOne = new Set(ids.map((id) => id.replace(/\s+/g, " ").toLowerCase())).size < 2;
  return (isOne ? ids.slice(0, 1) : ids).join(" and ");
}

/** The files' names; where two files have the same, with their number, as folders are nobody's business. */
function namesOf(paths: readonly string[]): ReadonlyMap<string, string> {
  const names = paths.map((path) => path.replace(/^.*[\\/]/s, ""));
  const isUsedOnce = (name: string) => names.indexOf(name) === names.lastIndexOf(name);
  return new Map(
    paths.map((path, index) => {
      const name = names[index]!;
      return [path, isUsedOnce(name) ? name : `${name}, file ${index + 1}`];
    }),
  );
}

/** The same with each cell's workbook. */
function fromPath({ template, header, items, unread }: Carried, path: string): Carried {
  const here = <T extends { readonly at: CarriedValue["at"] }>(one: T): T => ({ ...one, at: { ...one.at, path } });
  const inMap = <K, T extends CarriedValue>(values: ReadonlyMap<K, T>): ReadonlyMap<K, T> =>
    new Map([...values].map(([key, value]) => [key, here(value)]));
  return {
    template,
    header: inMap(header),
    items: items.map((item) => ({
      ...here(item),
      fields: inMap(item.fields),
      milestones: item.milestones.map(inMap),
      others: item.others.map(here),
    })),
    unread: unread.map(here),
  };
}
