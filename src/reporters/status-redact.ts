import type { ItemStatus } from "../model/item-status.js";
import type { FileStatus } from "./status-run.js";

/**
 * What may be shown where cell text may not: places, days counted, conditions, and words of closed lists (ratings, answers).
 * Done once, before any format, so that no format can forget it.
 */
export function redactedStatus(result: FileStatus): FileStatus {
  return { ...result, items: result.items.map(withoutText) };
}

/** One item without what its cells say. */
export function withoutText(item: ItemStatus): ItemStatus {
  return {
    ...item,
    id: null,
    weakness: null,
    owner: null,
    detectedOn: null,
    dueOn: null,
    kevDueOn: null,
    closedOn: null,
    why: item.conditions.join(", "),
    // `vendor dependency, last check-in 2026-03-20` quotes a date.
    exception: item.exception?.replace(/,.*/, "") ?? null,
    vendorCheckIn: item.vendorCheckIn && { last: null, due: null, overdueBy: item.vendorCheckIn.overdueBy },
    milestonesMissed: [],
  };
}
