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

type View = { readonly rows: ItemRows; readonly row: number; readonly cells: unknown[] };

/**
 * Makes the items of one register. All of them share a prototype with a getter for each column's field; a cell is read when
 * a rule first asks for it. So a hundred thousand items cost what the rules look at, and nothing outlives its item.
 */
export function itemViews(
  sheet: Sheet,
  columns: readonly RegisterColumn[],
  dateOrder: CellReading["dateOrder"],
): (rows: ItemRows) => PoamItem {
  const shape = Object.create(null) as object;
  const positions = new Map(columns.map(({ field }, position) => [field, position]).reverse() as [FieldName, number][]);
  const handleOf = ({ index, leftovers }: ItemRows, column: number): number =>
    leftovers.length > 0 && leftovers.includes(column) ? -1 : sheet.cell(index, column);
  Object.defineProperty(shape, "kindOf", {
    value(this: View, field: FieldName): CellKind | undefined {
      const position = positions.get(field);
      if (position === undefined) return undefined;
      const handle = handleOf(this.rows, columns[position]!.column);
      if (handle < 0) return "empty";
      const kind = sheet.kind(handle);
      // What a formula gave may be the empty text; no other blank text is kept.
      return kind === "text" && sheet.formula(handle) !== undefined && sheet.text(handle).trim() === ""
        ? "empty"
        : kind;
    },
  });
  for (const field of FIELD_NAMES) {
    const position = positions.get(field);
    if (position === undefined) Object.defineProperty(shape, field, { value: undefined });
    else
      Object.defineProperty(shape, field, {
        get: fieldGetter(sheet, field, columns[position]!, position, { handleOf, dateOrder }),
      });
  }
  const view = (rows: ItemRows): PoamItem => {
    const item = Object.create(shape);
    item.rows = rows;
    item.cells = [];
    item.state = rows.state;
    item.sheet = sheet.name;
    item.row = sheet.rowNumber(rows.index);
    item.continuations = rows.continuations.map((index) => view({ ...rows, index, continuations: [] }));
    return item;
  };
  return view;
}

function fieldGetter(
  sheet: Sheet,
  field: FieldName,
  { column, notation }: RegisterColumn,
  position: number,
  { handleOf, dateOrder }: { handleOf: (rows: ItemRows, column: number) => number } & Pick<CellReading, "dateOrder">,
) {
  const read = READERS[FIELDS[field].kind];
  const reading = { notation, dateOrder };
  return function (this: View): unknown {
    const known = this.cells[position];
    if (known !== undefined) return known;
    const place = { sheet: sheet.name, row: this.row, column };
    const handle = handleOf(this.rows, column);
    const cell = handle < 0 ? blankCell(place) : read(sheet, handle, place, reading);
    this.cells[position] = cell;
    return cell;
  };
}
