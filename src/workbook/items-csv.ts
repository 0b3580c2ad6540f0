import type { CellValue } from "../model/cell.js";
import { csvSafe } from "../model/csv-safe.js";
import type { ItemSheet, PlacedItem } from "../model/placed.js";

/**
 * The text of a CSV file of one sheet, in pieces: a byte order mark, the headings, and the rows of each item. RFC 4180: commas,
 * CRLF, quotes where they are needed; days as `yyyy-mm-dd`; texts as `csvSafe` has them. The mark is for Excel, which reads
 * a CSV file without one in the machine's own code page; our reader, the trackers' importers and others pass over it.
 */
export function* csvText(sheet: ItemSheet, items: readonly PlacedItem[]): Iterable<string> {
  const columns = [...sheet.columns].sort((a, b) => a.column - b.column);
  yield `\ufeff${line(columns.map(({ heading }) => heading))}`;
  for (const rows of items) {
    for (const row of rows) yield line(columns.map(({ column }) => row.get(column) ?? null));
  }
}

function line(values: readonly CellValue[]): string {
  return `${values.map(field).join(",")}\r\n`;
}

function field(value: CellValue): string {
  if (typeof value === "string") return quoted(csvSafe(value));
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? String(value) : value.date;
}

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Besides what RFC 4180 asks for: other delimiters, so that the comma is what a reader guesses; blank edges, which some
 * readers trim; and beginnings by which a file would be taken for something else, as its first text is the file's own.
 */
const NEEDS_QUOTES = /[",;\t|\r\n]|^\s|\s$|^(?:sep=|mime-version:|[<{[%])/i;
