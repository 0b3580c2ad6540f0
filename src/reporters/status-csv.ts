import { reference } from "../model/cell.js";
import type { ItemStatus } from "../model/item-status.js";
import { csvRow } from "./csv-text.js";
import { type StatusReporter, shownItems } from "./status-run.js";

type Value = string | number | boolean | null;

/** For spreadsheets: one row an item, all files under one heading row. Files that could not be read have none. */
export const statusCsv: StatusReporter = {
  begin: () => csvRow(["file", ...Object.keys(COLUMNS)]),
  *file({ path, items }, run) {
    for (const item of shownItems(items, run))
      yield csvRow([path, ...Object.values(COLUMNS).map((value) => value(item))]);
  },
  end: () => "",
};

const COLUMNS: Readonly<Record<string, (item: ItemStatus) => Value>> = {
  id: ({ id }) => id,
  weakness: ({ weakness }) => weakness,
  state: ({ state }) => state,
  "original rating": ({ rating }) => rating.original,
  "adjusted rating": ({ rating }) => rating.adjusted,
  "effective rating": ({ rating }) => rating.effective,
  owner: ({ owner }) => owner,
  detected: ({ detectedOn }) => detectedOn,
  due: ({ dueOn }) => dueOn,
  "days overdue": ({ daysOverdue }) => daysOverdue,
  "days stale": ({ daysStale }) => daysStale,
  "age in days": ({ ageDays }) => ageDays,
  conditions: ({ conditions }) => conditions.join(" "),
  why: ({ why }) => why,
  "vendor dependency": ({ vendorDependency }) => vendorDependency,
  "last vendor check-in": ({ vendorCheckIn }) => vendorCheckIn?.last ?? null,
  "risk adjustment": ({ deviations }) => deviations.riskAdjustment,
  "false positive": ({ deviations }) => deviations.falsePositive,
  "operational requirement": ({ deviations }) => deviations.operationalRequirement,
  closed: ({ closedOn }) => closedOn,
  cell: ({ at }) => reference(at),
};
