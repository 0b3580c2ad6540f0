import { pad, textWidth, wrapped } from "../reporters/printable.js";

/** Rows as aligned columns, two blanks apart; what is too long in the last one goes on below. */
export function columns(rows: readonly (readonly string[])[], indent = "", width = Number.POSITIVE_INFINITY): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => textWidth(row[column]!)))) ?? [];
  return rows.flatMap((row) => {
    const head = row.slice(0, -1).map((text, column) => `${pad(text, widths[column]!)}  `);
    const start = indent + head.join("");
    const line = start + row.at(-1);
    if (textWidth(line) <= width) return line.trimEnd();
    const [first = "", ...rest] = wrapped(row.at(-1)!, width, " ".repeat(textWidth(start)));
    return [start + first.trimStart(), ...rest];
  });
}
