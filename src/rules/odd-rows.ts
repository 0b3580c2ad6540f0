import type { Issue } from "../model/finding.js";
import type { OddRow, Poam } from "../model/poam.js";

/** One issue for each odd row of a kind. */
export function oddRows(poam: Poam, kind: OddRow["kind"], message: (row: OddRow) => string): Issue[] {
  return poam.oddRows
    .filter((row) => row.kind === kind)
    .map((row) => ({
      at: row.at,
      message: message(row),
      related: row.leftovers.slice(0, 3).map((at) => ({ at, label: "the form's own text" })),
    }));
}
