import type { FieldName } from "./field.js";
import type { FieldChange, ListedItem, MovedItem, ShownCell } from "./poam-diff.js";

/** What a three-way merge took over from theirs, and what it left to a person. Places are those of the merged workbook. */
export interface PoamMerge {
  /** Cells of ours that read as theirs now: `was` is ours' text, `now` theirs'. */
  readonly changes: readonly FieldChange[];
  readonly added: readonly ListedItem[];
  /** Items that went to the sheet of another state, as theirs had moved them. */
  readonly moved: readonly MovedItem[];
  /** Items that theirs had removed, by their places in ours before. */
  readonly removed: readonly ListedItem[];
  readonly conflicts: readonly MergeConflict[];
}

/** What theirs changed and ours does not have: a cell, a whole item, or something of the workbook besides its cells. */
export interface MergeConflict {
  /** The item's id; null outside of items. */
  readonly item: string | null;
  readonly field: FieldName | undefined;
  /** The column's heading or the header's label; "" where it is about no single column. */
  readonly heading: string;
  /** What each side has there; undefined where it has no such place. Ours is in the merged workbook, where it stands. */
  readonly base: ShownCell | undefined;
  readonly ours: ShownCell | undefined;
  readonly theirs: ShownCell | undefined;
  /** Why it was not merged, as a sentence without its full stop; undefined where both sides changed one cell. */
  readonly why: string | undefined;
}
