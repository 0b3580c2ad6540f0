import type { SourceCell } from "../model/carried-item.js";
import { reference } from "../model/cell.js";
import { printable } from "./printable.js";
import { ranges } from "./ranges.js";

/**
 * Cells as ranges, `'Open POA&M Items'!M10–M14, AE9`, sheet by sheet; of several workbooks, each sheet with its file. Stops
 * with … where `width` is reached.
 */
export function places(cells: readonly SourceCell[], width = Number.POSITIVE_INFINITY): string {
  const sheets = new Map<string, { readonly first: SourceCell; readonly columns: Map<number, number[]> }>();
  for (const cell of cells) {
    const key = `${cell.path ?? ""}\0${cell.sheet}`;
    let sheet = sheets.get(key);
    if (!sheet) sheets.set(key, (sheet = { first: cell, columns: new Map() }));
    const rows = sheet.columns.get(cell.column);
    if (rows) rows.push(cell.row);
    else sheet.columns.set(cell.column, [cell.row]);
  }
  let text = "";
  for (const { first, columns } of sheets.values()) {
    let lead = sheetOf(first);
    for (const [column, rows] of [...columns].sort(([a], [b]) => a - b)) {
      const before = text === "" ? lead : `${text}${lead === "" ? ", " : `; ${lead}`}`;
      const part = ranges(column, ascending(rows), width - before.length);
      if (text !== "" && before.length + part.length + 3 > width) return `${text}, …`;
      text = before + part;
      if (part.endsWith("…")) return text;
      lead = "";
    }
  }
  return text;
}

/** `'Open POA&M Items'!`, with its file before it where there are several. */
function sheetOf({ path, sheet }: SourceCell): string {
  const name = printable(reference({ sheet, row: 1, column: 1 })).slice(0, -2);
  return path === undefined ? name : `${printable(path)} ${name}`;
}

/** Each row once. */
function ascending(rows: readonly number[]): number[] {
  return [...new Set(rows)].sort((a, b) => a - b);
}
