import type { UserError } from "../model/user-error.js";
import type { MergedRange } from "../model/workbook.js";
import { MAX_ROW, MISPLACED, newCell, readCell, readDigits, readRange, type ScannedCell } from "./cell-scan.js";
import { rowEnds } from "./row-end.js";
import { readUsualCell, USUAL_CELL } from "./usual-cell.js";
import {
  ATTRIBUTE,
  BANG,
  INCOMPLETE,
  isTrue,
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
} from "./xml-bytes.js";

/** What a sheet is made of, told in the order of the file. Cells without value and formula are passed over. */
export interface SheetVisitor {
  /** A row's start tag lies from `startAt` to `tagEndAt`, counted from the beginning of the part. */
  row(row: number, hidden: boolean, startAt: number, tagEndAt: number): void;
  /** The record is used again for the next cell. */
  cell(cell: ScannedCell): void;
  rowEnd(row: number, endAt: number): void;
  /**
   * Whether the cells of a row, which lie from `from` to before `to` of the bytes, may be passed over unread; `base` is
   * where the bytes begin in the part. Asked only where that is safe.
   */
  passOver?(row: number, bytes: Buffer, base: number, from: number, to: number): boolean;
  hiddenColumns(first: number, last: number): void;
  merge(range: MergedRange): void;
}

/** Takes a sheet's XML in pieces of any size. */
export interface SheetScan {
  /** Returns up to where the part is read: the place of the first construct of which the end is yet to come. */
  push(chunk: Buffer): number;
  /** To be called after the last piece: a sheet that ends too early is damaged. */
  end(): void;
}

/** A cell holds 32,767 characters at most; even as entities or rich text it stays far below. */
const MAX_CONSTRUCT = 4 << 20;

const PROLOG = 0;
const WORKSHEET = 1;
const SHEET_DATA = 2;
const ROW = 3;
const COLUMNS = 4;
const MERGES = 5;
const OTHER = 6;
const EPILOG = 7;
const ELEMENTS = ["", "worksheet", "sheetData", "row", "cols", "mergeCells"];

const LETTER_C = 0x63;
const LETTER_R = 0x72;

/**
 * Reads a worksheet part byte by byte, without building anything. Elements are known by their local names: a worksheet has
 * no foreign element of the same name at these places. `damage` words what is wrong with the part.
 */
