import type { CellKind } from "../model/cell.js";
import { fromSerial, isIsoDate, toSerial } from "../model/date.js";
import type { UserError } from "../model/user-error.js";
import type { MergedRange, Sheet } from "../model/workbook.js";
import type { ScannedCell } from "./cell-scan.js";
import {
  addCell,
  type CellStore,
  MAX_CELLS,
  newCellStore,
  rowOf,
  setFormula,
  someCells,
  sortCells,
} from "./cell-store.js";
import { general, type NumberFormat } from "./number-format.js";
import type { SharedStrings } from "./shared-strings.js";
import type { SheetVisitor } from "./sheet-scan.js";
import { newTextTable, type TextTable } from "./text-table.js";
import { decodeText, isBlank } from "./xml-text.js";

/** What a sheet's cells refer to, and what is known of it before its part is read. */
export interface SheetContext {
  readonly name: string;
  readonly visibility: Sheet["visibility"];
  /** The number format of each cell style. */
  readonly formats: readonly NumberFormat[];
  readonly date1904: boolean;
  /** The part's size, from which the number of cells is guessed. */
  readonly partSize: number;
  damage(fault: string): UserError;
}

/** What `values` holds for a cell of this kind. */
const SHARED = 0; // index of a shared string
const OWN = 1; // index of a text of the sheet
const NUMBER = 2;
const DATE = 3; // serial
const BOOLEAN = 4; // 0 or 1
const ERROR = 5; // index of a text of the sheet
const UNSAVED = 6; // nothing
const KINDS: readonly CellKind[] = ["text", "text", "number", "date", "boolean", "error", "unsaved-formula"];

const MAX_MERGES = 1_000_000;
const MAX_STYLE = 0xffff;
/** What a filled cell and a row take in the XML of real workbooks, at the least. */
const CELL_BYTES = 32;
const ROW_BYTES = 128;

/**
 * Takes what the scanner tells and keeps it; `finish` gives the sheet. The workbook's strings are needed only then, as they
 * are unpacked while the sheet is scanned.
 */
export function collectSheet(context: SheetContext): SheetVisitor & { finish(strings: SharedStrings): Sheet } {
  const { formats, damage } = context;
  const store = newCellStore(
    64 + Math.min(MAX_CELLS, Math.ceil(context.partSize / CELL_BYTES)),
    64 + Math.ceil(Math.min(context.partSize / ROW_BYTES, 1 << 20)),
  );
  const texts = newTextTable();
  const merges: MergedRange[] = [];
  const hiddenColumns: [number, number][] = [];
  let rowHidden = false;

  return {
    row(_row, hidden) {
      rowHidden = hidden;
    },
    rowEnd() {},
    hiddenColumns(first, last) {
      if (hiddenColumns.length > 16_384) throw damage("describes more columns than Excel allows");
      hiddenColumns.push([first, last]);
    },
    merge(range) {
      if (merges.length === MAX_MERGES) throw damage("merges more cells than Excel can show");
      merges.push(range);
    },
    cell(cell) {
      const hasFormula = cell.formulaStart >= 0;
      const handle = addValue(cell) ?? (hasFormula ? add(cell, UNSAVED, 0) : undefined);
      if (handle !== undefined && hasFormula) {
        setFormula(store, handle, texts.add(cell.bytes, cell.formulaStart, cell.formulaEnd, "formula"));
      }
    },
    finish(strings) {
      const filled = withoutBlankTexts(store, strings, damage);
      return sheetOf(context, sortCells(filled), strings, texts, merges, hiddenColumns);
    },
  };

  function add(cell: ScannedCell, kind: number, value: number): number {
    if (store.count === MAX_CELLS) throw damage("holds more than 20 million filled cells");
    return addCell(store, cell.row, rowHidden, cell.column, kind, Math.min(cell.style || 0, MAX_STYLE), value);
  }

  /** Undefined where the cell holds nothing to see. An empty text is kept only as what a formula gave. */
  function addValue(cell: ScannedCell): number | undefined {
    const { bytes, type, valueStart, valueEnd } = cell;
    if (cell.hasInline && (type === "inlineStr" || valueStart < 0)) {
      const { plain, start, end } = cell.inline;
      const isEmpty = start === end || (plain && isBlank(bytes, start, end));
      return isEmpty ? undefined : add(cell, OWN, texts.add(bytes, start, end, plain ? "plain" : "rich"));
    }
    if (valueStart < 0) return undefined;
    if (!Number.isNaN(cell.number)) return addNumber(cell, cell.number);
    if (type === "str" || type === "inlineStr") {
      // `=""` has a saved result, which is the empty text.
      if (cell.formulaStart < 0 && isBlank(bytes, valueStart, valueEnd)) return undefined;
      return add(cell, OWN, texts.add(bytes, valueStart, valueEnd, "plain"));
    }
    if (isBlank(bytes, valueStart, valueEnd)) return undefined;
    if (type === "e") return add(cell, ERROR, texts.add(bytes, valueStart, valueEnd, "plain"));
    if (type === "d") return addIsoDate(cell);
    return addNumber(cell, readNumber(bytes, valueStart, valueEnd));
  }

  function addNumber(cell: ScannedCell, number: number): number | undefined {
    if (cell.type === "s") return addShared(cell, number);
    if (Number.isNaN(number)) throw damage(`holds "${textOf(cell)}" where a number belongs, in row ${cell.row}`);
    if (cell.type === "b") return add(cell, BOOLEAN, number === 0 ? 0 : 1);
    const shows = (formats[cell.style || 0] ?? general).shows;
    // A clock time without a day is a number to people: only from serial 1 on does it name a day.
    return add(cell, shows === "date" || (shows === "time" && number >= 1) ? DATE : NUMBER, number);
  }

  function addShared(cell: ScannedCell, index: number): number {
    if (!(index >= 0 && Number.isInteger(index))) throw damage(noSuchText(cell.row));
    return add(cell, SHARED, index);
  }

  function addIsoDate(cell: ScannedCell): number {
    const serial = isoSerial(textOf(cell), context.date1904);
    if (serial !== undefined) return add(cell, DATE, serial);
    return add(cell, OWN, texts.add(cell.bytes, cell.valueStart, cell.valueEnd, "plain"));
  }
}

