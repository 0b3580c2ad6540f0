import type { FieldName } from "../model/field.js";
import type { Sheet } from "../model/workbook.js";
import { fold } from "./fold.js";
import type { Survey } from "./survey.js";

/** Rows of `${table:vuln.desc}`: what a report generator would have filled in. */
export function isPlaceholderRow(sheet: Sheet, index: number, fields: ReadonlyMap<number, FieldName>): boolean {
  for (let cell = sheet.firstCell(index); cell < sheet.firstCell(index + 1); cell++) {
    if (!fields.has(sheet.column(cell))) continue;
    const text = sheet.text(cell);
    if (!text.includes("${") || !/^\s*\$\{[^}]*\}\s*$/.test(text)) return false;
  }
  return true;
}

/** The headings again, as printed forms repeat them on each page: the first cells tell. */
export function repeatsHeadings(sheet: Sheet, index: number, headings: ReadonlyMap<number, string>): boolean {
  let same = 0;
  for (let cell = sheet.firstCell(index); cell < sheet.firstCell(index + 1); cell++) {
    const heading = headings.get(sheet.column(cell));
    if (heading === undefined) continue;
    const text = sheet.text(cell);
    if (text.length > heading.length + 8 || fold(text) !== heading) return false;
    if (++same > 1) return true;
  }
  return false;
}

/**
 * A lone text in a row, a note or a total: `HIGH FINDINGS`, `Note: V-2 was closed`, `Total: 12`. An id alone is an item, if
 * a poor one.
 */
export function isTitleOrTotal(sheet: Sheet, index: number, survey: Survey, idColumn: number | undefined): boolean {
  const { filled, identifies, describes, first } = survey;
  if (filled > 2) return false;
  const begin = sheet.firstCell(index);
  if (TOTAL.test(sheet.text(begin).trim())) return true;
  const text = sheet.text(first).trim();
  if (sheet.column(first) === idColumn && (isNote(text) || (!describes && isSentence(text)))) return true;
  if (filled > 1) return !identifies;
  if (!identifies || isWide(sheet, sheet.rowNumber(index), sheet.column(first))) return true;
  return sheet.firstCell(index + 1) - begin === 1 && !/\d/.test(text);
}

/** Whether a title begins the part of the register that holds closed items. */
export function beginsClosedItems(title: string): boolean {
  return CLOSED_PART.test(title.trim());
}

const TOTAL = /^(?:grand |sub-?)?totals?\b|^(?:count|sum|average)\b\s*(?:of\b|:|$)/i;
const CLOSED_PART =
  /^(?:closed|completed|resolved|remediated)(?: (?:items?|findings?|poa&?ms?|poa&?m items?|weakness(?:es)?|actions?|vulnerabilities))?\W*$/i;

/** What people write below a table: no id begins so, or ends with a colon. */
function isNote(text: string): boolean {
  return /^(?:\*|notes?\b|legend\b|prepared by|approved by|reviewed by|signature)/i.test(text) || /:$/.test(text);
}

function isSentence(text: string): boolean {
  return text.split(/\s+/, 5).length > 4;
}

function isWide(sheet: Sheet, row: number, column: number): boolean {
  return sheet.merges.some(
    (merge) => merge.firstRow === row && merge.firstColumn === column && merge.lastColumn - merge.firstColumn > 1,
  );
}
