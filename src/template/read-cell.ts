import { readAnswer } from "../codecs/answer.js";
import { readAssets } from "../codecs/assets.js";
import { readCves } from "../codecs/cves.js";
import { readDate } from "../codecs/date.js";
import { readMilestoneChanges, readMilestones } from "../codecs/milestones.js";
import type { Cell, CellRef } from "../model/cell.js";
import { type ControlNotation, readControls } from "../model/control.js";
import { fromSerial, isInCalendar } from "../model/date.js";
import type { FieldKind } from "../model/field.js";
import type { DateCell, Readings } from "../model/item.js";
import { readRating } from "../model/rating.js";
import type { Sheet } from "../model/workbook.js";
import type { DateOrder } from "./date-order.js";
import { LazyCell } from "./lazy-cell.js";

/** What reading a cell needs to know besides the cell. */
export interface CellReading {
  readonly notation: ControlNotation;
  /** The workbook's own order of day and month; asked for only where a date is ambiguous. */
  readonly dateOrder: () => DateOrder | undefined;
}

type Reader<K extends FieldKind> = (sheet: Sheet, handle: number, place: CellRef, reading: CellReading) => Readings[K];

/** How each kind of field is read from a filled cell. */
export const READERS: { readonly [K in FieldKind]: Reader<K> } = {
  text: (sheet, handle, { row, column }) => textCell(sheet, handle, row, column),
  choice: (sheet, handle, { row, column }) => textCell(sheet, handle, row, column),
  date: dateCell,
  rating: remembered(readRating),
  answer: remembered(readAnswer),
  controls: remembered((text, { notation }) => some(readControls(text, notation))),
  assets: whenAsked((text) => some(readAssets(text))),
  cves: whenAsked((text) => some(readCves(text).ids)),
  milestones: whenAsked((text) => some(readMilestones(text))),
  "milestone-changes": whenAsked((text) => some(readMilestoneChanges(text))),
};

/** A cell with its text, trimmed, as value; blank text is no value. */
export function textCell(sheet: Sheet, handle: number, row: number, column: number): Cell<string> {
  const text = sheet.text(handle);
  const value = text.trim();
  return {
    sheet: sheet.name,
    row,
    column,
    value: value === "" ? undefined : value,
    text,
    kind: value === "" && sheet.kind(handle) === "text" ? "empty" : sheet.kind(handle),
    hasFormula: sheet.formula(handle) !== undefined,
  };
}

/** The cell of a column that is there, in a row where it is blank. */
export function blankCell({ sheet, row, column }: CellRef): DateCell & Cell<never> {
  return { sheet, row, column, value: undefined, text: "", kind: "empty", hasFormula: false, doubt: undefined };
}

const REMEMBERED = 5_000;

/** For columns of few different texts: each is read once, for each notation in which it may be written. */
function remembered<T>(read: (text: string, reading: CellReading) => T | undefined) {
  const known = new Map<ControlNotation, Map<string, T | undefined>>();
  return (sheet: Sheet, handle: number, { row, column }: CellRef, reading: CellReading): Cell<T> => {
    const { text, value: own, kind, hasFormula } = textCell(sheet, handle, row, column);
    let values = known.get(reading.notation);
    if (!values) known.set(reading.notation, (values = new Map()));
    let value = values.get(text);
    if (value === undefined && !values.has(text)) {
      value = own === undefined ? undefined : read(own, reading);
      if (values.size === REMEMBERED) values.clear();
      values.set(text, value);
    }
    return { sheet: sheet.name, row, column, value, text, kind, hasFormula };
  };
}

/** For columns whose text is enough for most rules: it is read when its value is asked for. */
function whenAsked<T>(read: (text: string) => T | undefined) {
  return (sheet: Sheet, handle: number, { row, column }: CellRef): Cell<T> =>
    new LazyCell(textCell(sheet, handle, row, column), read);
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** Serials outside these (1955 to 2119) are taken for plain numbers where the cell is not formatted as a date. */
const LIKELY_SERIALS = { from: 20_000, to: 80_000 };

function dateCell(sheet: Sheet, handle: number, place: CellRef, reading: CellReading): DateCell {
  if (sheet.kind(handle) === "date") {
    const { row, column } = place;
    // A file of items may name days that no workbook has.
    const day = sheet.date(handle);
    const value = day !== undefined && isInCalendar(day) ? day : undefined;
    const text = day ?? sheet.text(handle);
    const hasFormula = sheet.formula(handle) !== undefined;
    const doubt = value === undefined ? "out-of-range" : undefined;
    return { sheet: sheet.name, row, column, value, text, kind: "date", hasFormula, doubt };
  }
  const cell = textCell(sheet, handle, place.row, place.column);
  if (cell.kind === "number") {
    const serial = sheet.number(handle)!;
    const likely = serial >= LIKELY_SERIALS.from && serial <= LIKELY_SERIALS.to;
    const compact = Number.isInteger(serial) && serial >= 19_000_101 && serial <= 21_001_231;
    if (compact) return { ...cell, ...readDate(cell.text, undefined) };
    return {
      ...cell,
      value: likely ? fromSerial(serial, sheet.date1904 ?? false) : undefined,
      doubt: likely ? "unformatted" : "unreadable",
    };
  }
  if (cell.value === undefined) return { ...cell, value: undefined, doubt: undefined };
  if (cell.kind !== "text") return { ...cell, value: undefined, doubt: "unreadable" };
  const first = readDate(cell.value, undefined);
  if (first.doubt !== "ambiguous") return { ...cell, ...first };
  return { ...cell, ...readDate(cell.value, reading.dateOrder()), doubt: "ambiguous" };
}
