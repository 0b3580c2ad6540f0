import type { PoamItem } from "../model/item.js";
import type { Poam } from "../model/poam.js";

/** Items by what they are about; two of one subject cannot be told apart and are left out. */
export function bySubject(poam: Poam, wanted: (item: PoamItem) => boolean): ReadonlyMap<string, PoamItem | undefined> {
  const items = new Map<string, PoamItem | undefined>();
  for (const item of poam.items()) {
    const subject = subjectOf(item);
    if (subject && wanted(item)) items.set(subject, items.has(subject) ? undefined : item);
  }
  return items;
}

/** What an item is about, whatever its id; undefined where it does not describe it. */
export function subjectOf({ description, controls, sourceIdentifier, assets }: PoamItem): string | undefined {
  if (!description?.value) return undefined;
  return [description, controls, sourceIdentifier, assets].map((cell) => cell?.text.trim().toLowerCase()).join("\0");
}
