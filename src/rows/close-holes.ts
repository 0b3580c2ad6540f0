import { type CellPatch, type CellValue, reference } from "../model/cell.js";
import type { Register } from "../model/poam.js";
import type { Sheet } from "../model/workbook.js";
import type { Anchors } from "../workbook/anchors.js";
import { copyOf, handleAt, handlesOf } from "./cell-copy.js";
import { headedColumns } from "./free-rows.js";

/** A sheet that items leave. */
export interface HoledSheet {
  readonly register: Register;
  readonly sheet: Sheet;
  /** The rows of all items. */
  readonly items: ReadonlySet<number>;
  /** The first rows of items without an id: they may belong to the item above. */
  readonly unnamed: ReadonlySet<number>;
  /** The rows of the items that leave. */
  readonly gone: ReadonlySet<number>;
}

/** Moving up one item at the top of a hundred thousand would write three million cells. */
const MOST_CELLS = 200_000;
const MOST_NAMED = 8;

/**
 * Empties the rows of items that leave, and moves the values of the rows below up into them. Where something would stay
 * behind with another item, the rows stay blank instead, and a note says why.
 */
export function closeHoles(holed: HoledSheet, anchors: Anchors): { patches: CellPatch[]; notes: string[] } {
  const { sheet, items, gone } = holed;
  const left = [...gone].sort((a, b) => a - b);
  const first = left[0]!;
  let last = first;
  for (const row of items) last = Math.max(last, row);
  const rows = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const staying = rows.filter((row) => !gone.has(row));
  const closesUp = staying.length > 0;
  const why = closesUp ? (whyLeft(holed, first, last, anchors) ?? whyMisread(sheet, rows, staying)) : undefined;
  const patches: CellPatch[] = [];
  for (const [index, row] of rows.entries()) {
    if (why === undefined) patches.push(...rowPatches(sheet, row, staying[index]));
    else if (gone.has(row)) patches.push(...rowPatches(sheet, row, undefined));
  }
  const named = `${left.slice(0, MOST_NAMED).join(", ")}${left.length > MOST_NAMED ? " …" : ""}`;
  const blank =
    left.length === 1
      ? `row ${named} of '${sheet.name}' stays blank`
      : `${left.length} rows of '${sheet.name}' (${named}) stay blank`;
  const notes = why === undefined ? [] : [`${blank}: ${why}`];
  return { patches, notes };
}

/** Why the values of the rows may not change places. */
function whyLeft(
  { register, sheet, items, unnamed }: HoledSheet,
  first: number,
  last: number,
  anchors: Anchors,
): string | undefined {
  const [anchor, ...more] = anchors.within(sheet.name, first, last);
  if (anchor) {
    const { firstRow, firstColumn } = anchor.range;
    const at = reference({ sheet: sheet.name, row: Math.max(firstRow, first), column: firstColumn });
    const others = more.length > 0 ? ` (and ${more.length} more)` : "";
    if (anchor.what === "a formula elsewhere")
      return `a formula elsewhere reads ${at}${others} and does not follow an item`;
    return `${anchor.what} at ${at}${others} would otherwise stand beside another item`;
  }
  const headed = headedColumns(sheet, register);
  let cells = 0;
  for (let row = first; row <= last; row++) {
    const index = sheet.rowIndex(row);
    if (index < 0) continue;
    if (sheet.isRowHidden(index)) return `row ${row} is hidden`;
    if (unnamed.has(row)) return `row ${row} has no id and may belong to the item above`;
    for (const handle of handlesOf(sheet, row)) {
      const copy = copyOf(sheet, handle);
      const at = reference({ sheet: sheet.name, row, column: sheet.column(handle) });
      if ("why" in copy) return `${at} ${copy.why}`;
      if (!items.has(row) || !headed.has(sheet.column(handle))) return `${at} holds what belongs to no item`;
      cells++;
    }
  }
  return cells > MOST_CELLS ? `the rows below hold ${cells.toLocaleString("en")} cells` : undefined;
}

/** A number shows as a date or not by the format of its cell, which stays behind. */
function whyMisread(sheet: Sheet, rows: readonly number[], staying: readonly number[]): string | undefined {
  for (const [index, source] of staying.entries()) {
    for (const handle of handlesOf(sheet, source)) {
      const copy = copyOf(sheet, handle);
      const there = handleAt(sheet, rows[index]!, sheet.column(handle));
      if (!("value" in copy) || typeof copy.value !== "number" || there < 0) continue;
      const kinds = new Set([sheet.kind(handle), sheet.kind(there)]);
      const at = reference({ sheet: sheet.name, row: source, column: sheet.column(handle) });
      if (kinds.has("number") && kinds.has("date"))
        return `${at} has another number format than the cell where it would go`;
    }
  }
  return undefined;
}

/** What makes a row hold what another holds, or nothing. The formula of a whole column stays: a blank form has it, too. */
function rowPatches(sheet: Sheet, row: number, source: number | undefined): CellPatch[] {
  const values = new Map<number, CellValue>();
  for (const handle of source === undefined ? [] : handlesOf(sheet, source)) {
    const copy = copyOf(sheet, handle);
    if ("value" in copy) values.set(sheet.column(handle), copy.value);
  }
  const patches: CellPatch[] = [];
  const columns = new Set([...handlesOf(sheet, row).map((handle) => sheet.column(handle)), ...values.keys()]);
  for (const column of columns) {
    const handle = handleAt(sheet, row, column);
    if (isColumnFormula(sheet, row, column)) continue;
    const value = values.get(column) ?? null;
    const now = handle < 0 ? { value: null } : copyOf(sheet, handle);
    if ("value" in now && JSON.stringify(now.value) === JSON.stringify(value)) continue;
    patches.push({ at: { sheet: sheet.name, row, column }, was: handle < 0 ? "" : sheet.text(handle), value });
  }
  return patches;
}

/** Whether a cell has a formula, and the one above or below it, too. */
export function isColumnFormula(sheet: Sheet, row: number, column: number): boolean {
  const hasFormula = (at: number) => {
    const handle = handleAt(sheet, at, column);
    return handle >= 0 && sheet.formula(handle) !== undefined;
  };
  return hasFormula(row) && (hasFormula(row - 1) || hasFormula(row + 1));
}
