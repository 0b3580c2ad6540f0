import type { Windows } from "../model/lateness.js";
import type { AgeBucket, AgeRow, PastDueAges } from "../model/report-grids.js";
import { type Entry, tally } from "./entry.js";
import { byRow, type GridRows, rowsOf, UNRATED } from "./grid-rows.js";
import type { DeviationColumns } from "./open-summary.js";

/** FedRAMP's, in days. */
export const AGE_BUCKETS: readonly AgeBucket[] = [
  { label: "0-30", from: 0, to: 30 },
  { label: "31-60", from: 31, to: 60 },
  { label: "61-90", from: 61, to: 90 },
  { label: "91-120", from: 91, to: 120 },
  { label: "121+", from: 121, to: undefined },
];

/** What an item's age is counted from: its detection, or its due date where the form has no column for the detection. */
export type AgeFrom = "detection" | "due date";

export interface AgeTerms {
  readonly rows: GridRows;
  /** FedRAMP's grid has no row for Low; its late Low items are told apart from the grid. */
  readonly without: readonly string[];
  readonly windows: Windows;
  readonly from: AgeFrom;
  readonly has: DeviationColumns;
}

/**
 * POA&M Age for Past Due Items: FedRAMP ConMon Strategy & Guide 3.2, figure 2. The age is that since detection: only so do
 * the cells that the figure greys come out as those that nothing can be in (0-30 for High, up to 90 for Moderate). Items
 * whose deviation is pending are late all the same, and are counted in their bucket and once more in the column of what is
 * pending (COLLAB quick guide 1.0).
 */
export function pastDueAges(open: readonly Entry[], { rows, without, windows, from, has }: AgeTerms): PastDueAges {
  const late = open.filter(({ daysLate }) => daysLate > 0);
  const fits = (entry: Entry) => !without.includes(rows.rowOf(entry)) && ageOf(entry, from) !== undefined;
  const inside = late.filter(fits);
  const found = byRow(inside, rows);
  const labels = rowsOf(rows, found.keys()).filter((label) => !without.includes(label));
  const rowWith = (label: string, entries: readonly Entry[], least: number): AgeRow => ({
    label,
    cells: AGE_BUCKETS.map((bucket) => {
      const items = tally(entries.filter((entry) => isIn(bucket, ageOf(entry, from)!)));
      return { ...items, impossible: items.count === 0 && bucket.to !== undefined && bucket.to <= least };
    }),
    total: tally(entries),
    pendingFalsePositive: has.falsePositive
      ? tally(entries.filter(({ falsePositive }) => falsePositive === "Pending"))
      : undefined,
    pendingOperationalRequirement: has.operationalRequirement
      ? tally(entries.filter(({ operationalRequirement }) => operationalRequirement === "Pending"))
      : undefined,
  });
  return {
    rowHeading: rows.heading,
    buckets: AGE_BUCKETS,
    rows: labels.map((label) =>
      rowWith(label, found.get(label) ?? [], from === "detection" ? leastAge(label, windows) : -1),
    ),
    total: rowWith("Total", inside, -1),
    outside: outsideOf(
      late.filter((entry) => !fits(entry)),
      rows,
      without,
    ),
    note: `Age in days since ${from === "detection" ? "the detection date" : "the due date"}.`,
  };
}

export function ageOf({ age, daysLate }: Entry, from: AgeFrom): number | undefined {
  return from === "detection" ? age : daysLate;
}

export function isIn({ from, to }: AgeBucket, age: number): boolean {
  return age >= from && (to === undefined || age <= to);
}

/** The age up to which nothing in the row can be late: the window of its original rating. */
function leastAge(label: string, windows: Windows): number {
  const [original] = label.split("/");
  const rating = original === "Mod" ? "Moderate" : original;
  return (windows as Readonly<Record<string, number | undefined>>)[rating ?? ""] ?? -1;
}

function outsideOf(late: readonly Entry[], rows: GridRows, without: readonly string[]): PastDueAges["outside"] {
  const reasonOf = (entry: Entry) => {
    const row = rows.rowOf(entry);
    return without.includes(row)
      ? `${row === UNRATED ? "without a rating" : row}: the grid has no row for it`
      : "without a readable detection date";
  };
  return [...byRow(late, { rowOf: reasonOf })].map(([reason, entries]) => ({ reason, tally: tally(entries) }));
}
