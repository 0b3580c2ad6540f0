/** A risk rating on the scale of all frameworks together, from least to most. */
export type Rating = "Very Low" | "Low" | "Moderate" | "High" | "Very High" | "Critical";

export const RATINGS: readonly Rating[] = ["Very Low", "Low", "Moderate", "High", "Very High", "Critical"];

/**
 * The rating that a text means, whatever the case, with the names in use elsewhere (Medium, Med, Mod, M; eMASS' I, II, III and
 * CAT I–III, where CAT I is High). Undefined for anything else, `N/A` among it.
 */
export function readRating(text: string): Rating | undefined {
  return NAMES.get(
    text
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, " "),
  );
}

const NAMES = new Map<string, Rating>([
  ...RATINGS.map((rating) => [rating.toLowerCase(), rating] as const),
  ["medium", "Moderate"],
  ["med", "Moderate"],
  ["mod", "Moderate"],
  ["m", "Moderate"],
  ["h", "High"],
  ["l", "Low"],
  ["i", "High"],
  ["ii", "Moderate"],
  ["iii", "Low"],
  ["cat i", "High"],
  ["cat ii", "Moderate"],
  ["cat iii", "Low"],
  ["cat 1", "High"],
  ["cat 2", "Moderate"],
  ["cat 3", "Low"],
]);
