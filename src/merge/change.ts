import type { CellPatch } from "../model/cell.js";
import type { ItemMove, RowPlace } from "../model/finding.js";
import type { PoamItem } from "../model/item.js";
import type { FieldChange, ListedItem } from "../model/poam-diff.js";
import type { MergeConflict } from "../model/poam-merge.js";
import type { Content } from "./content.js";

/** Something that theirs did and ours did not: it is carried out whole or, with the reason why not, told as conflicts. */
export type Change = CellChange | MoveChange | RemovalChange | AdditionChange;

interface Untold {
  /** What is told where it cannot be carried out; `why` is a sentence without its full stop. */
  readonly otherwise: (why: string) => readonly MergeConflict[];
}

export interface CellChange extends Untold {
  readonly kind: "cell";
  readonly patch: CellPatch;
  /** What theirs has there. */
  readonly content: Content;
  readonly told: FieldChange;
}

/** An item of ours that goes where theirs has it, and what it says there. */
export interface MoveChange extends Untold {
  readonly kind: "move";
  /** The item in ours, and in theirs. */
  readonly item: PoamItem;
  readonly theirs: PoamItem;
  readonly move: ItemMove;
  /** The sheet that theirs has it on. */
  readonly target: string;
  /** What is written before it goes: values that have no column there. */
  readonly before: readonly CellChange[];
  /** What is written where it went, row by row of the item, by column. */
  readonly after: readonly ReadonlyMap<number, Content>[];
  readonly told: readonly FieldChange[];
}

export interface RemovalChange extends Untold {
  readonly kind: "removal";
  readonly place: RowPlace;
  readonly told: ListedItem;
}

/** An item of theirs, as rows of values by the columns of ours. */
export interface AdditionChange extends Untold {
  readonly kind: "addition";
  readonly sheet: string;
  readonly rows: readonly ReadonlyMap<number, Content>[];
  readonly told: ListedItem;
}
