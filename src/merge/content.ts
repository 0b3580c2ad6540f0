import type { CellKind, CellRef } from "../model/cell.js";
import type { ShownCell } from "../model/poam-diff.js";
import type { Sheet } from "../model/workbook.js";
import { type CellCopy, copyOf, handleAt } from "../rows/cell-copy.js";

/** What a cell holds, to be compared with another: its value with its type or, where it has one, its formula. */
export interface Content {
  readonly at: CellRef;
  readonly text: string;
  readonly kind: CellKind;
  /** Its own row is written as `{row}`, so that an item's formula is the same wherever the item stands. */
  readonly formula: string | undefined;
  readonly copy: CellCopy;
}

export function contentAt(sheet: Sheet, row: number, column: number): Content {
  const at = { sheet: sheet.name, row, column };
  const handle = handleAt(sheet, row, column);
  if (handle < 0) return { at, text: "", kind: "empty", formula: undefined, copy: { value: null } };
  const formula = sheet
    .formula(handle)
    ?.replace(OWN_ROW, (place, digits) => (Number(digits) === row ? "{row}" : place));
  return { at, text: sheet.text(handle), kind: sheet.kind(handle), formula, copy: copyOf(sheet, handle) };
}

/** The digits behind a column's letters. */
const OWN_ROW = /(?<=\b\$?[A-Z]{1,3}\$?)(\d+)\b/g;

/** Results of one formula are no change; of a shared formula only the first cell tells how it reads. */
export function isSame(one: Content, other: Content): boolean {
  if (one.formula === undefined && other.formula === undefined) {
    return one.text === other.text && JSON.stringify(one.copy) === JSON.stringify(other.copy);
  }
  if (one.formula === undefined || other.formula === undefined) return false;
  return one.formula === other.formula || one.formula === "" || other.formula === "";
}

/** Whether two people wrote the same, be it once as a date and once as a text. */
export function agrees(one: Content, other: Content): boolean {
  if (isSame(one, other)) return true;
  return one.formula === undefined && other.formula === undefined && folded(one.text) === folded(other.text);
}

/** Undefined where there is no such cell. */
export function shownCell(content: Content | undefined): ShownCell | undefined {
  if (!content || content.at.column === 0) return undefined;
  const { at, text, formula } = content;
  // A formula that was never calculated shows nothing.
  return { at, text: text === "" && formula ? `=${formula.replaceAll("{row}", String(at.row))}` : text };
}

/** White space at the ends and the kind of line break tell nobody anything. */
function folded(text: string): string {
  return text.replaceAll("\r\n", "\n").trim();
}
