import { byteFinder } from "./byte-finder.js";
import { GREATER, SLASH, spells } from "./xml-bytes.js";

/** Without its `>`; a row whose name has a prefix is read cell by cell. */
const CLOSE_ROW = "</row";

/** Ways to the end of a row without reading its cells. `base` is where the bytes begin in the part. */
export interface RowEnds {
  /**
   * The place behind a row in which every cell is an empty tag, reading from behind its open tag, or -1. Sheets styled to
   * their last row consist of these; one look at each `>` passes over them at three times the speed, and still sees that
   * nothing is left open.
   */
  ofEmptyCells(bytes: Buffer, base: number, from: number): number;
  /** The same of any row, whatever its cells hold; -1 where its end is not in sight, or comments may hide it. */
  ofAnyCells(bytes: Buffer, base: number, from: number): number;
}

export function rowEnds(): RowEnds {
  const closeRow = byteFinder(CLOSE_ROW);
  // Without these bytes there is no comment, in which all others would mean nothing.
  const bang = byteFinder("!");
  const question = byteFinder("?");
  return {
    ofEmptyCells(bytes, base, from) {
      let at = from;
      while (at < bytes.length && (bytes[at] !== GREATER || bytes[at - 1] === SLASH)) at++;
      return at < bytes.length && isRowEnd(bytes, base, from, at) ? at + 1 : -1;
    },
    ofAnyCells(bytes, base, from) {
      const at = closeRow(bytes, base, from) - base + CLOSE_ROW.length;
      return bytes[at] === GREATER && isRowEnd(bytes, base, from, at) ? at + 1 : -1;
    },
  };

  /** Whether the `>` at `at` ends the row that is read from `from` on. */
  function isRowEnd(bytes: Buffer, base: number, from: number, at: number): boolean {
    const close = at - CLOSE_ROW.length;
    if (close < from || !spells(bytes, close, at, CLOSE_ROW)) return false;
    return base + at < Math.min(bang(bytes, base, from), question(bytes, base, from));
  }
}
