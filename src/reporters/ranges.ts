import { columnLetters } from "../model/cell.js";

/** The cells of one column as ranges: `M10–M14, M17`; `rows` in ascending order. Stops with … where `width` is reached. */
export function ranges(column: number, rows: readonly number[], width: number): string {
  const letters = columnLetters(column);
  let text = "";
  for (let first = 0; first < rows.length; ) {
    let last = first;
    while (last + 1 < rows.length && rows[last + 1]! <= rows[last]! + 1) last++;
    const from = `${letters}${rows[first]}`;
    const range = rows[last] === rows[first] ? from : `${from}–${letters}${rows[last]}`;
    if (text !== "" && text.length + range.length + 5 > width) return `${text}, …`;
    text += text === "" ? range : `, ${range}`;
    first = last + 1;
  }
  return text;
}
