import type { MergedRange } from "../model/workbook.js";
import { readStringItem, type StringItem } from "./string-item.js";
import {
  ATTRIBUTE,
  BANG,
  EMPTY_TAG_END,
  GREATER,
  INCOMPLETE,
  LESS,
  MALFORMED,
  markupEnd,
  type Name,
  newAttribute,
  QUESTION,
  readAttribute,
  readCloseTag,
  readName,
  SLASH,
  skipAttributes,
  spells,
  TAG_END,
  textEnd,
} from "./xml-bytes.js";

/** What a cell's `t` says; `n` where it says nothing. */
export type CellType = "n" | "s" | "str" | "inlineStr" | "b" | "e" | "d";

/**
 * The cell that was just read. One record serves all cells of a sheet: copy what is to be kept. `startAt`, `endAt` and
 * `formulaAt` count from the beginning of the part, the others from the beginning of `bytes`, which holds good during the
 * call only.
 */
export interface ScannedCell {
  row: number;
  column: number;
  style: number;
  type: CellType;
  /** From the `<` of `<c` to behind its close tag. */
  startAt: number;
  endAt: number;
  bytes: Buffer;
  /** The character data of `<v>`, -1 if there is none. */
  valueStart: number;
  valueEnd: number;
  /** The value, where it is a whole number and was read in passing; else NaN, whatever the value is. */
  number: number;
  /** Whether there is an `<is>`; `inline` then tells of it. */
  hasInline: boolean;
  inline: StringItem;
  /** The character data of `<f>`, empty for a child of a shared formula; -1 if there is none. */
  formulaStart: number;
  formulaEnd: number;
  /** The `<` of `<f`, for those who need its attributes. */
  formulaAt: number;
}

export const MAX_ROW = 1_048_576;
export const MAX_COLUMN = 16_384;
/** A cell whose reference is none, or lies outside the largest sheet. */
export const MISPLACED = -3;

export const VALUE_AND_CELL_END = "</v></c>";
const COLON = 0x3a;
const LETTER_C = 0x63;
const LETTER_F = 0x66;
const LETTER_R = 0x72;
const LETTER_S = 0x73;
const LETTER_T = 0x74;
const LETTER_V = 0x76;

const name: Name = { local: 0, end: 0 };
const attribute = newAttribute();

export function newCell(): ScannedCell {
  return {
    row: 0,
    column: 0,
    style: 0,
    type: "n",
    startAt: 0,
    endAt: 0,
    bytes: Buffer.alloc(0),
    valueStart: -1,
    valueEnd: -1,
    number: Number.NaN,
    hasInline: false,
    inline: { plain: true, start: 0, end: 0 },
    formulaStart: -1,
    formulaEnd: -1,
    formulaAt: -1,
  };
}

/**
 * Reads the `<c>` whose name ends at `nameEnd` into `cell`; `cell.row` and `cell.column` hold the place that counting
 * gives, and the cell's own reference overrides them. Returns the place after the cell.
 */
export function readCell(bytes: Buffer, nameEnd: number, cell: ScannedCell): number {
  cell.style = 0;
  cell.type = "n";
  cell.valueStart = -1;
  cell.number = Number.NaN;
  cell.formulaStart = -1;
  cell.hasInline = false;
  cell.bytes = bytes;
  let at = nameEnd;
  for (;;) {
    at = readAttribute(bytes, at, attribute);
    if (at < 0) return at;
    if (attribute.found !== ATTRIBUTE) break;
    if (attribute.nameEnd - attribute.nameStart !== 1) continue;
    const letter = bytes[attribute.nameStart];
    if (letter === LETTER_R) {
      if (!readReference(bytes, attribute.start, attribute.end, cell)) return MISPLACED;
    } else if (letter === LETTER_S) cell.style = readDigits(bytes, attribute.start, attribute.end);
    else if (letter === LETTER_T) cell.type = readType(bytes, attribute.start, attribute.end);
  }
  if (cell.column > MAX_COLUMN) return MISPLACED;
  return attribute.found === TAG_END ? readContent(bytes, at, cell) : at;
}

