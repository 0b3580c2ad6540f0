import { FIELDS } from "../model/field.js";
import type { RegisterColumn } from "../model/poam.js";
import type { Sheet } from "../model/workbook.js";

/**
 * Whether a row under the headings of a home-made form explains the columns rather than fills them: its id is a phrase, or
 * its dates are prose ("Date vulnerability was originally detected", "MM/DD/YYYY").
 */
export function looksLikeHints(sheet: Sheet, index: number, columns: readonly RegisterColumn[]): boolean {
  let dates = 0;
  let prose = 0;
  let idIsPhrase = false;
  for (const { column, field } of columns) {
    const handle = sheet.cell(index, column);
    if (handle < 0) continue;
    const text = sheet.text(handle).trim();
    const words = sheet.kind(handle) === "text" && !/\d/.test(text) ? text.split(/\s+/).length : 0;
    if (field === "id") idIsPhrase = words >= 2;
    if (FIELDS[field].kind !== "date") continue;
    dates++;
    if (words >= 3 || DATE_PATTERN.test(text)) prose++;
  }
  return idIsPhrase ? prose === dates && dates > 0 : prose > 0 && prose === dates;
}

/** How to write a date, not a date: `MM/DD/YYYY`. */
const DATE_PATTERN = /^\(?[mdy]{1,4}[/.-][mdy]{1,4}[/.-][mdy]{1,4}\)?$/i;
