import type { Condition, ItemStatus } from "../model/item-status.js";
import type { ItemCounts } from "../model/poam.js";
import type { Paint } from "./paint.js";

/** What status says of one file. `error` is the sentence why it could not be read; then there are no items. */
export interface FileStatus {
  readonly path: string;
  /** Null where the file could not be read. */
  readonly template: string | null;
  readonly packs: readonly string[];
  readonly error: string | null;
  readonly counts: ItemCounts;
  readonly conditions: ConditionCounts;
  /** The latest first. */
  readonly items: readonly ItemStatus[];
}

/** How many items each condition holds for. */
export type ConditionCounts = Readonly<Record<Condition, number>>;

export interface StatusRun {
  readonly version: string;
  readonly asOf: string;
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
  /** Whether a terminal shows it: only there long lines of words are broken. */
  readonly terminal?: boolean;
  /** Items only: no headings over the files, no last line. */
  readonly quiet: boolean;
  readonly soonDays: number;
  /** The conditions that were asked for. */
  readonly only: readonly Condition[];
  /** Whether people, too, are shown the items of which nothing is to be said. */
  readonly everything: boolean;
}

/** The sums of a run. */
export interface StatusSummary {
  readonly files: number;
  readonly unreadable: number;
  readonly items: ItemCounts;
  readonly conditions: ConditionCounts;
  readonly packs: readonly string[];
}

/** A format of `poam status`, in pieces as `Reporter` gives them. */
export interface StatusReporter<Piece extends string | Buffer = string> {
  readonly begin: (run: StatusRun) => string;
  /** `index` counts the files from 0. */
  readonly file: (result: FileStatus, run: StatusRun, index: number) => Iterable<Piece>;
  readonly end: (summary: StatusSummary, run: StatusRun) => Piece;
}

/** The items that a table shows: those that ask for attention, or all. */
export function shownItems(items: readonly ItemStatus[], { everything }: StatusRun): readonly ItemStatus[] {
  return everything ? items : items.filter(({ conditions }) => conditions.length > 0);
}
