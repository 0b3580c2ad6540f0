import { type CellType, endsHere, MAX_COLUMN, MAX_ROW, type ScannedCell, VALUE_AND_CELL_END } from "./cell-scan.js";
import { EQUALS, GREATER, LESS, QUOTE, SLASH, SPACE } from "./xml-bytes.js";

/** No usual cell is longer: one of these before a window's end, `readUsualCell` does not look beyond it, which would cost much. */
export const USUAL_CELL = 96;
/** Whole numbers up to this length are exact. */
const EXACT_DIGITS = 15;

const LETTER_C = 0x63;
const LETTER_R = 0x72;
const LETTER_S = 0x73;
const LETTER_T = 0x74;
const LETTER_V = 0x76;
const ZERO = 0x30;
const NINE = 0x39;

/**
 * Reads the `<c` at `open` if it is written as nearly all are: `<c r="B9" s="3" t="s"><v>12</v></c>` with a whole number,
 * `s` or `t` left out, or the empty tag. Returns the place after it, or 0 where it is written otherwise. Large sheets
 * consist of such cells, and this looks at each of their bytes only once.
 */
export function readUsualCell(bytes: Buffer, open: number, cell: ScannedCell): number {
  if (bytes[open + 1] !== LETTER_C || bytes[open + 2] !== SPACE || bytes[open + 3] !== LETTER_R) return 0;
  if (bytes[open + 4] !== EQUALS || bytes[open + 5] !== QUOTE) return 0;
  let at = open + 6;
  let byte = bytes[at]!;
  let column = 0;
  for (; byte >= 0x41 && byte <= 0x5a; byte = bytes[++at]!) column = column * 26 + byte - 0x40;
  let row = 0;
  for (; byte >= ZERO && byte <= NINE; byte = bytes[++at]!) row = row * 10 + byte - ZERO;
  if (byte !== QUOTE || !(column >= 1 && column <= MAX_COLUMN && row >= 1 && row <= MAX_ROW)) return 0;
  byte = bytes[++at]!;
  let style = 0;
  if (byte === SPACE && bytes[at + 1] === LETTER_S && bytes[at + 2] === EQUALS && bytes[at + 3] === QUOTE) {
    at += 4;
    if (bytes[at] === QUOTE) return 0;
    for (byte = bytes[at]!; byte >= ZERO && byte <= NINE; byte = bytes[++at]!) style = style * 10 + byte - ZERO;
    if (byte !== QUOTE) return 0;
    byte = bytes[++at]!;
  }
  let type: CellType = "n";
  if (byte === SPACE) {
    const isShared = bytes[at + 1] === LETTER_T && bytes[at + 3] === QUOTE && bytes[at + 4] === LETTER_S;
    if (!isShared || bytes[at + 2] !== EQUALS || bytes[at + 5] !== QUOTE) return 0;
    type = "s";
    at += 6;
    byte = bytes[at]!;
  }
  let valueStart = -1;
  let number = 0;
  if (byte === SLASH) {
    if (bytes[++at] !== GREATER) return 0;
    at++;
  } else {
    if (byte !== GREATER || bytes[at + 1] !== LESS || bytes[at + 2] !== LETTER_V || bytes[at + 3] !== GREATER) return 0;
    at += 4;
    valueStart = at;
    for (byte = bytes[at]!; byte >= ZERO && byte <= NINE; byte = bytes[++at]!) number = number * 10 + byte - ZERO;
    if (byte !== LESS || at === valueStart || at - valueStart > EXACT_DIGITS || !endsHere(bytes, at)) return 0;
    cell.valueEnd = at;
    at += VALUE_AND_CELL_END.length;
  }
  cell.row = row;
  cell.column = column;
  cell.style = style;
  cell.type = type;
  cell.bytes = bytes;
  cell.valueStart = valueStart;
  cell.number = number;
  cell.hasInline = false;
  cell.formulaStart = -1;
  return at;
}
