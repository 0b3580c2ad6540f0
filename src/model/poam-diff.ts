import type { CellRef } from "./cell.js";
import type { FieldName } from "./field.js";
import type { ItemState } from "./item.js";

/** What became of a POA&M from one month to the next. */
export interface PoamDiff {
  readonly added: readonly ListedItem[];
  /** Open before, closed now; likewise the others from before to now. */
  readonly closed: readonly MovedItem[];
  readonly reopened: readonly MovedItem[];
  /** Items that were there before under any state and are nowhere now. */
  readonly vanished: readonly ListedItem[];
  /** The same weakness under another id. */
  readonly renumbered: readonly MovedItem[];
  /** Configuration findings that became items of their own, and the other way round. */
  readonly regrouped: readonly MovedItem[];
  readonly changes: readonly FieldChange[];
  readonly broken: readonly BrokenInvariant[];
  /** Columns that only one of the two has, so that nothing can be compared. */
  readonly uncompared: readonly UncomparedColumn[];
}

/** An item by its id ("" where it has none) and the name of its weakness. */
export interface ListedItem {
  readonly id: string;
  readonly weakness: string;
  readonly state: ItemState;
  readonly at: CellRef;
}

export interface MovedItem extends ListedItem {
  readonly was: { readonly id: string; readonly state: ItemState; readonly at: CellRef };
}

/** One cell that says something else; `item` is null for the header block. */
export interface FieldChange {
  readonly item: string | null;
  readonly field: FieldName | undefined;
  /** The column's heading, or the header's label, as it stands there now. */
  readonly heading: string;
  readonly was: ShownCell;
  readonly now: ShownCell;
}

export interface ShownCell {
  readonly at: CellRef;
  readonly text: string;
}

/** Something that may not change from month to month, and did. `was` is its cell before, where there is one. */
export interface BrokenInvariant {
  readonly invariant: string;
  readonly item: string;
  readonly message: string;
  readonly at: CellRef;
  readonly was: CellRef | undefined;
}

export interface UncomparedColumn {
  readonly side: "before" | "now";
  readonly heading: string;
  readonly at: CellRef;
}
