import type { IsoDate } from "./date.js";

/** Items counted, and which they are, by id. */
export interface Tally {
  readonly count: number;
  readonly items: readonly string[];
}

/** A column of a grid over months: the POA&M of that month, or none. */
export interface ReportMonth {
  /** `yyyy-mm`. */
  readonly month: string;
  /** `Jan 2026`. */
  readonly label: string;
  /** The day of that month's POA&M; undefined where none was supplied. */
  readonly day: IsoDate | undefined;
}

/**
 * Open POA&M Summary (ConMon Strategy 3.2, figure 2): rows by rating, columns the last six months, what is pending as a false
 * positive, and operational requirements. Every open item stands in one row; items that wait are counted in their row, too.
 */
export interface OpenSummary {
  readonly rowHeading: string;
  /** Six, the oldest first; the last is the month reported on. */
  readonly months: readonly ReportMonth[];
  /** Without the total. */
  readonly rows: readonly OpenRow[];
  readonly total: OpenRow;
  /** What is counted in which row, in words, with its source. */
  readonly note: string;
}

export interface OpenRow {
  readonly label: string;
  /** One for each month; undefined where there is no POA&M of it. */
  readonly counts: readonly (number | undefined)[];
  /** Of the month reported on; undefined where the form has no such column. */
  readonly pendingFalsePositive: Tally | undefined;
  readonly operationalRequirementPending: Tally | undefined;
  readonly operationalRequirementActive: Tally | undefined;
}

/** POA&M Age for Past Due Items (ConMon Strategy 3.2, figure 2): late items by rating and by days since detection. */
export interface PastDueAges {
  readonly rowHeading: string;
  /** `0-30`, `31-60`, `61-90`, `91-120`, `121+`. */
  readonly buckets: readonly AgeBucket[];
  readonly rows: readonly AgeRow[];
  readonly total: AgeRow;
  /** Late items without a row of their own in the framework's grid (FedRAMP: Low), with the reason. */
  readonly outside: readonly { readonly reason: string; readonly tally: Tally }[];
  readonly note: string;
}

export interface AgeBucket {
  readonly label: string;
  /** Days, both counted in; `to` is undefined in the last. */
  readonly from: number;
  readonly to: number | undefined;
}

export interface AgeRow {
  readonly label: string;
  readonly cells: readonly AgeCell[];
  readonly total: Tally;
  /** How many of `total` are pending; undefined where the form has no such column. */
  readonly pendingFalsePositive: Tally | undefined;
  readonly pendingOperationalRequirement: Tally | undefined;
}

export interface AgeCell extends Tally {
  /** No item of this row can be late at this age: formats grey the cell. */
  readonly impossible: boolean;
}

export interface StatusCount {
  readonly status: string;
  readonly count: number;
  readonly late: number;
}

/** Unique vulnerabilities by month, risk-adjusted for approved deviations, against the baseline and its threshold. */
export interface UniqueVulnerabilities {
  readonly months: readonly UniqueMonth[];
  /** Of the authorization; from the config. */
  readonly baseline: number | undefined;
  /** From here on the trigger is tripped: baseline + 20 %, or + 10, whichever is more. */
  readonly threshold: number | undefined;
  readonly note: string;
}

export interface UniqueMonth extends ReportMonth {
  readonly high: number | undefined;
  readonly moderate: number | undefined;
  readonly low: number | undefined;
  readonly total: number | undefined;
  /** Where the figures come from: the scan summary of the config, else the POA&M's distinct source identifiers. */
  readonly from: "scans" | "poam" | undefined;
}
