import type { IsoDate } from "./date.js";
import type { FieldName } from "./field.js";
import type { Severity } from "./finding.js";

/**
 * One entry of `poam.suppressions.json`: it holds for the findings that agree with all that it says. Without an item it is
 * about the workbook, a sheet or a heading, unless a fingerprint says which finding is meant.
 */
export interface Suppression {
  readonly rule: string;
  /** The POA&M id; absent where the item has none. */
  readonly item?: string;
  /** Absent: all fields of the item. */
  readonly field?: FieldName;
  /** Of findings about no item; absent: all sheets. */
  readonly sheet?: string;
  /** The finding's own, where rule, item and field do not tell it from others. */
  readonly fingerprint?: string;
  /** Base name of the workbook, or a pattern of such names; absent: all in the folder. */
  readonly file?: string;
  readonly reason: string;
  /** The last day on which it holds. */
  readonly until?: IsoDate;
}

/** A finding that can be made of an entry itself; named as rules are, but no pack has them and nothing suppresses them. */
export interface SuppressionFault {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly help: string;
}

export const SUPPRESSION_EXPIRED: SuppressionFault = {
  id: "suppression-expired",
  severity: "warning",
  summary: "A suppression has expired",
  help: "Put the fault right, or give the entry in poam.suppressions.json a later day. To take it out: poam lint --prune",
};

export const SUPPRESSION_UNUSED: SuppressionFault = {
  id: "suppression-unused",
  severity: "info",
  summary: "A suppression holds for nothing that was found",
  help: "To take it out: poam lint --prune. Where its id now stands on several items, poam lint --baseline says which is meant.",
};

export const SUPPRESSION_UNREADABLE: SuppressionFault = {
  id: "suppression-unreadable",
  severity: "warning",
  summary: "A note on a cell says poam: ignore, and cannot be read",
  help: "Write it in one line, as poam: ignore overdue until 2026-06-30 -- why it does not count",
};

export const SUPPRESSION_FAULTS: readonly SuppressionFault[] = [
  SUPPRESSION_EXPIRED,
  SUPPRESSION_UNUSED,
  SUPPRESSION_UNREADABLE,
];
