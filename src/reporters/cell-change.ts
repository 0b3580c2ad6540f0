import type { CellValue } from "../model/cell.js";
import { visible } from "./example.js";
import type { Paint } from "./paint.js";
import { cut, printable, textWidth } from "./printable.js";

/** So much of what both texts begin with is shown at least before the place where they part. */
const BEFORE = 12;
/** No text is cut shorter than this. */
const LEAST = 16;

/**
 * What a cell held and what it holds then, behind `lead`: on one line if there is room, else on two lines below. Texts
 * stand in quotes, dates and numbers do not; what is too long is shown from shortly before the first difference.
 */
export function changeLines(lead: string, was: string, value: CellValue, width: number, paint: Paint): string[] {
  const [before, after] = [quoted(was), written(value)];
  const line = `${lead}${before} → ${after}`;
  if (textWidth(line) <= width) return [`${lead}${paint.faint(before)} → ${paint.good(after)}`];
  const [first, second] = excerpts(before, after, Math.max(LEAST, width - INDENT));
  return [lead.trimEnd(), `${" ".repeat(INDENT)}${paint.faint(first)}`, `${ARROW}${paint.good(second)}`];
}

const ARROW = "    → ";
const INDENT = ARROW.length;
const BLANK = "(blank)";

function written(value: CellValue): string {
  if (value === null) return BLANK;
  if (typeof value === "string") return quoted(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? `${value} (number)` : `${value.date} (date)`;
}

function quoted(text: string): string {
  return text === "" ? BLANK : `"${printable(visible(text))}"`;
}

/** Both texts from the same place on, cut to the width. */
function excerpts(before: string, after: string, width: number): readonly [string, string] {
  const [one, other] = [[...before], [...after]];
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  const from = Math.min(same - BEFORE, Math.max(one.length, other.length) - width + 1);
  const shown = (signs: readonly string[]) => {
    const text = signs.join("");
    if (textWidth(text) <= width) return text;
    return cut(from < 2 ? text : `…${signs.slice(from).join("")}`, width);
  };
  return [shown(one), shown(other)];
}
