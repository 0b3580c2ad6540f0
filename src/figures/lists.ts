import { daysBetween, type IsoDate } from "../model/date.js";
import type { DeviationItem, ItemMention, KevItem, LateItem, VendorDependency } from "../model/report.js";
import type { StatusCount } from "../model/report-grids.js";
import type { Entry } from "./entry.js";

/** Late POA&M Item Details (FedRAMP Collaborative ConMon Quick Guide 1.0): most days late first. */
export function lateItems(open: readonly Entry[], redact: boolean): readonly LateItem[] {
  return open
    .filter(({ daysLate }) => daysLate > 0)
    .map((entry) => ({
      ...mention(entry),
      detectedOn: redact ? undefined : entry.detectedOn,
      age: entry.age,
      due: redact ? undefined : entry.due,
      daysLate: entry.daysLate,
      owner: redact ? undefined : entry.item.pointOfContact?.value,
      status: redact ? ["late", ...pendingOf(entry).map((what) => `${what} pending`)].join("; ") : entry.why,
    }))
    .sort((a, b) => b.daysLate - a.daysLate);
}

/** Open items that wait for a vendor: ConMon Strategy & Guide 3.2, appendix D. The check-in longest ago first. */
export function vendorDependencies(
  open: readonly Entry[],
  submittedOn: IsoDate,
  redact: boolean,
): readonly VendorDependency[] {
  return open
    .flatMap((entry): VendorDependency | [] => {
      if (!entry.vendorCheckIn) return [];
      const { last, overdueBy } = entry.vendorCheckIn;
      return {
        ...mention(entry),
        product: redact ? undefined : entry.item.vendorProduct?.value,
        lastCheckIn: redact ? undefined : (last ?? undefined),
        daysSince: last === null ? undefined : daysBetween(last, submittedOn),
        holds: last !== null && overdueBy === 0,
        due: redact ? undefined : entry.due,
        daysLate: entry.daysLate,
      };
    })
    .sort((a, b) => (b.daysSince ?? Number.POSITIVE_INFINITY) - (a.daysSince ?? Number.POSITIVE_INFINITY));
}

/** Open items with a deviation approved or pending, an entry for each; pending ones first. */
export function deviations(open: readonly Entry[], redact: boolean): readonly DeviationItem[] {
  const found = open.flatMap((entry) =>
    TYPES.flatMap(([field, type]): DeviationItem | [] => {
      const answer = entry[field];
      if (answer !== "Yes" && answer !== "Pending") return [];
      return {
        ...mention(entry),
        type,
        state: answer === "Yes" ? "approved" : "pending",
        late: entry.daysLate > 0,
        rationale: redact ? undefined : entry.item.deviationRationale?.value,
      };
    }),
  );
  return [...found.filter(({ state }) => state === "pending"), ...found.filter(({ state }) => state === "approved")];
}

/** Open items tracked for CISA's directive on known exploited vulnerabilities; the earliest due date first. */
export function kevItems(open: readonly Entry[], asOf: IsoDate, redact: boolean): readonly KevItem[] {
  return open
    .filter(({ item, kevDue }) => item.kevTracking?.value === "Yes" || kevDue !== undefined)
    .map((entry) => ({ entry, due: entry.kevDue ?? entry.item.kevDueDate?.value }))
    .sort((a, b) => ((a.due ?? "9") < (b.due ?? "9") ? -1 : 1))
    .map(({ entry, due }) => {
      const excused = due === undefined || entry.falsePositive === "Yes";
      return {
        ...mention(entry),
        cves: redact ? [] : (entry.item.cves?.value ?? []),
        due: redact ? undefined : due,
        daysLate: excused ? 0 : Math.max(0, daysBetween(due, asOf)),
      };
    });
}

/** Open items by the text of their status, the most first. */
export function statusCounts(open: readonly Entry[], redact: boolean): readonly StatusCount[] {
  const counts = new Map<string, { count: number; late: number }>();
  for (const { item, daysLate } of open) {
    const status = (redact ? undefined : item.status?.value) ?? "";
    const known = counts.get(status) ?? { count: 0, late: 0 };
    counts.set(status, { count: known.count + 1, late: known.late + (daysLate > 0 ? 1 : 0) });
  }
  return [...counts]
    .map(([status, numbers]) => ({ status, ...numbers }))
    .sort((a, b) => b.count - a.count || (a.status < b.status ? -1 : 1));
}

/** What of an item is requested and not yet decided. */
export function pendingOf(entry: Entry): readonly string[] {
  return TYPES.filter(([field]) => entry[field] === "Pending").map(([, type]) => type);
}

const TYPES = [
  ["riskAdjustment", "risk adjustment"],
  ["falsePositive", "false positive"],
  ["operationalRequirement", "operational requirement"],
] as const;

function mention({ id, weakness, rating, at }: Entry): ItemMention {
  return { id, weakness, rating, at };
}
