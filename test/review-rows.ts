import type { CellRef } from "../src/model/cell.js";
import type { Review, ReviewRow } from "../src/model/review.js";

/** A finding as a review shows it, with what the test does not speak of filled in. */
export function reviewRow(at: CellRef, row: Partial<ReviewRow> = {}): ReviewRow {
  return {
    severity: "warning",
    item: "V-1",
    at,
    message: "the status is old",
    help: "Look at it.",
    owner: "Ann Lee",
    rule: "stale",
    sources: "A Guide 2, section 3",
    suppressed: "",
    ...row,
  };
}

export function reviewWith(rows: readonly ReviewRow[], showsSuppressed = false): Review {
  return { asOf: "2026-03-31", head: ["Findings of poam in made.xlsx", "2 findings"], rows, showsSuppressed };
}
