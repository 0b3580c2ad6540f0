import type { CarriedValue, UnreadCell } from "../model/carried-item.js";
import type { CellKind } from "../model/cell.js";
import { csvMeant } from "../model/csv-safe.js";
import { FIELDS } from "../model/field.js";
import type { DateCell, PoamItem } from "../model/item.js";
import type { MeaningColumn } from "./register-columns.js";

/** What reading a row's values needs to know of its sheet. */
export interface RowReading {
  /** Whether texts that a spreadsheet would run have a `'` before them, as in CSV files. */
  readonly isDisarmed: boolean;
  /** Whether days are texts there, so that one is no change. */
  readonly hasTextDates: boolean;
  /** The time of day of a date cell, "" for a day alone. */
  readonly timeAt: (row: number, column: number) => string;
  readonly unread: UnreadCell[];
}

/** What a row holds in a column; undefined where that is nothing, or a formula without a saved result. */
export function valueIn(item: PoamItem, column: MeaningColumn, reading: RowReading): CarriedValue | undefined {
  const { field, heading, notation } = column;
  const kind = item.kindOf(field);
  if (kind === undefined || kind === "empty") return undefined;
  const cell = item[field]!;
  const at = { sheet: cell.sheet, row: cell.row, column: cell.column };
  if (kind === "unsaved-formula") {
    reading.unread.push({ heading, field, at, why: UNSAVED });
    return undefined;
  }
  const time = kind === "date" ? reading.timeAt(cell.row, cell.column) : "";
  if (FIELDS[field].kind === "date") {
    const day = dayOf(cell as DateCell);
    const rule = time === "" ? (reading.hasTextDates ? undefined : ruleOf(cell as DateCell)) : TIMELESS;
    if (day !== undefined) return { value: { date: day }, text: day, at, heading, ...(rule && { rule }) };
  }
  if (cell.text.trim() === "") return undefined;
  if (kind === "date" && DAY.test(cell.text)) return { ...dayWithTime(cell.text, time), at, heading };
  const text = reading.isDisarmed ? csvMeant(cell.text) : cell.text;
  const value = typedValue(kind, text);
  if (typeof value !== "string") return { value, text, at, heading };
  const ours = column.values && oursFor(text.trim(), column.values);
  if (ours !== undefined) return { value: ours, text: ours, at, heading };
  return { value, text, at, heading, ...(FIELDS[field].kind === "controls" && { notation }) };
}

/** A day as what it is; with a time of day it is a text, as no form has columns of times. */
export function dayWithTime(day: string, time: string): Pick<CarriedValue, "value" | "text"> {
  const text = time === "" ? day : `${day} ${time}`;
  return { value: time === "" ? { date: day } : text, text };
}

const TIMELESS = "a day and a time of day, of which the form takes the day";

/** A cell's text as what it is; a number only where that shows the same text. */
export function typedValue(kind: CellKind, text: string): string | number | boolean {
  if (kind === "number" && String(Number(text)) === text) return Number(text);
  return kind === "boolean" ? text === "TRUE" : text;
}

/** Why nothing can be read from a cell that is not blank. */
export const UNSAVED = "a formula without a saved result";

const DAY = /^\d{4}-\d\d-\d\d$/;

/** A day that is beyond doubt; a date in doubt goes along as it stands. */
function dayOf({ value, doubt }: DateCell): string | undefined {
  return doubt === undefined || doubt === "unformatted" ? value : undefined;
}

function ruleOf({ kind, doubt }: DateCell): string | undefined {
  if (doubt === "unformatted") return "a number that is a date";
  return kind === "date" ? undefined : "a text that is a date";
}

/** Our word for the form's: the first of those that it writes so. */
export function oursFor(text: string, values: Readonly<Record<string, string>>): string | undefined {
  const folded = text.toLowerCase();
  return Object.keys(values).find((ours) => values[ours]!.toLowerCase() === folded);
}
