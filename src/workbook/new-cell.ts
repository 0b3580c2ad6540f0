import type { Cell } from "exceljs";
import type { CellValue } from "../model/cell.js";
import { escaper } from "../model/character-escapes.js";
import { toSerial } from "../model/date.js";
import { KEPT_AS_TEXT, type Look, STYLES } from "./new-style.js";
import { UNWRITABLE } from "./xml-write.js";

/** Writes a value as what it is: texts never as formulas, days as days wherever Excel's calendar has them. */
export function put(cell: Cell, value: CellValue | undefined, look: Look): void {
  cell.style = STYLES[look];
  if (value === undefined || value === null || value === "") return;
  if (typeof value === "string") {
    cell.value = writable(value);
    if (IN_DAYS[look] && REINTERPRETED.test(value)) cell.style = KEPT_AS_TEXT;
  } else if (typeof value === "object") {
    const serial = toSerial(value.date, false);
    cell.value = serial ?? value.date;
    cell.style = serial === undefined ? KEPT_AS_TEXT : STYLES[IN_DAYS[look] ?? look];
  } else {
    cell.value = value;
    if (look === "date") cell.style = STYLES.text;
  }
}

/** Looks of what a user fills in, and of the same where it is a day. */
const IN_DAYS: Readonly<Partial<Record<Look, Look>>> = {
  text: "date",
  date: "date",
  value: "value-date",
  "value-date": "value-date",
};

/** The text as exceljs is to be given it: that leaves out what XML cannot hold, and DEL, which it can. */
export function writable(text: string): string {
  return SPECIAL.test(text) ? escaped(text) : text;
}

const escaped = escaper(`\\x7f|${UNWRITABLE}`);

/** Most texts have nothing that needs an escape, or looks like one. */
const SPECIAL = /[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]|_x[0-9a-f]{4}/i;
/** What Excel would take for a formula, a number or a date as soon as somebody edits the cell. */
const REINTERPRETED = /^[=+\-@\t\r]|^\d[\d\s.,:/-]*$/;
