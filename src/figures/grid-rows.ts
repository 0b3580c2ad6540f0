import { RATINGS } from "../model/rating.js";
import type { Entry } from "./entry.js";

/** The rows of a grid over ratings, and in which of them an item stands: in exactly one. */
export interface GridRows {
  readonly heading: string;
  /** Rows that are there whether an item stands in them or not. */
  readonly fixed: readonly string[];
  readonly rowOf: (entry: Entry) => string;
  readonly note: string;
}

/**
 * FedRAMP's rows, as original / adjusted (ConMon Strategy 3.2, figure 2). An item whose adjustment is only pending stands in
 * the row of both: in the figure High/Mod has live cells below 90 days, and only such items are late by then. An item raised
 * by an approved adjustment has no row of both, and stands in that of its adjusted rating.
 */
export const ORIGINAL_AND_ADJUSTED: GridRows = {
  heading: "Original / adjusted risk",
  fixed: ["High", "High/Mod", "High/Low", "Moderate", "Mod/Low", "Low"],
  rowOf: ({ original, adjusted, riskAdjustment }) => {
    if (original === undefined) return UNRATED;
    if (adjusted === undefined || adjusted === original) return original;
    const lowered = BANDS.indexOf(adjusted) > BANDS.indexOf(original);
    if (lowered) return `${SHORT[original]}/${SHORT[adjusted]}`;
    return riskAdjustment === "Yes" ? adjusted : original;
  },
  note: "Rows are original / adjusted risk; an adjustment counts here from its request on. Critical counts as High.",
};

/** Rows by the rating that counts, for all other forms; where no rating is given, by the points of the requirement (CMMC). */
export const BY_RATING: GridRows = {
  heading: "Risk rating",
  fixed: [],
  rowOf: ({ effective, item }) => effective ?? pointsOf(item.requirementPoints?.value) ?? UNRATED,
  note: "Rows are the rating that counts: the adjusted one once its adjustment is approved.",
};

/** Entries by the row in which they stand. */
export function byRow(
  entries: readonly Entry[],
  { rowOf }: Pick<GridRows, "rowOf">,
): ReadonlyMap<string, readonly Entry[]> {
  const rows = new Map<string, Entry[]>();
  for (const entry of entries) {
    const row = rowOf(entry);
    const others = rows.get(row);
    if (others) others.push(entry);
    else rows.set(row, [entry]);
  }
  return rows;
}

/** The rows that are printed, gravest first: the fixed ones and those in which something stands. */
export function rowsOf({ fixed }: GridRows, seen: Iterable<string>): readonly string[] {
  const others = [...new Set(seen)].filter((row) => !fixed.includes(row));
  return [...fixed, ...others.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))];
}

export const UNRATED = "Unrated";

const BANDS = ["High", "Moderate", "Low"];
const SHORT = { High: "High", Moderate: "Mod", Low: "Low" };
const GRAVEST_FIRST: readonly string[] = [...RATINGS].reverse();

function rank(row: string): number {
  if (row === UNRATED) return 1000;
  const rating = GRAVEST_FIRST.indexOf(row);
  return rating >= 0 ? rating : 100 - Number.parseInt(row, 10);
}

function pointsOf(text: string | undefined): string | undefined {
  const points = /^\d+/.exec(text?.trim() ?? "")?.[0];
  return points && `${points} ${points === "1" ? "point" : "points"}`;
}
