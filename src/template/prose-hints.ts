import { FIELDS } from "../model/field.js";
import type { RegisterColumn } from "../model/poam.js";
import type { Sheet } from "../model/workbook.js";

/**
 * Whether a row under the headings of a home-made form explains the columns rather than fills them: its id is a phrase, or
 * its dates are prose ("Date vulnerability was originally detected").
 */
export function looksLikeHints(sheet: Sheet, index: number, columns: readonly RegisterColumn[]): boolean {
  let dates = 0;
  let prose = 0;
  let idIsPhrase = false;
  for (const { column, field } of columns) {
    const handle = sheet.cell(index, column);
    if (handle < 0) continue;
    const text = sheet.text(handle).trim();
    const isPhrase = sheet.kind(handle) === "text" && !/\d/.test(text) && text.split(/\s+/).length >= 3;
    if (field === "id") idIsPhrase = isPhrase;
    if (FIELDS[field].kind !== "date") continue;
    dates++;
    if (isPhrase) prose++;
  }
  return idIsPhrase ? prose === dates : prose > 0 && prose === dates;
}
