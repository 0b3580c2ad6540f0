import { daysBetween, type IsoDate } from "../model/date.js";
import type { ItemCounts } from "../model/poam.js";
import { RATINGS } from "../model/rating.js";
import type { Totals } from "../model/report.js";
import type { Entry } from "./entry.js";

/** The figures that a reader wants in one line. */
export function totalsOf(
  open: readonly Entry[],
  { closed, configuration }: ItemCounts,
  { asOf, soonDays, staleDays }: { readonly asOf: IsoDate; readonly soonDays: number; readonly staleDays: number },
): Totals {
  const soon = ({ due }: Entry) => due !== undefined && due >= asOf && daysBetween(asOf, due) <= soonDays;
  const stale = ({ item }: Entry) =>
    item.statusDate?.value !== undefined && daysBetween(item.statusDate.value, asOf) > staleDays;
  return {
    open: open.length,
    closed,
    configuration,
    late: open.filter(({ daysLate }) => daysLate > 0).length,
    dueSoon: open.filter(soon).length,
    soonDays,
    stale: open.filter(stale).length,
    excused: open.filter(({ exception }) => exception !== undefined).length,
    byRating: [...[...RATINGS].reverse(), undefined].flatMap((rating) => {
      const count = open.filter(({ effective }) => effective === rating).length;
      return count > 0 ? [{ rating, count }] : [];
    }),
  };
}
