import type { CellRef } from "./cell.js";
import type { IsoDate } from "./date.js";
import type { Severity } from "./finding.js";

/** What poam lays into a copy of a workbook: its findings, for those who put them right. */
export interface Review {
  readonly asOf: IsoDate;
  /** What stands above the findings, a line each; the first is the title. */
  readonly head: readonly string[];
  readonly rows: readonly ReviewRow[];
  /** Whether a column says why findings are suppressed. */
  readonly showsSuppressed: boolean;
}

/** One finding in words; what is not known is "". */
export interface ReviewRow {
  readonly severity: Severity;
  readonly item: string;
  readonly at: CellRef;
  readonly message: string;
  readonly help: string;
  readonly owner: string;
  readonly rule: string;
  /** Where the rule is written, a source a line. */
  readonly sources: string;
  readonly suppressed: string;
}

/** A copy of a workbook with its review. */
export interface Reviewed {
  readonly bytes: Buffer;
  /** The sheet that was added. */
  readonly sheet: string;
  /** What of the review the copy does not show as asked, one sentence each. */
  readonly remarks: readonly string[];
}
