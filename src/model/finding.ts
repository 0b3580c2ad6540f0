import type { CellPatch, CellRef } from "./cell.js";
import type { IsoDate } from "./date.js";
import type { FieldName } from "./field.js";
import type { ItemState } from "./item.js";

/** From worst to mildest. */
export const SEVERITIES = ["error", "warning", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a rule says about one place, before a pack gives it a severity. */
export interface Issue {
  readonly at: CellRef;
  readonly message: string;
  readonly field?: FieldName | undefined;
  /** The item that a check of the whole POA&M speaks of; item checks need not say it. */
  readonly item?: ItemIdentity;
  readonly related?: readonly Related[];
  readonly help?: string;
  readonly fix?: Fix;
}

/** What tells an item from all others: its id, and what tells two of one id apart. */
export interface ItemIdentity {
  readonly id: string;
  readonly detail: string;
}

/** What is reported. `cites` are the pack's sources for the rule; `item` is the POA&M id, null for findings about the workbook, a sheet or a heading. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string | undefined;
  readonly cites: readonly string[];
  readonly at: CellRef;
  /** The item's id as shown (may be ""), or null where the finding is about no item. */
  readonly item: string | null;
  readonly field: FieldName | undefined;
  readonly related: readonly Related[];
  readonly fix: Fix | undefined;
  /** 16 hex digits that survive sorting and moved rows: made of rule, item and field. */
  readonly fingerprint: string;
  /** The item's id is missing or stands on several items, so that only the fingerprint tells which is meant. */
  readonly sharedId?: true;
  /** Why it is not to count, and the last day on which that holds; absent where it counts. */
  readonly suppressed?: { readonly reason: string; readonly until?: IsoDate };
}

/** A second place that explains the finding, with what it is: `detected`, `first used here`. */
export interface Related {
  readonly at: CellRef;
  readonly label: string;
}

export interface Fix {
  readonly title: string;
  readonly safety: "safe" | "unsafe";
  readonly patches: readonly CellPatch[];
  readonly move?: ItemMove;
}

/** An item that belongs among those of another state; its cells' patches are worked out once all moves of a workbook are known. */
export interface ItemMove {
  readonly sheet: string;
  readonly row: number;
  readonly to: ItemState;
}

/** Where a moved item goes: its new row, the first of several. */
export interface MovedTo {
  readonly move: ItemMove;
  readonly to: RowPlace;
}

export interface RowPlace {
  readonly sheet: string;
  readonly row: number;
}
