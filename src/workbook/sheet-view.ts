import type { CellPatch } from "../model/cell.js";
import type { Sheet } from "../model/workbook.js";
import { damagedPart } from "./damage.js";
import type { NumberFormat } from "./number-format.js";
import { isDate } from "./patch-refusal.js";
import { nonePicked, type PickedStrings, pickStrings } from "./picked-strings.js";
import { type CellPlace, type CellShape, type RowShape, readCellShape, readRowShape } from "./row-shape.js";
import { readSheetFrame, type SheetFrame } from "./sheet-frame.js";
import { type SheetSurvey, surveySheet, type Wanted } from "./sheet-survey.js";
import type { SheetPart, WorkbookPart } from "./xlsx.js";
import { attributeOf, innerMarkup } from "./xml-elements.js";
import type { Zip } from "./zip.js";

/** A sheet as its patches see it: how their cells are written, and how they read. */
export interface SheetView {
  readonly survey: SheetSurvey;
  readonly frame: SheetFrame;
  /** The patches' cells, as the reader gives them. */
  readonly sheet: Sheet;
  row(row: number): RowShape | undefined;
  /** Of two cells in one place the later one, as it is the one that is read. Asked for row by row, this and the next are quick. */
  place(row: number, column: number): CellPlace | undefined;
  /** The same in full. Forms have a hundred thousand cells that are empty tags: ask for those only where it must be. */
  cell(row: number, column: number): CellShape | undefined;
  /** The style that the cell shows: its own, or where it is not there that of its row or column. */
  style(row: number, column: number): number;
  /** Whether runs of the cell's text have a look of their own. */
  isRich(row: number, cell: CellShape): boolean;
}

/** Reads a sheet for its patches, whose places are known to be possible. */
export async function viewSheet(
  zip: Zip,
  { date1904, sharedStrings }: WorkbookPart,
  part: SheetPart,
  patches: readonly CellPatch[],
  formats: readonly NumberFormat[],
): Promise<SheetView> {
  const survey = await surveySheet(zip, part, wantedBy(patches), { date1904, formats });
  const strings = sharedStrings ? await pickStrings(zip, sharedStrings, survey.strings) : nonePicked;
  const frame = readSheetFrame(survey.head, survey.tail);
  if (!frame) throw damagedPart(zip.file, part.entry.name, "is no complete worksheet");
  const malformed = () => damagedPart(zip.file, part.entry.name, "is not well-formed XML");
  const recent = new Map<number, SeenRow>();
  const seen = (row: number): SeenRow | undefined => {
    const known = recent.get(row);
    const surveyed = known ? undefined : survey.rows.get(row);
    if (!surveyed) return known;
    const shape = readRowShape(surveyed);
    if (!shape) throw malformed();
    const read = { shape, places: byColumn(shape.cells), cells: new Map<CellPlace, CellShape>() };
    for (const oldest of recent.keys()) if (recent.size >= RECENT_ROWS) recent.delete(oldest);
    recent.set(row, read);
    return read;
  };
  return {
    survey,
    frame,
    sheet: survey.readWanted(strings),
    row: (row) => seen(row)?.shape,
    place: (row, column) => seen(row)?.places[column],
    cell(row, column) {
      const { shape, places, cells } = seen(row) ?? {};
      const place = places?.[column];
      if (!shape || !cells || !place) return undefined;
      const cell = cells.get(place) ?? readCellShape(shape.piece, place);
      if (!cell) throw malformed();
      cells.set(place, cell);
      return cell;
    },
    style(row, column) {
      const { shape, places } = seen(row) ?? {};
      return places?.[column]?.style ?? shape?.style ?? frame.columnStyle(column) ?? 0;
    },
    isRich: (row, cell) => cell.isRich || isRichString(seen(row)!.shape, cell, strings),
  };
}

/** A row that was looked into: its cells by column, and those of them that were asked for in full. */
interface SeenRow {
  readonly shape: RowShape;
  readonly places: readonly CellPlace[];
  readonly cells: Map<CellPlace, CellShape>;
}

/** Patches come row by row. To keep what is known of all cells of a large form would cost more than to read a row anew. */
const RECENT_ROWS = 8;

function byColumn(cells: readonly CellPlace[]): readonly CellPlace[] {
  const places: CellPlace[] = [];
  for (const cell of cells) places[cell.column] = cell;
  return places;
}

function wantedBy(patches: readonly CellPatch[]): Wanted {
  const columns = new Map<number, Set<number>>();
  const dateColumns = new Set<number>();
  for (const { at, like, value } of patches) {
    for (const { row, column } of like ? [at, like] : [at]) {
      const ofRow = columns.get(row);
      if (ofRow) ofRow.add(column);
      else columns.set(row, new Set([column]));
    }
    if (isDate(value)) dateColumns.add(at.column);
  }
  return { columns, dateColumns };
}

function isRichString({ piece }: RowShape, { element, children }: CellShape, strings: PickedStrings): boolean {
  const value = children.find(({ name }) => name === "v");
  return attributeOf(element, "t")?.value === "s" && !!value && strings.isRich(Number(innerMarkup(piece, value)));
}
