import { columnLetters } from "../model/cell.js";
import { shiftFormula } from "./formula-shift.js";
import type { SharedChild, SharedFormula } from "./formula-survey.js";
import type { Splice } from "./patched.js";
import { attributeOf, openTag, readElements } from "./xml-elements.js";
import { xmlText } from "./xml-write.js";

/**
 * A shared formula whose master is written over passes to the first child that stays, which then holds its text and the
 * range of those that are left. No splice if none is; undefined where the formula cannot be taken apart.
 */
export function handOver(
  shared: SharedFormula,
  isReplaced: (row: number, column: number) => boolean,
): Splice[] | undefined {
  const left = shared.children.filter(({ row, column }) => !isReplaced(row, column));
  const [heir] = left;
  if (!heir) return [];
  const text = shiftFormula(shared.text, { rows: heir.row - shared.row, columns: heir.column - shared.column });
  if (text === undefined) return undefined;
  const { element, start, end } = heir;
  const piece = { bytes: Buffer.from(element), start: 0 };
  const formula = readElements(piece)?.[0];
  if (!formula || attributeOf(formula, "si") === undefined) return undefined;
  const tag = openTag(piece, formula, { ref: rangeOf(left) });
  return [{ start, end, text: `${tag}>${xmlText(text)}</${formula.prefix}f>` }];
}

/** The smallest range that holds them all. */
function rangeOf(cells: readonly SharedChild[]): string {
  let [top, left, bottom, right] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  for (const { row, column } of cells) {
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  const first = `${columnLetters(left)}${top}`;
  const last = `${columnLetters(right)}${bottom}`;
  return first === last ? first : `${first}:${last}`;
}
