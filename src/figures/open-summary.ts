import type { OpenRow, OpenSummary } from "../model/report-grids.js";
import { type Entry, tally } from "./entry.js";
import { type GridRows, rowsOf } from "./grid-rows.js";
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
  const perMonth = months.map(({ snapshot }) => snapshot && countsOf(snapshot.open, rows));
  const labels = rowsOf(
    rows,
    perMonth.flatMap((counts) => [...(counts?.keys() ?? [])]),
  );
  const current = months.at(-1)!.snapshot!.open;
  const rowWith = (label: string, belongs: (entry: Entry) => boolean, counts: OpenRow["counts"]): OpenRow => {
    const of = (holds: (entry: Entry) => boolean) => tally(current.filter((entry) => belongs(entry) && holds(entry)));
    return {
      label,
      counts,
      pendingFalsePositive: has.falsePositive ? of(({ falsePositive }) => falsePositive === "Pending") : undefined,
      ...(has.operationalRequirement
        ? {
            operationalRequirementPending: of(({ operationalRequirement }) => operationalRequirement === "Pending"),
            operationalRequirementActive: of(({ operationalRequirement }) => operationalRequirement === "Yes"),
          }
        : { operationalRequirementPending: undefined, operationalRequirementActive: undefined }),
    };
  };
  return {
    rowHeading: rows.heading,
    months: months.map(({ snapshot, ...month }) => month),
    rows: labels.map((label) =>
      rowWith(
        label,
        (entry) => rows.rowOf(entry) === label,
        perMonth.map((counts) => counts && (counts.get(label) ?? 0)),
      ),
    ),
    total: rowWith(
      "Total",
      () => true,
      months.map(({ snapshot }) => snapshot?.open.length),
    ),
    note: rows.note,
  };
}

function countsOf(entries: readonly Entry[], { rowOf }: GridRows): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(rowOf(entry), (counts.get(rowOf(entry)) ?? 0) + 1);
  return counts;
}
