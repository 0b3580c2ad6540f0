import type { CellRef } from "./cell.js";
import { daysBetween, type IsoDate } from "./date.js";
import type { PoamItem } from "./item.js";

/** How long an open item has lain without a word; the one definition that lint, status and report share. */
export interface Staleness {
  /** Days since the status date or, where that is blank, since the detection. */
  readonly days: number;
  readonly since: IsoDate;
  readonly at: CellRef;
  /** False where the status date is blank: nothing was recorded since the detection. */
  readonly dated: boolean;
}

/** Undefined for items that are not open, for forms without a status date, and where no day is known. */
export function staleness({ state, statusDate, detectedOn }: PoamItem, asOf: IsoDate): Staleness | undefined {
  if (state !== "open" || !statusDate) return undefined;
  const since = statusDate.value ?? (statusDate.doubt === undefined ? detectedOn?.value : undefined);
  if (since === undefined) return undefined;
  return { days: Math.max(0, daysBetween(since, asOf)), since, at: statusDate, dated: statusDate.value !== undefined };
}
