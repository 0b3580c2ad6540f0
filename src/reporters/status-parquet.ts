import { parquetReport } from "./parquet-report.js";
import type { ColumnType } from "./parquet-table.js";
import { type ItemRow, itemRows } from "./status-ndjson.js";
import type { StatusReporter } from "./status-run.js";

/**
 * For DuckDB, Spark and Trino: a row for each item, its columns named as in ndjson and typed. The cell of the item is in it, the
 * cells of its values (`cells`) stand in json. Files that could not be read have no row.
 */
export const statusParquet = (): StatusReporter<string | Buffer> => parquetReport(COLUMNS, itemRows);

const COLUMNS: Readonly<Record<Exclude<keyof ItemRow, "cells">, ColumnType>> = {
  path: "text",
  template: "text",
  asOf: "day",
  id: "text",
  weakness: "text",
  state: "text",
  rating: { record: { original: "text", adjusted: "text", effective: "text" } },
  owner: "text",
  detectedOn: "day",
  dueOn: "day",
  dueBy: "text",
  daysOverdue: "whole",
  daysStale: "whole",
  ageDays: "whole",
  late: "truth",
  why: "text",
  exception: "text",
  vendorDependency: "text",
  vendorCheckIn: { record: { last: "day", due: "day", overdueBy: "whole" } },
  deviations: { record: { riskAdjustment: "text", falsePositive: "text", operationalRequirement: "text" } },
  kevDueOn: "day",
  milestonesMissed: { list: { record: { number: "whole", due: "day", cell: "text" } } },
  closedOn: "day",
  conditions: { list: "text" },
  cell: "text",
};
