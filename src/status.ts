import type { LintOptions } from "./lint.js";
import type { CellRef } from "./model/cell.js";
import type { IsoDate } from "./model/date.js";
import type { Answer, ItemState } from "./model/item.js";
import type { MissedMilestone } from "./model/missed-milestones.js";
import type { Poam } from "./model/poam.js";
import type { Rating } from "./model/rating.js";
import type { DueBasis } from "./model/standing.js";
import type { CheckIn } from "./model/vendor-check-in.js";

export interface StatusOptions extends LintOptions {
  /** An open item is due soon if its due date is today or at most this many days ahead; default 30. */
  readonly soonDays?: number;
  /** A status is stale when it is more than this many days old; default: what the packs and the config say of the rule `stale`. */
  readonly staleDays?: number;
}

/** Why an item asks for attention, from the gravest to the mildest. */
export const CONDITIONS = [
  "overdue",
  "milestone-missed",
  "check-in-due",
  "deviation-pending",
  "stale",
  "due-soon",
] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Where one item stands on the as-of day. What the form has no column for, or the row leaves blank, is null. */
export interface ItemStatus {
  readonly id: string | null;
  readonly weakness: string | null;
  readonly state: ItemState;
  /** `effective` is the adjusted rating once its risk adjustment is approved, else the original one. */
  readonly rating: {
    readonly original: Rating | null;
    readonly adjusted: Rating | null;
    readonly effective: Rating | null;
  };
  readonly owner: string | null;
  readonly detectedOn: IsoDate | null;
  readonly dueOn: IsoDate | null;
  /** What the due date comes from; null where there is none. */
  readonly dueBy: DueBasis | null;
  /** Calendar days after the due date; 0 where it is not late or an exception holds. */
  readonly daysOverdue: number;
  /** How old the status of an open item is, in days; null where nothing tells, and for other items. */
  readonly daysStale: number | null;
  /** Days from detection to the as-of day, or to the day of closure for closed items. */
  readonly ageDays: number | null;
  readonly late: boolean;
  /** Why the item is or is not late, in words. */
  readonly why: string;
  /** What keeps an open item from being late, now or when its date comes: `approved false positive`. */
  readonly exception: string | null;
  readonly vendorDependency: Answer | null;
  /** Null for items that wait for no vendor. */
  readonly vendorCheckIn: CheckIn | null;
  readonly deviations: {
    readonly riskAdjustment: Answer | null;
    readonly falsePositive: Answer | null;
    readonly operationalRequirement: Answer | null;
  };
  /** CISA's due date for a known exploited vulnerability; null for the others. */
  readonly kevDueOn: IsoDate | null;
  readonly milestonesMissed: readonly MissedMilestone[];
  readonly closedOn: IsoDate | null;
  readonly conditions: readonly Condition[];
  /** The item's own place: its id cell, or its first column where the form has no id. */
  readonly at: CellRef;
  /** Where each value shown was read; a due date that was worked out stands at the scheduled completion date. */
  readonly cells: Readonly<Partial<Record<StatusField, CellRef>>>;
}

export type StatusField =
  | "id"
  | "weakness"
  | "originalRating"
  | "adjustedRating"
  | "owner"
  | "detectedOn"
  | "dueOn"
  | "statusDate"
  | "vendorDependency"
  | "vendorCheckIn"
  | "riskAdjustment"
  | "falsePositive"
  | "operationalRequirement"
  | "kevDueOn"
  | "closedOn";

/** Every item of a POA&M, sheet by sheet from top to bottom, and where it stands. */
export function statusOf(_poam: Poam, _options: StatusOptions): readonly ItemStatus[] {
  return [];
}
