import { pad, textWidth } from "../reporters/printable.js";

/** Rows as aligned columns, two blanks apart. */
export function columns(rows: readonly (readonly string[])[], indent = ""): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => textWidth(row[column]!)))) ?? [];
  return rows.map(
    (row) =>
      indent +
      row
        .map((text, column) => pad(text, widths[column]!))
        .join("  ")
        .trimEnd(),
  );
}
