import type { SourceCell } from "./carried-item.js";
import type { FieldName } from "./field.js";

/** What became of everything that was converted: each field's fate, and each value that had to change. */
export interface LossReport {
  readonly from: readonly ConvertedSource[];
  /** The target: a template's id, or a format's. */
  readonly to: string;
  /** Items written, counted as everywhere. */
  readonly items: number;
  /** Deficiencies of documents (FedRAMP's PL-2 sheet) besides them; absent without any. */
  readonly documents?: number;
  readonly fields: readonly FieldFate[];
  readonly changes: readonly ValueChange[];
  /** Items that two sources have, and what was done about it. */
  readonly clashes: readonly ItemClash[];
  /** What was not an item's and does not go along, and what else the user should know; one sentence each. */
  readonly notes: readonly string[];
}

export interface ConvertedSource {
  readonly path: string;
  readonly template: string;
  readonly items: number;
  readonly documents?: number;
}

/**
 * Where the values of one field went. `carried`: to the column `to`. `kept`: into the column `to`, as `label: value`.
 * `dropped`: nowhere, and `why` says why. A field may have several fates, each with its own cells.
 */
export interface FieldFate {
  /** The source's heading; `header: System Name` for a value of the header block. */
  readonly from: string;
  readonly field: FieldName | undefined;
  readonly fate: "carried" | "kept" | "dropped";
  readonly to: string | undefined;
  /** The label under which it is kept. */
  readonly label: string | undefined;
  readonly why: string | undefined;
  /** How many values. */
  readonly count: number;
  /** Their cells; empty for `carried`. */
  readonly cells: readonly SourceCell[];
}

/** Values that the target writes otherwise. `from` and `to` are given where few texts change alike: ratings, statuses, answers. */
export interface ValueChange {
  readonly field: FieldName;
  readonly heading: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** `the form has no Critical`, `a text that is a date`. */
  readonly rule: string;
  readonly count: number;
  readonly cells: readonly SourceCell[];
}

/**
 * Items of two sources that are one (`joined`), or bear one id without being one, or look like one under two ids, or without one. All but
 * the joined stay as they are.
 */
export interface ItemClash {
  readonly kind: "joined" | "same-id" | "likely-duplicate";
  /** `V-101`; `V-101 and 3P-7` where there are two. */
  readonly id: string;
  /** The first cell of each item's row, the first source's first; `paths` in the same order. */
  readonly at: readonly SourceCell[];
  readonly paths: readonly string[];
  /** What was done: `joined; the earlier detection date, 2026-01-04, stands`. */
  readonly outcome: string;
}
