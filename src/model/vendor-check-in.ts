import type { IsoDate } from "./date.js";

/** The check-ins of an item that waits for a vendor, measured at the POA&M's own date, or the as-of day where it has none. */
export interface CheckIn {
  /** Null where none is recorded. */
  readonly last: IsoDate | null;
  /** Until when the last one holds; null where none is recorded. */
  readonly due: IsoDate | null;
  /** Days after `due`; 0 where it holds, and where none is recorded. */
  readonly overdueBy: number;
}
