import { daysBetween } from "../model/date.js";
import type { DateCell, PoamItem } from "../model/item.js";
import type { Lateness } from "../model/lateness.js";
import type { MissedMilestone } from "../model/missed-milestones.js";
import type { Staleness } from "../model/staleness.js";
import type { CheckIn } from "../model/vendor-check-in.js";
import { type Deviation, named } from "../rules/deviations.js";
import { firstOf } from "../rules/heading-of.js";
import type { StatusTerms } from "./terms.js";
import { undatedBecause } from "./undated.js";

/** What was found of one item, before it is put into words. */
export interface Standing {
  readonly isOpen: boolean;
  readonly lateness: Lateness;
  readonly exception: string | undefined;
  readonly stale: Staleness | undefined;
  readonly checkIn: CheckIn | undefined;
  readonly missed: readonly MissedMilestone[];
  readonly pending: readonly Deviation[];
  readonly closedOn: DateCell | undefined;
}

/** Why an item is late or is not, and whatever else asks for attention, in words. */
export function whyOf(item: PoamItem, standing: Standing, terms: StatusTerms): string {
  if (item.state === "configuration") return "configuration finding: not counted as an open item";
  if (item.state === "closed") return standing.closedOn?.value ? `closed on ${standing.closedOn.value}` : "closed";
  return [dueWords(item, standing, terms), ...notes(standing, terms)].join("; ");
}

function dueWords(item: PoamItem, { lateness, exception }: Standing, { asOf, windows }: StatusTerms): string {
  const { due, basis, daysOverdue } = lateness;
  if (due === undefined) {
    return `no due date: ${undatedBecause(item, windows)}${exception ? `, but excused: ${exception}` : ""}`;
  }
  if (daysOverdue > 0) return `late (${basis()})`;
  if (lateness.exception) return `not late: ${lateness.exception}`;
  return `due ${ahead(daysBetween(asOf, due))} (${basis()})${exception ? `, but excused: ${exception}` : ""}`;
}

function* notes({ missed, checkIn, pending, stale, lateness }: Standing, terms: StatusTerms): Iterable<string> {
  if (checkIn?.last === null) yield "no vendor check-in";
  else if (checkIn && checkIn.last > terms.asOf) yield `vendor check-in of ${checkIn.last} lies in the future`;
  else if (checkIn && checkIn.overdueBy > 0)
    yield `vendor check-in of ${checkIn.last} held until ${heldUntil(checkIn, terms)}`;
  if (pending.length > 0) yield `${named(pending)} ${lateness.daysOverdue > 0 ? "still pending" : "pending"}`;
  if (missed.length > 0) {
    const names = firstOf(
      missed.map(({ number, due }) => (number === undefined ? `of ${due}` : `(${number}) of ${due}`)),
    );
    yield `${missed.length === 1 ? "milestone" : "milestones"} ${names} missed`;
  }
  if (stale && stale.days > terms.staleDays) {
    yield stale.dated ? `status of ${stale.since}` : `no status since its detection on ${stale.since}`;
  }
}

/** A check-in is counted to the POA&M's own date, which may lie after the as-of day. */
function heldUntil({ due }: CheckIn, { asOf, submittedOn }: StatusTerms): string {
  return due! >= asOf ? `${due}, before the POA&M's date, ${submittedOn}` : due!;
}

function ahead(days: number): string {
  return days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`;
}
