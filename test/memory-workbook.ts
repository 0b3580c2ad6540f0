import type { CellKind } from "../src/model/cell.js";
import { dayNumber, isIsoDate } from "../src/model/date.js";
import type { Sheet, Workbook } from "../src/model/workbook.js";

/** What a cell of a made-up sheet holds; `{ date }` is a real date, typed or from a formula, its `time` a part of a day, `{ formula }` one without a saved result
 * unless there is a `result`. */
export type MadeCell =
  | string
  | number
  | boolean
  | { readonly date: string; readonly formula?: string; readonly time?: number }
  | { readonly result: string | number; readonly formula: string }
  | { readonly formula: string }
  | undefined;

/** A workbook held in memory, for tests that are not about files: rows by number, cells by column from 1. */
export function memoryWorkbook(
  sheets: Readonly<Record<string, Readonly<Record<number, readonly MadeCell[]>>>>,
  format: Workbook["format"] = "xlsx",
): Workbook {
  return { format, sheets: Object.entries(sheets).map(([name, rows]) => memorySheet(name, rows)) };
}

/** A real date where the text is one, else the text. */
export function dated(text: string): MadeCell {
  return isIsoDate(text) ? { date: text } : text;
}

function memorySheet(name: string, rows: Readonly<Record<number, readonly MadeCell[]>>): Sheet {
  const cells: { row: number; column: number; made: Exclude<MadeCell, undefined> }[] = [];
  const numbers: number[] = [];
  const starts: number[] = [];
  for (const row of Object.keys(rows)
    .map(Number)
    .sort((a, b) => a - b)) {
    const filled = rows[row]!.flatMap((made, i) =>
      made === undefined || made === "" ? [] : [{ row, column: i + 1, made }],
    );
    if (filled.length === 0) continue;
    numbers.push(row);
    starts.push(cells.length);
    cells.push(...filled);
  }
  starts.push(cells.length);
  const indexes = new Map(numbers.map((row, index) => [row, index]));
  const handles: number[][] = numbers.map(() => []);
  for (const [handle, { row, column }] of cells.entries()) handles[indexes.get(row)!]![column] = handle;
  const made = (handle: number) => cells[handle]!.made;
  return {
    name,
    visibility: "visible",
    merges: [],
    rowCount: numbers.length,
    rowNumber: (index) => numbers[index]!,
    rowIndex: (row) => indexes.get(row) ?? -1,
    isRowHidden: () => false,
    isColumnHidden: () => false,
    firstCell: (index) => starts[index]!,
    cell: (index, column) => handles[index]?.[column] ?? -1,
    column: (handle) => cells[handle]!.column,
    kind: (handle) => kindOf(made(handle)),
    text: (handle) => textOf(made(handle)),
    number: (handle) => {
      const cell = made(handle);
      if (typeof cell === "number") return cell;
      if (typeof cell === "object" && "result" in cell)
        return typeof cell.result === "number" ? cell.result : undefined;
      return typeof cell === "object" && "date" in cell ? dayNumber(cell.date) + 25_569 + (cell.time ?? 0) : undefined;
    },
    date: (handle) => {
      const cell = made(handle);
      return typeof cell === "object" && "date" in cell ? cell.date : undefined;
    },
    formula: (handle) => {
      const cell = made(handle);
      return typeof cell === "object" && "formula" in cell ? cell.formula : undefined;
    },
  };
}

function kindOf(made: Exclude<MadeCell, undefined>): CellKind {
  if (typeof made === "string") return "text";
  if (typeof made === "number") return "number";
  if (typeof made === "boolean") return "boolean";
  if ("result" in made) return kindOf(made.result);
  return "date" in made ? "date" : "unsaved-formula";
}

function textOf(made: Exclude<MadeCell, undefined>): string {
  if (typeof made === "boolean") return made ? "TRUE" : "FALSE";
  if (typeof made !== "object") return String(made);
  return "result" in made ? String(made.result) : "date" in made ? made.date : "";
}