/** A whole number, or NaN if anything but digits stands there. */
export function readDigits(bytes: Buffer, start: number, end: number): number {
  if (start === end) return Number.NaN;
  let number = 0;
  for (let i = start; i < end; i++) {
    const digit = bytes[i]! - 0x30;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** `AB12` into the cell's row and column; false if that is no place on a sheet. */
export function readReference(
  bytes: Buffer,
  start: number,
  end: number,
  cell: { row: number; column: number },
): boolean {
  let column = 0;
  let at = start;
  while (at < end && bytes[at]! >= 0x41 && bytes[at]! <= 0x5a) column = column * 26 + bytes[at++]! - 0x40;
  const row = readDigits(bytes, at, end);
  if (!(column >= 1 && column <= MAX_COLUMN && row >= 1 && row <= MAX_ROW)) return false;
  cell.row = row;
  cell.column = column;
  return true;
}

/** `A1:C3`, or one place, with its corners in order; undefined if that is no part of a sheet. */
export function readRange(bytes: Buffer, start: number, end: number): MergedRange | undefined {
  let colon = start;
  while (colon < end && bytes[colon] !== COLON) colon++;
  const first = { row: 0, column: 0 };
  if (!readReference(bytes, start, colon, first)) return undefined;
  const last = { ...first };
  if (colon < end && !readReference(bytes, colon + 1, end, last)) return undefined;
  return {
    firstRow: Math.min(first.row, last.row),
    firstColumn: Math.min(first.column, last.column),
    lastRow: Math.max(first.row, last.row),
    lastColumn: Math.max(first.column, last.column),
  };
}

function readType(bytes: Buffer, start: number, end: number): CellType {
  if (end - start === 1) {
    const letter = bytes[start];
    if (letter === LETTER_S) return "s";
    if (letter === 0x62) return "b";
    if (letter === 0x65) return "e";
    if (letter === 0x64) return "d";
    return "n";
  }
  return spells(bytes, start, end, "str") ? "str" : spells(bytes, start, end, "inlineStr") ? "inlineStr" : "n";
}

function readContent(bytes: Buffer, from: number, cell: ScannedCell): number {
  let at = from;
  for (;;) {
    const open = bytes[at] === LESS ? at : bytes.indexOf(LESS, at);
    if (open < 0 || open + 1 >= bytes.length) return INCOMPLETE;
    const next = bytes[open + 1];
    if (next === SLASH) return readClose(bytes, open, "c");
    if (next === LETTER_V && bytes[open + 2] === GREATER) {
      cell.valueStart = open + 3;
      at = textEnd(bytes, open + 3);
      if (at < 0) return at;
      cell.valueEnd = at;
      if (endsHere(bytes, at)) return at + VALUE_AND_CELL_END.length;
      at = readClose(bytes, at, "v");
    } else if (next === BANG || next === QUESTION) at = markupEnd(bytes, open);
    else at = readChild(bytes, open, cell);
    if (at < 0) return at;
  }
}

/** `</v></c>`: so nearly all cells end, and it is worth not to read the names. */
export function endsHere(bytes: Buffer, at: number): boolean {
  return (
    at + 7 < bytes.length &&
    bytes[at + 7] === GREATER &&
    bytes[at + 6] === LETTER_C &&
    bytes[at + 5] === SLASH &&
    bytes[at + 4] === LESS &&
    bytes[at + 3] === GREATER &&
    bytes[at + 2] === LETTER_V &&
    bytes[at + 1] === SLASH
  );
}

function readChild(bytes: Buffer, open: number, cell: ScannedCell): number {
  let at = readName(bytes, open + 1, name);
  if (at < 0) return at;
  const { local } = name;
  const letter = at - local === 1 ? bytes[local] : 0;
  const isInline = letter === 0 && spells(bytes, local, at, "is");
  at = skipAttributes(bytes, at, attribute);
  if (at < 0) return at;
  const isEmptyTag = attribute.found === EMPTY_TAG_END;
  if (letter === LETTER_V || letter === LETTER_F) {
    const end = isEmptyTag ? at : textEnd(bytes, at);
    if (end < 0) return end;
    if (letter === LETTER_V) {
      cell.valueStart = at;
      cell.valueEnd = end;
    } else {
      cell.formulaStart = at;
      cell.formulaEnd = end;
      cell.formulaAt = open;
    }
    return isEmptyTag ? at : readClose(bytes, end, letter === LETTER_V ? "v" : "f");
  }
  if (!isInline) return isEmptyTag ? at : skipElement(bytes, at);
  cell.hasInline = true;
  cell.inline.plain = true;
  cell.inline.start = cell.inline.end = at;
  return isEmptyTag ? at : readStringItem(bytes, at, "is", cell.inline);
}

function readClose(bytes: Buffer, open: number, element: string): number {
  const at = readCloseTag(bytes, open, name);
  if (at < 0) return at;
  return spells(bytes, name.local, name.end, element) ? at : MALFORMED;
}

/** Past the close tag of an element that does not matter, reading from behind its open tag. */
export function skipElement(bytes: Buffer, from: number): number {
  let at = from;
  for (let level = 1; level > 0; ) {
    const open = bytes.indexOf(LESS, at);
    if (open < 0 || open + 1 >= bytes.length) return INCOMPLETE;
    const next = bytes[open + 1];
    if (next === SLASH) {
      at = readCloseTag(bytes, open, name);
      level--;
    } else if (next === BANG || next === QUESTION) {
      at = markupEnd(bytes, open);
    } else {
      at = readName(bytes, open + 1, name);
      if (at >= 0) at = skipAttributes(bytes, at, attribute);
      if (at >= 0 && attribute.found === TAG_END) level++;
    }
    if (at < 0) return at;
  }
  return at;
}
