import type { IsoDate } from "../model/date.js";
import type { ReportMonth } from "../model/report-grids.js";
import type { Entry } from "./entry.js";

/** A POA&M of some day, with its open items as they stood then. */
export interface Snapshot {
  readonly workbook: string;
  readonly day: IsoDate;
  readonly open: readonly Entry[];
}

/** A month, and its POA&M if there is one. */
export interface MonthOf extends ReportMonth {
  readonly snapshot: Snapshot | undefined;
}

/**
 * The six months that end with the current POA&M's (ConMon Strategy 3.2, figure 2 has the last six), oldest first; where a
 * month has several POA&Ms, the latest counts. `earlier` lie before `current`.
 */
export function lastSixMonths(current: Snapshot, earlier: readonly Snapshot[]): readonly MonthOf[] {
  const latest = new Map<string, Snapshot>();
  for (const snapshot of [...earlier, current]) {
    const month = snapshot.day.slice(0, 7);
    const known = latest.get(month);
    if (!known || known.day <= snapshot.day) latest.set(month, snapshot);
  }
  return Array.from({ length: 6 }, (_, index) => {
    const month = monthBefore(current.day.slice(0, 7), 5 - index);
    const snapshot = latest.get(month);
    return { month, label: monthLabel(month), day: snapshot?.day, snapshot };
  });
}

/** The month that many months before, as `yyyy-mm`; negative: after. */
export function monthBefore(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - months;
  return `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}`;
}

/** `Mar 2026` */
export function monthLabel(month: string): string {
  return `${NAMES[Number(month.slice(5, 7)) - 1]!.slice(0, 3)} ${month.slice(0, 4)}`;
}

/** `March, 2026`, as the heading of FedRAMP's figure has it. */
export function monthName(month: string): string {
  return `${NAMES[Number(month.slice(5, 7)) - 1]}, ${month.slice(0, 4)}`;
}

const NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
