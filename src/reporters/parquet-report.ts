import { type Columns, type ParquetTable, parquetTable, type Row } from "./parquet-table.js";

/** A format of a run through several files: one table of them all. */
interface TableReport<Result, Run> {
  readonly begin: (run: Run) => string;
  readonly file: (result: Result, run: Run) => Iterable<Buffer>;
  readonly end: () => Buffer;
}

/** A format that writes a row for each thing found in the files. Made anew for each run, as it holds what is not written yet. */
export function parquetReport<Result, Run extends { readonly version: string }>(
  columns: Columns,
  rowsOf: (result: Result, run: Run) => Iterable<Row>,
): TableReport<Result, Run> {
  let table: ParquetTable;
  return {
    begin({ version }) {
      table = parquetTable(columns, version);
      return "";
    },
    *file(result, run) {
      for (const row of rowsOf(result, run)) yield* table.add(row);
    },
    end: () => table.end(),
  };
}
