import type { CellPatch } from "../../src/model/cell.js";
import { serial } from "../lossless/sheet-losses.js";
import type { SeenCell } from "./readers.js";

/** Type and value of a cell as another reader is to see it; null where it is to see none. */
export function wanted(value: CellPatch["value"], date1904: boolean): readonly [SeenCell[0], unknown] | null {
  if (value === null) return null;
  if (isDate(value)) return ["d", serial(value.date, date1904)];
  return [typeof value === "string" ? "s" : typeof value === "number" ? "n" : "b", value];
}

/**
 * Type and value of a cell. A number under a date's format is a date to openpyxl, and a number to us; LibreOffice takes in a truth
 * value under any other format as the formula that gives it.
 */
export function seenAs(value: CellPatch["value"], cell: SeenCell | undefined): readonly [SeenCell[0], unknown] | null {
  if (!cell) return null;
  const [type, seen] = cell;
  if (typeof value === "number" && type === "d") return ["n", seen];
  if (typeof value === "boolean" && type === "f") return ["b", { "=TRUE()": true, "=FALSE()": false }[seen as string]];
  return [type, seen];
}

export function isDate(value: CellPatch["value"]): value is { readonly date: string } {
  return typeof value === "object" && value !== null;
}
