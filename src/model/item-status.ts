import type { CellRef } from "./cell.js";
import type { IsoDate } from "./date.js";
import type { Answer, ItemState } from "./item.js";
import type { DueBy } from "./lateness.js";
import type { MissedMilestone } from "./missed-milestones.js";
import type { Rating } from "./rating.js";
import type { CheckIn } from "./vendor-check-in.js";

/**
 * Why an open item asks for attention, from the gravest to the mildest. Whether an undated one is late, nobody can say: no due
 * date of it can be worked out, and nothing excuses it.
 */
export const CONDITIONS = [
  "overdue",
  "undated",
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
  /** Its description where the form has no column for its name. */
  readonly weakness: string | null;
  readonly state: ItemState;
  /** `effective` is the adjusted rating once its risk adjustment is approved, else the original one. */
  readonly rating: Readonly<Record<"original" | "adjusted" | "effective", Rating | null>>;
  readonly owner: string | null;
  readonly detectedOn: IsoDate | null;
  readonly dueOn: IsoDate | null;
  /** What the due date comes from; null where there is none. */
  readonly dueBy: DueBy | null;
  /** Calendar days after the due date; 0 where it is not late or an exception holds. */
  readonly daysOverdue: number;
  /** How many days old the status of an open item is; null where nothing tells, and for other items. */
  readonly daysStale: number | null;
  /** Days from detection to the as-of day; for closed items, to the day of closure. */
  readonly ageDays: number | null;
  readonly late: boolean;
  /** Why the item is late or is not, and what else is to be said of it, in words. */
  readonly why: string;
  /** What keeps an open item from being late, now or once its date has come: `approved false positive`. */
  readonly exception: string | null;
  readonly vendorDependency: Answer | null;
  /** Null for items that wait for no vendor. */
  readonly vendorCheckIn: CheckIn | null;
  readonly deviations: Readonly<Record<"riskAdjustment" | "falsePositive" | "operationalRequirement", Answer | null>>;
  /** CISA's due date for a known exploited vulnerability; null for the others. */
  readonly kevDueOn: IsoDate | null;
  readonly milestonesMissed: readonly MissedMilestone[];
  readonly closedOn: IsoDate | null;
  /** None for closed items and configuration findings. */
  readonly conditions: readonly Condition[];
  /** The item's own place: its id cell, or its first column where the form has no id. */
  readonly at: CellRef;
  /** Where each value was read; a due date that was worked out stands at the scheduled completion date. */
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
