import type { CellRef } from "./cell.js";
import type { IsoDate } from "./date.js";

/** What the open items of a POA&M leave of the score of an assessment, and of the way to a CMMC status. */
export interface PoamScore {
  readonly level: 2 | 3;
  readonly asOf: IsoDate;
  /** 110 at Level 2, 24 at Level 3. */
  readonly maximum: number;
  /** From here on a Conditional status can be had. */
  readonly needed: number;
  /** Where a row does not say that its requirement is partly met, it counts as not met at all. Null where nothing is scored. */
  readonly points: number | null;
  /** The same where every such requirement is partly met. */
  readonly pointsAtMost: number | null;
  /** False where 3.12.4 is not met: without an up-to-date system security plan nothing is scored. */
  readonly scorable: boolean;
  /** All families of the level, in the order of SP 800-171. */
  readonly families: readonly FamilyScore[];
  /** In the order of the catalogue, each once. */
  readonly notMet: readonly RequirementNotMet[];
  readonly conditional: Eligibility;
  readonly completion: PlannedCompletion;
  /** Open items that name no requirement of the level: they cost nothing here. */
  readonly uncounted: readonly ScoredItem[];
  /** Open items with text that looks like a requirement and was not taken for one: it costs nothing here. */
  readonly unread: readonly ScoredItem[];
  /** The ids of Level 3 that open items name where Level 2 is scored. */
  readonly levelAbove: readonly string[];
  /** True for the operational plan of action, whose deficiencies an assessment counts as met. */
  readonly operational: boolean;
}

export interface FamilyScore {
  /** `AC`. */
  readonly family: string;
  readonly name: string;
  readonly requirements: number;
  readonly notMet: number;
  readonly lost: number;
}

export interface RequirementNotMet {
  /** `RA.L2-3.11.2`. */
  readonly id: string;
  /** `3.11.2`; null at Level 3. */
  readonly nist: string | null;
  readonly title: string;
  /** Points lost; null for 3.12.4, which has no value. */
  readonly lost: number | null;
  /** Whether it is partly met; null where the row does not say; false where there is no such case. */
  readonly partial: boolean | null;
  /** Why it may not stand on the POA&M of an assessment; null where it may. */
  readonly ineligible: string | null;
  readonly items: readonly ScoredItem[];
}

export interface ScoredItem {
  readonly id: string | null;
  readonly at: CellRef;
  /** The revised completion date, else the scheduled one. */
  readonly dueOn: IsoDate | null;
}

export interface Eligibility {
  /**
   * `nothing-open`: a Final status needs no POA&M. `unclear`: a row does not say what decides. `ended`: it could be had, and
   * its last day has passed.
   */
  readonly possible: "yes" | "no" | "unclear" | "nothing-open" | "ended";
  /** Why not, or what is unclear, a sentence each. */
  readonly reasons: readonly string[];
  /** Null where no Conditional status date is known. */
  readonly closeout: {
    /** Null only where cell text may not be shown. */
    readonly statusDate: IsoDate | null;
    /** The last day on which the closeout assessment can confirm the items; null as the date. */
    readonly last: IsoDate | null;
    /** Negative once the status has ended. */
    readonly daysLeft: number;
    /** Open items that are planned to be done later. */
    readonly later: number;
  } | null;
}

/** The plan of action completion date that SPRS asks for: when a score of 110 is expected. Of the open items that cost points. */
export interface PlannedCompletion {
  /** The last date of these items; null where none has one. */
  readonly date: IsoDate | null;
  /** Those without a date, so that it may be later. */
  readonly undated: number;
  /** Those whose date has passed. */
  readonly passed: number;
}
