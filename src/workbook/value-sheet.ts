import type { CellKind } from "../model/cell.js";
import { toSerial } from "../model/date.js";
import { type ItemValue, shownText } from "../model/item-document.js";
import type { Sheet } from "../model/workbook.js";

/** A sheet that is filled from values instead of being read from a file. */
export interface ValueSheet {
  readonly sheet: Sheet;
  /** Adds a row of cells, from left to right, below the others, and gives its index; a row may be empty. */
  readonly add: (cells: Iterable<readonly [column: number, value: ItemValue]>) => number;
}

export function valueSheet(name: string): ValueSheet {
  // Flat, as a hundred thousand items have millions of cells.
  const values: ItemValue[] = [];
  const columns: number[] = [];
  const starts: number[] = [];
  const firstCell = (index: number): number => starts[index] ?? values.length;
  const dateAt = (handle: number): string | undefined => {
    const value = values[handle]!;
    return typeof value === "object" ? value.date : undefined;
  };
  const sheet: Sheet = {
    name,
    visibility: "visible",
    merges: [],
    get rowCount() {
      return starts.length;
    },
    rowNumber: (index) => index + 1,
    rowIndex: (row) => (row >= 1 && row <= starts.length ? row - 1 : -1),
    isRowHidden: () => false,
    isColumnHidden: () => false,
    firstCell,
    cell(index, column) {
      let [low, high] = [firstCell(index), firstCell(index + 1)];
      const end = high;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (columns[middle]! < column) low = middle + 1;
        else high = middle;
      }
      return low < end && columns[low] === column ? low : -1;
    },
    column: (handle) => columns[handle]!,
    kind: (handle) => kindOf(values[handle]!),
    text: (handle) => shownText(values[handle]!),
    number(handle) {
      const value = values[handle]!;
      if (typeof value === "object") return toSerial(value.date, false);
      return typeof value === "number" ? value : undefined;
    },
    date: dateAt,
    formula: () => undefined,
  };
  return {
    sheet,
    add(cells) {
      starts.push(values.length);
      for (const [column, value] of cells) {
        columns.push(column);
        values.push(value);
      }
      return starts.length - 1;
    },
  };
}

function kindOf(value: ItemValue): CellKind {
  if (typeof value === "object") return "date";
  return typeof value === "string" ? "text" : (typeof value as "number" | "boolean");
}
