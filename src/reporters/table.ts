import { textWidth } from "./printable.js";

/** Rows under headings as a table of at most that width: long texts wrap, but the first column, which holds ids to be copied. */
export async function table(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): Promise<string> {
  const { default: Table } = await import("cli-table3");
  const colWidths = widths([headings, ...rows], width);
  const table = new Table({ head: [...headings], colWidths, wordWrap: true, style: STYLE, chars: CHARS });
  for (const row of rows) table.push([...row]);
  return table
    .toString()
    .split("\n")
    .map((line) => `${line.trimEnd()}\n`)
    .join("");
}

const STYLE = { head: [], border: [], compact: true, "padding-left": 0, "padding-right": 2 };

/** No lines. */
const CHARS = {
  ...{ top: "", "top-mid": "", "top-left": "", "top-right": "" },
  ...{ bottom: "", "bottom-mid": "", "bottom-left": "", "bottom-right": "" },
  ...{ left: "", "left-mid": "", mid: "", "mid-mid": "", right: "", "right-mid": "", middle: "" },
};

/** Columns as wide as their text; the widest but the first gives way until the table fits. */
function widths(rows: readonly (readonly string[])[], width: number): number[] {
  const wanted = rows[0]!.map((_, column) => Math.max(...rows.map((row) => textWidth(row[column]!))) + 2);
  while (wanted.reduce((sum, one) => sum + one, 0) > width) {
    const widest = wanted.indexOf(Math.max(...wanted.slice(1)), 1);
    if (wanted[widest]! <= 14) break;
    wanted[widest]!--;
  }
  return wanted;
}
