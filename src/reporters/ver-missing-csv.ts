import { csvRow } from "./csv-text.js";

/** What a person is to fill in (`missingTable`) as CSV. */
export function* missingCsv(table: readonly (readonly string[])[]): Iterable<string> {
  for (const row of table) yield csvRow(row);
}
