import type { Rating } from "../model/rating.js";

/**
 * The 5 × 5 table of the Navy's eMASS template (Instructions sheet of 2026, C1:I9 and C11:I20), which is used twice: relevance of
 * threat and severity give the likelihood, likelihood and impact the residual risk. Rows by the former, columns by the latter.
 */
const LEVELS: readonly Rating[] = ["Very Low", "Low", "Moderate", "High", "Very High"];
const MATRIX: Readonly<Partial<Record<Rating, string>>> = {
  "Very Low": "00111",
  Low: "01112",
  Moderate: "01223",
  High: "01234",
  "Very High": "01234",
};

/** What the table gives; undefined where one of the two is not on its scale. */
export function fromRiskMatrix(row: Rating, column: Rating): Rating | undefined {
  return LEVELS[Number(MATRIX[row]?.[LEVELS.indexOf(column)])];
}
