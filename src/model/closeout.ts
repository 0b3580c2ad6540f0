import { addDays, type IsoDate } from "./date.js";
import type { PoamItem } from "./item.js";

/** How long a Conditional CMMC status lasts, and from when. */
export interface ConditionalTerms {
  /** The system's Conditional status date; undefined: each item's own column says it. */
  readonly granted: IsoDate | undefined;
  readonly days: number;
}

export interface Closeout {
  readonly statusDate: IsoDate;
  /** The last day of the status. */
  readonly last: IsoDate;
}

/** Until when an open item's Conditional status lasts; undefined where no status date is known. */
export function closeoutEnd(item: PoamItem, { granted, days }: ConditionalTerms): Closeout | undefined {
  if (item.state !== "open") return undefined;
  const statusDate = granted ?? item.conditionalStatusDate?.value;
  return statusDate === undefined ? undefined : { statusDate, last: addDays(statusDate, days) };
}
