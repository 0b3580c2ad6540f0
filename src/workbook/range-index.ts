import type { MergedRange } from "../model/workbook.js";
import { holds } from "./cell-range.js";

/** Ranges of more rows than this are few, and asked one by one. */
const TALL = 32;

/** A function that gives the first of these ranges that a cell lies in: sheets have as many hyperlinks or merges as rows. */
export function rangeIndex<R extends { readonly range: MergedRange }>(
  ranges: readonly R[],
): (row: number, column: number) => R | undefined {
  const byRow = new Map<number, R[]>();
  const tall: R[] = [];
  for (const one of ranges) {
    const { firstRow, lastRow } = one.range;
    if (lastRow - firstRow >= TALL) {
      tall.push(one);
      continue;
    }
    for (let row = firstRow; row <= lastRow; row++) {
      const ofRow = byRow.get(row);
      if (ofRow) ofRow.push(one);
      else byRow.set(row, [one]);
    }
  }
  return (row, column) => {
    const isHere = ({ range }: R) => holds(range, row, column);
    return byRow.get(row)?.find(isHere) ?? tall.find(isHere);
  };
}
