import { addDays, daysBetween, type IsoDate } from "./date.js";
import type { PoamItem } from "./item.js";

/** The check-ins of an open item that waits for a vendor. */
export interface CheckIn {
  /** Null where none is recorded. */
  readonly last: IsoDate | null;
  /** Until when the last one holds; null where none is recorded. */
  readonly due: IsoDate | null;
  /** Days after `due`, at the day from which check-ins are counted; 0 where it holds, and where none is recorded. */
  readonly overdueBy: number;
}

/**
 * An item's check-ins, at most `days` before `date`: the POA&M's own, or the as-of day where it has none. Undefined for items
 * that wait for no vendor, and for forms without a column for check-ins.
 */
export function vendorCheckIn(
  { state, vendorDependency, vendorCheckIn: cell }: PoamItem,
  date: IsoDate,
  days: number,
): CheckIn | undefined {
  if (state !== "open" || vendorDependency?.value !== "Yes" || !cell) return undefined;
  if (cell.value === undefined) return { last: null, due: null, overdueBy: 0 };
  const due = addDays(cell.value, days);
  return { last: cell.value, due, overdueBy: Math.max(0, daysBetween(due, date)) };
}
