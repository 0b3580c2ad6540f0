import type { ItemCounts } from "../model/poam.js";
import { RATINGS } from "../model/rating.js";
import type { Totals } from "../model/report.js";
import type { Entry } from "./entry.js";

/** The figures that a reader wants in one line. */
export function totalsOf(
  open: readonly Entry[],
  { closed, configuration }: ItemCounts,
  { soonDays, hasStatusDate }: { readonly soonDays: number; readonly hasStatusDate: boolean },
): Totals {
  return {
    open: open.length,
    closed,
    configuration,
    late: open.filter(({ daysLate }) => daysLate > 0).length,
    dueSoon: open.filter(({ dueSoon }) => dueSoon).length,
    soonDays,
    stale: hasStatusDate ? open.filter(({ stale }) => stale).length : undefined,
    excused: open.filter(({ exception }) => exception !== undefined).length,
    byRating: [...[...RATINGS].reverse(), undefined].flatMap((rating) => {
      const count = open.filter(({ effective }) => effective === rating).length;
      return count > 0 ? [{ rating, count }] : [];
    }),
  };
}
