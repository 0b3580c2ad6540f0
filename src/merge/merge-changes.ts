import type { MergeConflict } from "../model/poam-merge.js";
import type { Change } from "./change.js";
import { addedByBoth, addition, itemChanges } from "./item-changes.js";
import { itemTrios } from "./item-trios.js";
import { outsideItems } from "./outside-items.js";
import { idOf, type Sides } from "./sides.js";

/** All that theirs did to base: what ours is to take over, and what is in conflict with ours. Nothing is written yet. */
export function mergeChanges(sides: Sides): {
  readonly changes: readonly Change[];
  readonly conflicts: readonly MergeConflict[];
} {
  const { trios, addedByBoth: twice, addedByTheirs } = itemTrios(sides);
  const found = [
    ...outsideItems(sides),
    ...trios.flatMap((trio) => itemChanges(trio, sides)),
    ...twice.flatMap((both) => addedByBoth(both, sides)),
    ...addedByTheirs.map((item) => addition(item, sides)),
  ];
  const isTaken = idsOnlyInOurs(sides);
  const changes: Change[] = [];
  const conflicts: MergeConflict[] = [];
  for (const one of found) {
    if (!("kind" in one)) conflicts.push(one);
    else if (newIds(one).some(isTaken)) conflicts.push(...one.otherwise("ours has given that id to another item"));
    else changes.push(one);
  }
  return { changes, conflicts };
}

/** The ids that the change would bring into ours. */
function newIds(change: Change): string[] {
  if (change.kind === "addition") return [change.told.id];
  const told = change.kind === "removal" ? [] : [change.told].flat();
  return told.flatMap(({ field, now }) => (field === "id" ? [now.text.trim()] : []));
}

/** Ids are compared as they are everywhere, whatever the case. */
function idsOnlyInOurs({ base, ours }: Sides): (id: string) => boolean {
  const known = new Set(base.items.map((item) => idOf(item).toLowerCase()));
  const own = new Set(ours.items.map((item) => idOf(item).toLowerCase()));
  return (id) => id !== "" && own.has(id.toLowerCase()) && !known.has(id.toLowerCase());
}
