import type { Cell, CellRef } from "./cell.js";
import { type ConditionalTerms, closeoutEnd } from "./closeout.js";
import { addDays, daysBetween, type IsoDate } from "./date.js";
import type { KevEntry } from "./evidence.js";
import type { PoamItem } from "./item.js";
import { kevDue } from "./kev.js";
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
  /** CISA's due dates count where this is given: those of the items, and those of the catalogue, where one is. */
  readonly kev?: { readonly catalogue: ReadonlyMap<string, KevEntry> | undefined };
  /** The end of a Conditional CMMC status counts where this is given. */
  readonly conditional?: ConditionalTerms | undefined;
}

/**
 * What a due date comes from: the rating's window, the revised or the scheduled completion date, CISA's date for a known
 * exploited vulnerability, or the end of a Conditional CMMC status.
 */
export type DueBy = "window" | "revised" | "scheduled" | "kev" | "closeout";

/** When an item is due and whether it is late; the one definition that lint, status and report share. */
export interface Lateness {
  readonly due: IsoDate | undefined;
  /** Says how `due` came about: `High: 30 days from 2026-01-02`, or `scheduled completion date`. Most items are never asked. */
  readonly basis: () => string;
  readonly by: DueBy;
  /** The cell that holds the due date; where it was worked out, the scheduled completion date's, if the form has one. */
  readonly at: CellRef | undefined;
  /** Calendar days after `due` at the as-of date; 0 where it is not late or an exception holds. */
  readonly daysOverdue: number;
  /** Why an item past its due date is not late, in words; undefined where it is late or not past due. */
  readonly exception: string | undefined;
}

/**
 * The earliest date that binds decides. An exception excuses from the item's own date; from CISA's date and from the end of a
 * Conditional status none does, except that a false positive is no vulnerability (`kevDue`).
 */
export function lateness(item: PoamItem, terms: LatenessTerms): Lateness {
  const own = ownLateness(item, terms);
  if (item.state !== "open") return own;
  let first: DueDate | undefined;
  for (const date of [
    terms.kev && kevDate(item, terms.kev),
    terms.conditional && closeoutDate(item, terms.conditional),
  ]) {
    if (date && (!first || date.due < first.due)) first = date;
  }
  if (!first) return own;
  if (own.due !== undefined && own.due <= first.due && !exceptionOf(item, terms)) return own;
  return { ...first, daysOverdue: Math.max(0, daysBetween(first.due, terms.asOf)), exception: undefined };
}

/** The rating that counts: the adjusted one only once its risk adjustment is approved. */
export function effectiveRating(item: PoamItem): Cell<Rating> | undefined {
  const approved = item.riskAdjustment?.value === "Yes" && item.adjustedRating?.value !== undefined;
  return approved ? item.adjustedRating : item.originalRating;
}

/** The days that an item's rating allows. */
export interface Window {
  /** The last day. */
  readonly end: IsoDate;
  readonly rating: Rating;
  readonly days: number;
  readonly from: IsoDate;
  /** True where `from` is not the detection but the release of the vendor's fix. */
  readonly released: boolean;
}

/**
 * The window that an item's rating allows, from its detection, or from the release of the vendor's fix that it waited for
 * (FedRAMP POA&M Template Completion Guide 2.2, Table 2, columns L and P); undefined where no day or no rating is known.
 */
export function windowOf(
  item: PoamItem,
  { windows, asOf }: Pick<LatenessTerms, "windows" | "asOf">,
): Window | undefined {
  const rating = effectiveRating(item)?.value;
  const days = rating === undefined ? undefined : windows[rating];
  if (rating === undefined || days === undefined) return undefined;
  const detected = item.detectedOn?.value;
  const release = fixReleased(item, asOf);
  const released = release !== undefined && (detected === undefined || release > detected);
  const from = released ? release : detected;
  return from === undefined ? undefined : { end: addDays(from, days), rating, days, from, released };
}

/**
 * Why an open item is not late, or will not be when its date comes, in words. An approved operational requirement stays open
 * for good and is counted on its own (FedRAMP ConMon Strategy 3.2, figure 2); a vendor dependency ends with the fix's release.
 */
export function exceptionOf(
  item: PoamItem,
  { asOf, submittedOn, checkInDays }: Pick<LatenessTerms, "asOf" | "submittedOn" | "checkInDays">,
): string | undefined {
  if (item.falsePositive?.value === "Yes") return "approved false positive";
  if (item.operationalRequirement?.value === "Yes") return "approved operational requirement";
  if (/^risk accepted\b/i.test(item.status?.value ?? "")) return "risk accepted";
  const checkIn = item.vendorCheckIn?.value;
  if (item.vendorDependency?.value !== "Yes" || !checkIn || fixReleased(item, asOf)) return undefined;
  // Nobody has asked yet on a day to come.
  const held = checkIn <= asOf && daysBetween(checkIn, submittedOn) <= checkInDays;
  return held ? `vendor dependency, last check-in ${checkIn}` : undefined;
}

function ownLateness(item: PoamItem, terms: LatenessTerms): Lateness {
  const { due, basis, by, at } = ownDate(item, terms);
  const isPast = due !== undefined && due < terms.asOf && item.state === "open";
  const exception = isPast ? exceptionOf(item, terms) : undefined;
  const daysOverdue = isPast && !exception ? daysBetween(due, terms.asOf) : 0;
  return { due, basis, by, at, daysOverdue, exception };
}

type DueDate<Due = IsoDate> = { readonly due: Due } & Pick<Lateness, "basis" | "by" | "at">;

function ownDate(item: PoamItem, terms: LatenessTerms): DueDate<IsoDate | undefined> {
  const { scheduledCompletion: scheduled, revisedCompletion: revised } = item;
  const window = windowOf(item, terms);
  if (window) {
    const { end, rating, days, from, released } = window;
    const basis = () => `${rating}: ${days} days from ${from}${released ? ", the release of the fix" : ""}`;
    return { due: end, basis, by: "window", at: scheduled };
  }
  if (revised?.value) return { due: revised.value, basis: () => "revised completion date", by: "revised", at: revised };
  return { due: scheduled?.value, basis: () => "scheduled completion date", by: "scheduled", at: scheduled };
}

function kevDate(item: PoamItem, { catalogue }: NonNullable<LatenessTerms["kev"]>): DueDate | undefined {
  const found = kevDue(item, catalogue);
  return found && { due: found.due, basis: () => "known exploited, CISA's due date", by: "kev", at: item.kevDueDate };
}

function closeoutDate(item: PoamItem, conditional: ConditionalTerms): DueDate | undefined {
  const closeout = closeoutEnd(item, conditional);
  if (!closeout) return undefined;
  const basis = () => `Conditional status: ${conditional.days} days from ${closeout.statusDate}`;
  return { due: closeout.last, basis, by: "closeout", at: item.conditionalStatusDate };
}

/** The day of the release that ends the waiting; only items that wait for a vendor, or once did, have one. */
function fixReleased(item: PoamItem, asOf: IsoDate): IsoDate | undefined {
  if (item.vendorDependency?.value !== "Yes" && item.vendorCheckIn?.value === undefined) return undefined;
  const release = item.fixReleasedOn;
  return release !== undefined && release <= asOf ? release : undefined;
}
