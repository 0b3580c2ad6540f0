import { type CellPatch, columnLetters } from "../model/cell.js";
import type { MergedRange } from "../model/workbook.js";
import type { CellWrite } from "./patch-cell.js";
import { newRowMarkup, rowSplices } from "./patch-row.js";
import type { Splice } from "./patched.js";
import type { RowShape } from "./row-shape.js";
import { rangeOf } from "./sheet-frame.js";
import type { SheetView } from "./sheet-view.js";
import { attributeOf } from "./xml-elements.js";

/**
 * The splices that write cells into their sheet: into rows that are there, and new rows at their places. The patches, all of
 * which may be applied, go from left to right and row by row; so does `styleOf`, which gives the style that a cell is to have.
 */
export function sheetSplices(
  view: SheetView,
  patches: readonly CellPatch[],
  styleOf: (patch: CellPatch) => number,
  date1904: boolean,
): Splice[] {
  const { sheetData } = view.frame;
  const splices: Splice[] = [];
  const behindLast: string[] = [];
  const written = newExtent();
  for (const { row, cells, like } of byRow(view, patches, styleOf)) {
    written.add(row, cells);
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
  return [...dimensionSplice(view, written), ...splices];
}

interface RowWrites {
  readonly row: number;
  readonly like: RowShape | undefined;
  readonly cells: CellWrite[];
}

/** Row after row; what would change nothing is left out. */
function* byRow(
  view: SheetView,
  patches: readonly CellPatch[],
  styleOf: (patch: CellPatch) => number,
): Generator<RowWrites> {
  let current: RowWrites | undefined;
  for (const patch of patches) {
    const { at, value, like } = patch;
    const { row, column } = at;
    const style = styleOf(patch);
    const cell = view.place(row, column);
    if (!cell && (value === null || value === "") && !like) continue;
    if (current?.row !== row) {
      if (current) yield current;
      current = { row, like: like && view.row(like.row), cells: [] };
    }
    current.cells.push({ row, column, value, style, cell });
  }
  if (current) yield current;
}

function appended({ frame: { sheetData } }: SheetView, rows: string): Splice {
  const { isEmptyTag, prefix, tagEnd, closeStart } = sheetData;
  if (!isEmptyTag) return { start: closeStart, end: closeStart, text: rows };
  return { start: tagEnd - 2, end: tagEnd, text: `>${rows}</${prefix}sheetData>` };
}

/** The range that cells lie in. */
function newExtent() {
  const extent = {
    firstRow: Number.POSITIVE_INFINITY,
    firstColumn: Number.POSITIVE_INFINITY,
    lastRow: 0,
    lastColumn: 0,
  };
  return Object.assign(extent, {
    add(row: number, cells: readonly CellWrite[]) {
      extent.firstRow = Math.min(extent.firstRow, row);
      extent.lastRow = Math.max(extent.lastRow, row);
      for (const { column } of cells) {
        extent.firstColumn = Math.min(extent.firstColumn, column);
        extent.lastColumn = Math.max(extent.lastColumn, column);
      }
    },
  });
}

/** `dimension` is to cover the cells that are written. */
function dimensionSplice({ frame: { dimension } }: SheetView, written: MergedRange): Splice[] {
  const reference = dimension && attributeOf(dimension, "ref");
  const range = dimension && rangeOf(dimension);
  if (!reference || !range || written.lastRow === 0) return [];
  const firstRow = Math.min(range.firstRow, written.firstRow);
  const firstColumn = Math.min(range.firstColumn, written.firstColumn);
  const lastRow = Math.max(range.lastRow, written.lastRow);
  const lastColumn = Math.max(range.lastColumn, written.lastColumn);
  const isSame =
    firstRow === range.firstRow &&
    firstColumn === range.firstColumn &&
    lastRow === range.lastRow &&
    lastColumn === range.lastColumn;
  if (isSame) return [];
  const text = `${columnLetters(firstColumn)}${firstRow}:${columnLetters(lastColumn)}${lastRow}`;
  return [{ start: reference.valueStart, end: reference.valueEnd, text }];
}
