import { pairItems } from "../diff/item-pairs.js";
import type { PoamItem } from "../model/item.js";
import type { Sides } from "./sides.js";

/** An item of base in the two others; undefined where it was removed. */
export interface ItemTrio {
  readonly base: PoamItem;
  readonly ours: PoamItem | undefined;
  readonly theirs: PoamItem | undefined;
  /** The side that gave the item's id to another weakness, where one alone did. */
  readonly reusedBy: "ours" | "theirs" | undefined;
}

export interface ItemTrios {
  readonly trios: readonly ItemTrio[];
  /** Items that base does not have and both others do. */
  readonly addedByBoth: readonly { readonly ours: PoamItem; readonly theirs: PoamItem }[];
  readonly addedByTheirs: readonly PoamItem[];
}

/** Finds each item in all three workbooks, as `poam diff` finds it in two. */
export function itemTrios({ base, ours, theirs }: Sides): ItemTrios {
  const [inOurs, inTheirs] = [pairsOf(base.items, ours.items), pairsOf(base.items, theirs.items)];
  const [oursOf, theirsOf] = [inOurs, inTheirs].map(({ pairs }) => new Map(pairs.map(({ was, now }) => [was, now])));
  const both = pairItems(among(inOurs.added), among(inTheirs.added));
  return {
    trios: base.items.map((item) => ({
      ...{ base: item, ours: oursOf!.get(item), theirs: theirsOf!.get(item) },
      reusedBy: reusedBy(item, inOurs, inTheirs),
    })),
    addedByBoth: both.pairs.map(({ was, now }) => ({ ours: was, theirs: now })),
    addedByTheirs: both.added,
  };
}

function reusedBy(item: PoamItem, inOurs: Pairs, inTheirs: Pairs): ItemTrio["reusedBy"] {
  const [ours, theirs] = [inOurs, inTheirs].map(({ reused }) => reused.has(item));
  return ours === theirs ? undefined : ours ? "ours" : "theirs";
}

type Pairs = ReturnType<typeof pairsOf>;

function pairsOf(before: readonly PoamItem[], now: readonly PoamItem[]) {
  const found = pairItems(among(before), among(now));
  return { ...found, reused: new Set(found.pairs.filter(({ kind }) => kind === "reused").map(({ was }) => was)) };
}

function among(items: readonly PoamItem[]): { items(): Iterable<PoamItem> } {
  return { items: () => items };
}
