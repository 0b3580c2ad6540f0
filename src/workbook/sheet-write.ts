import { type CellPatch, columnLetters } from "../model/cell.js";
import type { CellWrite } from "./patch-cell.js";
import { newRowMarkup, rowSplices } from "./patch-row.js";
import type { Splice } from "./patched.js";
import type { RowShape } from "./row-shape.js";
import { rangeOf } from "./sheet-frame.js";
import type { SheetView } from "./sheet-view.js";
import { attributeOf } from "./xml-elements.js";

/** A patch that may be applied, with the style that its cell is to have. */
export interface SheetWrite {
  readonly patch: CellPatch;
  readonly style: number;
}

/** The splices that write the cells into their sheet: into rows that are there, and new rows at their places. */
export function sheetSplices(view: SheetView, writes: readonly SheetWrite[], date1904: boolean): Splice[] {
  const rows = byRow(view, writes);
  const { sheetData } = view.frame;
  const splices: Splice[] = [];
  const behindLast: string[] = [];
  for (const { row, cells, like } of rows) {
    const shape = view.row(row);
    if (shape) {
      splices.push(...rowSplices(shape, cells, date1904, (column) => view.cell(row, column)!));
      continue;
    }
    const markup = newRowMarkup(row, like, cells, sheetData.prefix, date1904);
    const place = view.survey.insertAt.get(row);
    if (place === undefined) behindLast.push(markup);
    else splices.push({ start: place, end: place, text: markup });
  }
  if (behindLast.length > 0) splices.push(appended(view, behindLast.join("")));
  return [...dimensionSplice(view, rows), ...splices];
}

interface RowWrites {
  readonly row: number;
  readonly like: RowShape | undefined;
  readonly cells: CellWrite[];
}

/** Rows from top to bottom, their cells from left to right; what would change nothing is left out. */
function byRow(view: SheetView, writes: readonly SheetWrite[]): RowWrites[] {
  const rows = new Map<number, RowWrites>();
  const ordered = [...writes].sort(({ patch: a }, { patch: b }) => a.at.row - b.at.row || a.at.column - b.at.column);
  for (const { patch, style } of ordered) {
    const { row, column } = patch.at;
    const cell = view.place(row, column);
    if (!cell && (patch.value === null || patch.value === "") && !patch.like) continue;
    let writesOfRow = rows.get(row);
    if (!writesOfRow) rows.set(row, (writesOfRow = { row, like: patch.like && view.row(patch.like.row), cells: [] }));
    writesOfRow.cells.push({ row, column, value: patch.value, style, cell });
  }
  return [...rows.values()];
}

function appended({ frame: { sheetData } }: SheetView, rows: string): Splice {
  const { isEmptyTag, prefix, tagEnd, closeStart } = sheetData;
  if (!isEmptyTag) return { start: closeStart, end: closeStart, text: rows };
  return { start: tagEnd - 2, end: tagEnd, text: `>${rows}</${prefix}sheetData>` };
}

/** `dimension` is to cover the cells that are written. */
function dimensionSplice({ frame: { dimension } }: SheetView, rows: readonly RowWrites[]): Splice[] {
  const reference = dimension && attributeOf(dimension, "ref");
  const range = dimension && rangeOf(dimension);
  if (!reference || !range) return [];
  let { firstRow, firstColumn, lastRow, lastColumn } = range;
  for (const { row, cells } of rows) {
    firstRow = Math.min(firstRow, row);
    lastRow = Math.max(lastRow, row);
    for (const { column } of cells) {
      firstColumn = Math.min(firstColumn, column);
      lastColumn = Math.max(lastColumn, column);
    }
  }
  const isSame =
    firstRow === range.firstRow &&
    firstColumn === range.firstColumn &&
    lastRow === range.lastRow &&
    lastColumn === range.lastColumn;
  if (isSame) return [];
  const text = `${columnLetters(firstColumn)}${firstRow}:${columnLetters(lastColumn)}${lastRow}`;
  return [{ start: reference.valueStart, end: reference.valueEnd, text }];
}