/** The cells without those that refer to a blank text; a formula's stays, as its saved result. */
function withoutBlankTexts(store: CellStore, strings: SharedStrings, damage: (fault: string) => UserError): CellStore {
  const { kinds, values, formulas } = store;
  let blanks = 0;
  for (let handle = 0; handle < store.count; handle++) {
    if (kinds[handle] !== SHARED) continue;
    const index = values[handle]!;
    if (index >= strings.count) throw damage(noSuchText(rowOf(store, handle)));
    if (strings.isEmpty(index) && !formulas?.[handle]) blanks++;
  }
  if (blanks === 0) return store;
  return someCells(
    store,
    (handle) => kinds[handle] !== SHARED || !!formulas?.[handle] || !strings.isEmpty(values[handle]!),
  );
}

function noSuchText(row: number): string {
  return `refers to a text that the workbook does not hold, in row ${row}`;
}

function sheetOf(
  context: SheetContext,
  store: CellStore,
  strings: SharedStrings,
  texts: TextTable,
  merges: readonly MergedRange[],
  hiddenColumns: readonly (readonly [number, number])[],
): Sheet {
  const { count, columns, kinds, styles, values, formulas, rowCount, rowNumbers, rowHidden, rowStarts } = store;
  const { formats, date1904 } = context;
  const sheet: Sheet = {
    name: context.name,
    visibility: context.visibility,
    date1904: context.date1904,
    merges,
    rowCount,
    rowNumber: (index) => rowNumbers[index]!,
    rowIndex: (row) => find(rowNumbers, 0, rowCount, row),
    isRowHidden: (index) => rowHidden[index] === 1,
    isColumnHidden: (column) => hiddenColumns.some(([first, last]) => column >= first && column <= last),
    firstCell: (index) => (index < rowCount ? rowStarts[index]! : count),
    cell: (index, column) => find(columns, rowStarts[index]!, rowStarts[index + 1]!, column),
    column: (handle) => columns[handle]!,
    kind: (handle) => KINDS[kinds[handle]!]!,
    text(handle) {
      const value = values[handle]!;
      switch (kinds[handle]) {
        case SHARED:
          return strings.text(value);
        case OWN:
        case ERROR:
          return texts.text(value);
        case BOOLEAN:
          return value === 1 ? "TRUE" : "FALSE";
        case DATE:
          return fromSerial(value, date1904) ?? general.text(value);
        case NUMBER:
          return (formats[styles[handle]!] ?? general).text(value);
        default:
          return "";
      }
    },
    number: (handle) => (kinds[handle] === NUMBER || kinds[handle] === DATE ? values[handle] : undefined),
    date: (handle) => (kinds[handle] === DATE ? fromSerial(values[handle]!, date1904) : undefined),
    formula(handle) {
      const formula = formulas?.[handle];
      return formula ? texts.text(formula - 1) : undefined;
    },
  };
  return sheet;
}

/** The place of `wanted` in the ascending numbers from `low` to before `high`, or -1. */
function find(numbers: Uint16Array | Uint32Array, low: number, high: number, wanted: number): number {
  // Sheets have few gaps: it mostly stands as far from the first as the numbers do.
  const guess = low + wanted - numbers[low]!;
  if (guess >= low && guess < high && numbers[guess] === wanted) return guess;
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (numbers[middle]! < wanted) from = middle + 1;
    else to = middle;
  }
  return from < high && numbers[from] === wanted ? from : -1;
}

function textOf(cell: ScannedCell): string {
  return decodeText(cell.bytes, cell.valueStart, cell.valueEnd);
}

/** The number that stands there, NaN if none does. Up to 15 digits are read here: dividing two exact numbers rounds as it should. */
function readNumber(bytes: Buffer, start: number, end: number): number {
  let number = 0;
  let scale = 0;
  let at = bytes[start] === 0x2d ? start + 1 : start;
  const isShort = end - at <= 15 && end > at;
  for (; isShort && at < end; at++) {
    const digit = bytes[at]! - 0x30;
    if (digit >= 0 && digit <= 9) {
      number = number * 10 + digit;
      scale *= 10;
    } else if (digit === -2 && scale === 0 && at + 1 < end) scale = 1;
    else break;
  }
  if (isShort && at === end) {
    const magnitude = scale > 1 ? number / scale : number;
    return bytes[start] === 0x2d ? -magnitude : magnitude;
  }
  const text = decodeText(bytes, start, end).trim();
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}

/** The serial of an ISO date, with its time where it has one; undefined if the calendar of Excel has no such day. */
function isoSerial(text: string, date1904: boolean): number | undefined {
  const [, day = "", hours, minutes, seconds] =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?(?:Z|[-+]\d\d:?\d\d)?)?$/.exec(text.trim()) ?? [];
  if (!isIsoDate(day)) return undefined;
  const serial = toSerial(day, date1904);
  if (serial === undefined) return undefined;
  return serial + (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) / 86_400;
}
