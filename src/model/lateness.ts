import type { Cell } from "./cell.js";
import { addDays, daysBetween, type IsoDate } from "./date.js";
import type { PoamItem } from "./item.js";
import type { Rating } from "./rating.js";

/** Days from detection to completion by rating; empty where a framework sets none and the scheduled date alone counts. */
export type Windows = Readonly<Partial<Record<Rating, number>>>;

export interface LatenessTerms {
  readonly asOf: IsoDate;
  readonly windows: Windows;
  /** A vendor dependency holds while the last check-in lies at most this many days before `submittedOn`. */
  readonly checkInDays: number;
  /** The POA&M's own date; the as-of date where it has none. */
  readonly submittedOn: IsoDate;
}

/** When an item is due and whether it is late; the one definition that lint, status and report share. */
export interface Lateness {
  readonly due: IsoDate | undefined;
  /** How `due` came about: `High: 30 days from 2026-01-02`, or `scheduled completion`. */
  readonly basis: string;
  /** Calendar days after `due` at the as-of date; 0 where it is not late or an exception holds. */
  readonly daysOverdue: number;
  /** Why an item past its due date is not late, in words; undefined where it is late or not past due. */
  readonly exception: string | undefined;
}

export function lateness(item: PoamItem, terms: LatenessTerms): Lateness {
  const { due, basis } = dueDate(item, terms.windows);
  const past = due === undefined || item.state !== "open" ? 0 : Math.max(0, daysBetween(due, terms.asOf));
  const exception = past > 0 ? exceptionOf(item, terms) : undefined;
  return { due, basis, daysOverdue: exception ? 0 : past, exception };
}

/** The rating that counts: the adjusted one only once its risk adjustment is approved. */
export function effectiveRating(item: PoamItem): Cell<Rating> | undefined {
  const approved = item.riskAdjustment?.value === "Yes" && item.adjustedRating?.value !== undefined;
  return approved ? item.adjustedRating : item.originalRating;
}

function dueDate(item: PoamItem, windows: Windows): { due: IsoDate | undefined; basis: string } {
  const window = windowEnd(item, windows);
  if (window) return { due: window.end, basis: `${window.rating}: ${window.days} days from ${window.from}` };
  const revised = item.revisedCompletion?.value;
  return revised
    ? { due: revised, basis: "revised completion date" }
    : { due: item.scheduledCompletion?.value, basis: "scheduled completion date" };
}

/** The last day that an item's rating allows, counted from its detection; undefined where either is not known. */
export function windowEnd(
  item: PoamItem,
  windows: Windows,
): { end: IsoDate; rating: Rating; days: number; from: IsoDate } | undefined {
  const from = item.detectedOn?.value;
  const rating = effectiveRating(item)?.value;
  const days = rating && windows[rating];
  return from && rating && days !== undefined ? { end: addDays(from, days), rating, days, from } : undefined;
}

/** An approved operational requirement stays open for good and is counted on its own (FedRAMP ConMon Strategy 3.2, figure 2). */
function exceptionOf(item: PoamItem, terms: LatenessTerms): string | undefined {
  if (item.falsePositive?.value === "Yes") return "approved false positive";
  if (item.operationalRequirement?.value === "Yes") return "approved operational requirement";
  if (/^risk accepted\b/i.test(item.status?.value ?? "")) return "risk accepted";
  const checkIn = item.vendorCheckIn?.value;
  if (item.vendorDependency?.value !== "Yes" || !checkIn) return undefined;
  const held = daysBetween(checkIn, terms.submittedOn) <= terms.checkInDays;
  return held ? `vendor dependency, last check-in ${checkIn}` : undefined;
}
