import type { Cell, CellRef } from "./model/cell.js";
import { daysBetween } from "./model/date.js";
import type { PoamItem } from "./model/item.js";
import type { Condition, ItemStatus, StatusField } from "./model/item-status.js";
import { kevDue } from "./model/kev.js";
import { effectiveRating, exceptionOf, type Lateness, lateness } from "./model/lateness.js";
import { missedMilestones } from "./model/missed-milestones.js";
import type { Poam } from "./model/poam.js";
import { staleness } from "./model/staleness.js";
import { vendorCheckIn } from "./model/vendor-check-in.js";
import { deviationsOf } from "./rules/deviations.js";
import { placeOf } from "./rules/rule.js";
import { type StatusOptions, type StatusTerms, termsOf } from "./status/terms.js";
import { type Standing, whyOf } from "./status/why.js";

export type { Condition, ItemStatus } from "./model/item-status.js";
export { CONDITIONS } from "./model/item-status.js";
export { type StatusOptions, termsOf } from "./status/terms.js";

/** Every item of a POA&M, sheet by sheet from top to bottom, and where it stands on the as-of day. */
export function statusOf(poam: Poam, options: StatusOptions): readonly ItemStatus[] {
  const terms = termsOf(poam, options);
  const statuses: ItemStatus[] = [];
  for (const item of poam.items()) statuses.push(itemStatus(item, terms));
  return statuses;
}

function itemStatus(item: PoamItem, terms: StatusTerms): ItemStatus {
  const standing = standingOf(item, terms);
  const { lateness, exception, checkIn, missed, closedOn } = standing;
  const end = item.state === "closed" ? closedOn?.value : terms.asOf;
  return {
    id: item.id?.value ?? null,
    weakness: nameOf(item)?.value ?? null,
    state: item.state,
    rating: {
      original: item.originalRating?.value ?? null,
      adjusted: item.adjustedRating?.value ?? null,
      effective: effectiveRating(item)?.value ?? null,
    },
    owner: item.pointOfContact?.value ?? null,
    detectedOn: item.detectedOn?.value ?? null,
    dueOn: lateness.due ?? null,
    dueBy: lateness.due === undefined ? null : lateness.by,
    daysOverdue: lateness.daysOverdue,
    daysStale: standing.stale?.days ?? null,
    ageDays: item.detectedOn?.value && end ? daysBetween(item.detectedOn.value, end) : null,
    late: lateness.daysOverdue > 0,
    why: whyOf(item, standing, terms),
    exception: exception ?? null,
    vendorDependency: item.vendorDependency?.value ?? null,
    vendorCheckIn: checkIn ?? null,
    deviations: {
      riskAdjustment: item.riskAdjustment?.value ?? null,
      falsePositive: item.falsePositive?.value ?? null,
      operationalRequirement: item.operationalRequirement?.value ?? null,
    },
    kevDueOn: (terms.kev && kevDue(item, terms.kev.catalogue)?.due) ?? null,
    milestonesMissed: missed,
    closedOn: closedOn?.value ?? null,
    conditions: conditionsOf(standing, terms),
    at: place(placeOf(item)),
    cells: cellsOf(item, standing),
  };
}

function standingOf(item: PoamItem, terms: StatusTerms): Standing {
  const { completedOn, statusDate } = item;
  const isOpen = item.state === "open";
  const late = lateness(item, terms);
  return {
    lateness: late,
    exception: isOpen && mayBeExcused(late) ? exceptionOf(item, terms) : undefined,
    stale: staleness(item, terms.asOf),
    checkIn: vendorCheckIn(item, terms.submittedOn, terms.checkInDueDays),
    missed: missedMilestones(item, terms.asOf),
    pending: isOpen ? deviationsOf(item, "Pending") : [],
    // FedRAMP's forms have no column for it: a closed item's status date is the day of its closure.
    closedOn: item.state === "closed" ? (completedOn?.value ? completedOn : statusDate) : undefined,
    isOpen,
  };
}

function conditionsOf(standing: Standing, { soonDays, staleDays, asOf }: StatusTerms): readonly Condition[] {
  const { lateness, checkIn, missed, pending, stale } = standing;
  const conditions: Condition[] = [];
  if (lateness.daysOverdue > 0) conditions.push("overdue");
  if (standing.isOpen && lateness.due === undefined && !standing.exception) conditions.push("undated");
  if (missed.length > 0) conditions.push("milestone-missed");
  if (checkIn && (checkIn.last === null || checkIn.overdueBy > 0)) conditions.push("check-in-due");
  if (pending.length > 0) conditions.push("deviation-pending");
  if (stale && stale.days > staleDays) conditions.push("stale");
  const left = standing.isOpen && lateness.due !== undefined ? daysBetween(asOf, lateness.due) : -1;
  if (left >= 0 && left <= soonDays && !standing.exception) conditions.push("due-soon");
  return conditions;
}

/** No exception excuses from CISA's date, or from the end of a Conditional status. */
function mayBeExcused({ by }: Lateness): boolean {
  return by !== "kev" && by !== "closeout";
}

/** What an item is called: not every form has a column for the weakness' name. */
function nameOf({ weakness, description, sourceIdentifier }: PoamItem): Cell<string> | undefined {
  return weakness ?? description ?? sourceIdentifier;
}

function cellsOf(item: PoamItem, { lateness, closedOn }: Standing): ItemStatus["cells"] {
  const cells: Partial<Record<StatusField, CellRef>> = {};
  const shown: readonly (readonly [StatusField, Pick<Cell<unknown>, "sheet" | "row" | "column"> | undefined])[] = [
    ["id", item.id],
    ["weakness", nameOf(item)],
    ["originalRating", item.originalRating],
    ["adjustedRating", item.adjustedRating],
    ["owner", item.pointOfContact],
    ["detectedOn", item.detectedOn],
    ["dueOn", lateness.due === undefined ? undefined : lateness.at],
    ["statusDate", item.statusDate],
    ["vendorDependency", item.vendorDependency],
    ["vendorCheckIn", item.vendorCheckIn],
    ["riskAdjustment", item.riskAdjustment],
    ["falsePositive", item.falsePositive],
    ["operationalRequirement", item.operationalRequirement],
    ["kevDueOn", item.kevDueDate],
    ["closedOn", closedOn],
  ];
  for (const [field, cell] of shown) if (cell) cells[field] = place(cell);
  return cells;
}

/** The place alone: a cell holds on to its sheet. */
function place({ sheet, row, column }: CellRef): CellRef {
  return { sheet, row, column };
}
