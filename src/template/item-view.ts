import { releaseDay } from "../codecs/release-day.js";
import type { CellKind } from "../model/cell.js";
import { FIELD_NAMES, FIELDS, type FieldName } from "../model/field.js";
import type { ItemState, PoamItem } from "../model/item.js";
import type { RegisterColumn } from "../model/poam.js";
import type { Sheet } from "../model/workbook.js";
import { blankCell, type CellReading, READERS } from "./read-cell.js";

/** The rows of one item: its own and those that continue it, as indexes into the sheet's rows. */
export interface ItemRows {
  readonly index: number;
  readonly state: ItemState;
  readonly continuations: readonly number[];
  /** Columns whose cell still holds the form's own text instead of data. */
  readonly leftovers: readonly number[];
}

/** What the items of one register share. */
interface Views {
  readonly sheet: Sheet;
  readonly columns: readonly RegisterColumn[];
  /** For each column: how it is read. */
  readonly readings: readonly CellReading[];
}

type View = { readonly rows: ItemRows; readonly row: number; readonly cells: unknown[]; readonly views: Views };

/**
 * Makes the items of one register. All of them share a prototype with a getter for each column's field; a cell is read when
 * a rule first asks for it. So a hundred thousand items cost what the rules look at, and nothing outlives its item.
 */
export function itemViews(
  sheet: Sheet,
  columns: readonly RegisterColumn[],
  dateOrder: CellReading["dateOrder"],
): (rows: ItemRows) => PoamItem {
  const views: Views = { sheet, columns, readings: columns.map(({ notation }) => ({ notation, dateOrder })) };
  const positions = new Map(columns.map(({ field }, position) => [field, position]).reverse() as [FieldName, number][]);
  const shape = Object.create(null) as object;
  Object.defineProperty(shape, "views", { value: views });
  Object.defineProperty(shape, "sheet", { value: sheet.name });
  Object.defineProperty(shape, "kindOf", {
    value(this: View, field: FieldName): CellKind | undefined {
      const position = positions.get(field);
      return position === undefined ? undefined : kindAt(this, position);
    },
  });
  Object.defineProperty(shape, "fixReleasedOn", {
    get(this: PoamItem) {
      return this.comments?.value && releaseDay(this.comments.value);
    },
  });
  for (const field of FIELD_NAMES) {
    const position = positions.get(field);
    if (position === undefined) Object.defineProperty(shape, field, { value: undefined });
    else Object.defineProperty(shape, field, { get: cellGetter(position) });
  }
  const view = (rows: ItemRows): PoamItem => {
    const item = Object.create(shape);
    item.rows = rows;
    item.cells = new Array(columns.length);
    item.state = rows.state;
    item.row = sheet.rowNumber(rows.index);
    item.continuations =
      rows.continuations.length === 0
        ? NO_ROWS
        : rows.continuations.map((index) => view({ ...rows, index, continuations: NO_ROWS }));
    return item;
  };
  return view;
}

const NO_ROWS: readonly never[] = [];

/** As short as can be: it is compiled into every rule that asks for the field. */
function cellGetter(position: number) {
  return function (this: View): unknown {
    return this.cells[position] ?? readCell(this, position);
  };
}

function readCell(view: View, position: number): unknown {
  const { sheet, columns, readings } = view.views;
  const { column, field } = columns[position]!;
  const place = { sheet: sheet.name, row: view.row, column };
  const handle = handleAt(view, column);
  const cell = handle < 0 ? blankCell(place) : READERS[FIELDS[field].kind](sheet, handle, place, readings[position]!);
  view.cells[position] = cell;
  return cell;
}

function kindAt(view: View, position: number): CellKind {
  const { sheet, columns } = view.views;
  const handle = handleAt(view, columns[position]!.column);
  if (handle < 0) return "empty";
  const kind = sheet.kind(handle);
  // What a formula gave may be the empty text; no other blank text is kept.
  return kind === "text" && sheet.formula(handle) !== undefined && sheet.text(handle).trim() === "" ? "empty" : kind;
}

function handleAt({ rows, views }: View, column: number): number {
  return rows.leftovers.length > 0 && rows.leftovers.includes(column) ? -1 : views.sheet.cell(rows.index, column);
}
