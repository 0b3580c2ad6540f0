import { type FindingRow, findingRows } from "./ndjson.js";
import { parquetReport } from "./parquet-report.js";
import type { ColumnType } from "./parquet-table.js";
import type { Reporter } from "./report.js";

/**
 * For DuckDB, Spark and Trino: a row for each finding, its columns named as in ndjson and typed. Of a fix it has the title
 * and the safety; its patches stand in json. Files that could not be read have no row.
 */
export const parquet = (): Reporter<string | Buffer> => parquetReport(COLUMNS, findingRows);

const COLUMNS: Readonly<Record<keyof FindingRow, ColumnType>> = {
  path: "text",
  template: "text",
  asOf: "day",
  rule: "text",
  severity: "text",
  message: "text",
  help: "text",
  cites: { list: "text" },
  cell: "text",
  sheet: "text",
  row: "whole",
  column: "whole",
  item: "text",
  field: "text",
  related: { list: { record: { cell: "text", label: "text" } } },
  fix: { record: { title: "text", safety: "text" } },
  fingerprint: "text",
  suppressed: { record: { reason: "text", until: "day" } },
};