export function scanSheet(visitor: SheetVisitor, damage: (fault: string) => UserError): SheetScan {
  let buffer: Buffer = Buffer.alloc(0);
  /** Bytes at the beginning of `buffer` that belong to a construct of which the end is yet to come. */
  let held = 0;
  /** Where the window begins in the part. */
  let base = 0;
  let place = PROLOG;
  /** While in an element that does not matter: its name, how many are open, and where it stands. */
  let other = "";
  let depth = 0;
  let outer = WORKSHEET;
  let row = 0;
  let column = 0;
  const ends = rowEnds();
  const name: Name = { local: 0, end: 0 };
  const attribute = newAttribute();
  const cell = newCell();
  return { push, end };

  function push(chunk: Buffer): number {
    if (held + chunk.length > buffer.length) {
      // As much again as comes at a time: what is held is seldom more.
      const longer = Buffer.allocUnsafeSlow(held + 2 * chunk.length);
      buffer.copy(longer, 0, 0, held);
      buffer = longer;
    }
    chunk.copy(buffer, held);
    const window = buffer.subarray(0, held + chunk.length);
    const read = readWindow(window);
    held = window.length - read;
    if (held > MAX_CONSTRUCT) throw damage("holds a cell longer than Excel allows");
    buffer.copyWithin(0, read, window.length);
    base += read;
    return base;
  }

  function end(): void {
    if (place !== EPILOG || held > 0) throw damage("ends too early");
  }

  /** Reads all constructs that the window holds whole; returns where the first unfinished one begins. */
  function readWindow(bytes: Buffer): number {
    let at = 0;
    for (;;) {
      const open = bytes[at] === LESS ? at : bytes.indexOf(LESS, at);
      if (open < 0) return bytes.length;
      if (place === ROW && open + USUAL_CELL < bytes.length) {
        const after = readUsualCell(bytes, open, cell);
        if (after > 0) {
          at = after;
          takeCell(open, at);
          continue;
        }
      }
      if (open + 1 >= bytes.length) return open;
      const next = bytes[open + 1];
      if (next === SLASH) at = readClose(bytes, open);
      else if (next === BANG || next === QUESTION) at = markupEnd(bytes, open);
      else at = readOpen(bytes, open);
      if (at === INCOMPLETE) return open;
      if (at === MALFORMED) throw damage(`is not well-formed XML near byte ${base + open}`);
      if (at === MISPLACED) throw damage(`places a row or cell where no sheet has one, near byte ${base + open}`);
    }
  }

  function readOpen(bytes: Buffer, open: number): number {
    const nameEnd = readName(bytes, open + 1, name);
    if (nameEnd < 0) return nameEnd;
    const { local } = name;
    if (place === ROW && nameEnd - local === 1 && bytes[local] === LETTER_C) return readRowCell(bytes, open, nameEnd);
    if (place === SHEET_DATA && spells(bytes, local, nameEnd, "row")) return readRow(bytes, open, nameEnd);
    if (place === COLUMNS && spells(bytes, local, nameEnd, "col")) return readColumn(bytes, nameEnd);
    if (place === MERGES && spells(bytes, local, nameEnd, "mergeCell")) return readMerge(bytes, nameEnd);
    if (place === WORKSHEET) {
      const inner = ELEMENTS.indexOf(bytes.toString("latin1", local, nameEnd));
      return inner > ROW || inner === SHEET_DATA ? enter(bytes, nameEnd, inner) : enterOther(bytes, local, nameEnd);
    }
    if (place === PROLOG) {
      if (!spells(bytes, local, nameEnd, "worksheet")) throw damage("is no worksheet");
      return enter(bytes, nameEnd, WORKSHEET);
    }
    return place === EPILOG ? MALFORMED : enterOther(bytes, local, nameEnd);
  }

  function readClose(bytes: Buffer, open: number): number {
    const at = readCloseTag(bytes, open, name);
    if (at < 0) return at;
    if (place === OTHER) {
      if (--depth > 0) return at;
      if (!spells(bytes, name.local, name.end, other)) return MALFORMED;
      place = outer;
      return at;
    }
    if (place === PROLOG || place === EPILOG || !spells(bytes, name.local, name.end, ELEMENTS[place]!))
      return MALFORMED;
    if (place === ROW) visitor.rowEnd(row, base + at);
    place = place === ROW ? SHEET_DATA : place === WORKSHEET ? EPILOG : WORKSHEET;
    return at;
  }

  function enter(bytes: Buffer, nameEnd: number, inner: number): number {
    const at = skipAttributes(bytes, nameEnd, attribute);
    if (at >= 0 && attribute.found === TAG_END) place = inner;
    else if (at >= 0 && inner === WORKSHEET) place = EPILOG;
    return at;
  }

  function enterOther(bytes: Buffer, local: number, nameEnd: number): number {
    const at = skipAttributes(bytes, nameEnd, attribute);
    if (at < 0 || attribute.found !== TAG_END) return at;
    if (place === OTHER) {
      depth++;
    } else {
      outer = place;
      place = OTHER;
      depth = 1;
      other = bytes.toString("latin1", local, nameEnd);
    }
    return at;
  }

  function readRow(bytes: Buffer, open: number, nameEnd: number): number {
    let number = row + 1;
    let hidden = false;
    let at = nameEnd;
    for (;;) {
      at = readAttribute(bytes, at, attribute);
      if (at < 0) return at;
      if (attribute.found !== ATTRIBUTE) break;
      const { nameStart, start, end } = attribute;
      if (attribute.nameEnd - nameStart === 1 && bytes[nameStart] === LETTER_R) number = readDigits(bytes, start, end);
      else if (spells(bytes, nameStart, attribute.nameEnd, "hidden")) hidden = isTrue(bytes, start, end);
    }
    if (!(number >= 1 && number <= MAX_ROW)) return MISPLACED;
    row = number;
    column = 0;
    visitor.row(row, hidden, base + open, base + at);
    if (attribute.found === TAG_END) {
      const end = passedRowEnd(bytes, open, at);
      if (end < 0) {
        place = ROW;
        return at;
      }
      at = end;
    }
    visitor.rowEnd(row, base + at);
    return at;
  }

  /** The end of a row of which no cell need be read, or -1. */
  function passedRowEnd(bytes: Buffer, open: number, from: number): number {
    if (!visitor.passOver || name.local !== open + 1) return ends.ofEmptyCells(bytes, base, from);
    const end = ends.ofAnyCells(bytes, base, from);
    return end >= 0 && visitor.passOver(row, bytes, base, from, end) ? end : -1;
  }

  function readRowCell(bytes: Buffer, open: number, nameEnd: number): number {
    cell.row = row;
    cell.column = column + 1;
    const at = readCell(bytes, nameEnd, cell);
    if (at >= 0) takeCell(open, at);
    return at;
  }

  function takeCell(open: number, at: number): void {
    column = cell.column;
    if (cell.valueStart >= 0 || cell.formulaStart >= 0 || cell.hasInline) {
      cell.startAt = base + open;
      cell.endAt = base + at;
      if (cell.formulaStart >= 0) cell.formulaAt += base;
      visitor.cell(cell);
    }
  }

  function readColumn(bytes: Buffer, nameEnd: number): number {
    let first = 0;
    let last = 0;
    let hidden = false;
    let at = nameEnd;
    for (;;) {
      at = readAttribute(bytes, at, attribute);
      if (at < 0) return at;
      if (attribute.found !== ATTRIBUTE) break;
      const { nameStart, start, end } = attribute;
      if (spells(bytes, nameStart, attribute.nameEnd, "min")) first = readDigits(bytes, start, end);
      else if (spells(bytes, nameStart, attribute.nameEnd, "max")) last = readDigits(bytes, start, end);
      else if (spells(bytes, nameStart, attribute.nameEnd, "hidden")) hidden = isTrue(bytes, start, end);
    }
    if (hidden) visitor.hiddenColumns(first, last);
    return attribute.found === TAG_END ? enterOther(bytes, name.local, nameEnd) : at;
  }

  function readMerge(bytes: Buffer, nameEnd: number): number {
    let range: MergedRange | undefined;
    let at = nameEnd;
    for (;;) {
      at = readAttribute(bytes, at, attribute);
      if (at < 0) return at;
      if (attribute.found !== ATTRIBUTE) break;
      if (!spells(bytes, attribute.nameStart, attribute.nameEnd, "ref")) continue;
      range = readRange(bytes, attribute.start, attribute.end);
      if (!range) return MISPLACED;
    }
    if (!range) return MALFORMED;
    visitor.merge(range);
    return attribute.found === TAG_END ? enterOther(bytes, name.local, nameEnd) : at;
  }
}
