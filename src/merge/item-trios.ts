import { pairItems } from "../diff/item-pairs.js";
import type { PoamItem } from "../model/item.js";
import type { Sides } from "./sides.js";

/** An item of base in the two others; undefined where it was removed. */
export interface ItemTrio {
  readonly base: PoamItem;
  readonly ours: PoamItem | undefined;
  readonly theirs: PoamItem | undefined;
}

export interface ItemTrios {
  readonly trios: readonly ItemTrio[];
  /** Items that base does not have and both others do. */
  readonly addedByBoth: readonly { readonly ours: PoamItem; readonly theirs: PoamItem }[];
  readonly addedByTheirs: readonly PoamItem[];
}

/** Finds each item in all three workbooks, as `poam diff` finds it in two. */
export function itemTrios({ base, ours, theirs }: Sides): ItemTrios {
  const [inOurs, inTheirs] = [ours, theirs].map(({ items }) => pairItems(among(base.items), among(items))) as [
    Pairs,
    Pairs,
  ];
  const [oursOf, theirsOf] = [inOurs, inTheirs].map(({ pairs }) => new Map(pairs.map(({ was, now }) => [was, now])));
  const both = pairItems(among(inOurs.added), among(inTheirs.added));
  return {
    trios: base.items.map((item) => ({ base: item, ours: oursOf!.get(item), theirs: theirsOf!.get(item) })),
    addedByBoth: both.pairs.map(({ was, now }) => ({ ours: was, theirs: now })),
    addedByTheirs: both.added,
  };
}

type Pairs = ReturnType<typeof pairItems>;

function among(items: readonly PoamItem[]): { items(): Iterable<PoamItem> } {
  return { items: () => items };
}
