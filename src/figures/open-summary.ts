import type { Answer } from "../model/item.js";
import type { OpenRow, OpenSummary } from "../model/report-grids.js";
import { type Entry, tally } from "./entry.js";
import { byRow, type GridRows, rowsOf } from "./grid-rows.js";
import type { MonthOf } from "./months.js";

/** Which deviations the form has columns for. */
export interface DeviationColumns {
  readonly falsePositive: boolean;
  readonly operationalRequirement: boolean;
}

/**
 * Open POA&M Summary: FedRAMP ConMon Strategy & Guide 3.2, figure 2. All items of the sheet of open items count, those that
 * wait for a vendor or stay open as an approved operational requirement among them; configuration findings do not (only the
 * CM-6 item that stands for them).
 */
export function openSummary(months: readonly MonthOf[], rows: GridRows, has: DeviationColumns): OpenSummary {
  const perMonth = months.map(({ snapshot }) => snapshot && byRow(snapshot.open, rows));
  const labels = rowsOf(
    rows,
    perMonth.flatMap((found) => [...(found?.keys() ?? [])]),
  );
  const rowWith = (label: string, now: readonly Entry[], counts: OpenRow["counts"]): OpenRow => {
    const of = (holds: (entry: Entry) => boolean) => tally(now.filter(holds));
    const requirement = (answer: Answer) =>
      has.operationalRequirement ? of(({ operationalRequirement }) => operationalRequirement === answer) : undefined;
    return {
      label,
      counts,
      pendingFalsePositive: has.falsePositive ? of(({ falsePositive }) => falsePositive === "Pending") : undefined,
      operationalRequirementPending: requirement("Pending"),
      operationalRequirementActive: requirement("Yes"),
    };
  };
  return {
    rowHeading: rows.heading,
    months: months.map(({ snapshot, ...month }) => month),
    rows: labels.map((label) => {
      const counts = perMonth.map((found) => found && (found.get(label)?.length ?? 0));
      return rowWith(label, perMonth.at(-1)!.get(label) ?? [], counts);
    }),
    total: rowWith(
      "Total",
      months.at(-1)!.snapshot!.open,
      months.map(({ snapshot }) => snapshot?.open.length),
    ),
    note: rows.note,
  };
}
