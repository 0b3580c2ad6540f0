import type { CellRef } from "../model/cell.js";
import type { PoamItem } from "../model/item.js";
import type { Poam } from "../model/poam.js";
import type { ListedItem, ShownCell } from "../model/poam-diff.js";
import type { Sheet } from "../model/workbook.js";
import { type Columns, columnsOf } from "./columns.js";

/** One of the three workbooks, with what is asked of it again and again. */
export interface Side {
  readonly poam: Poam;
  readonly items: readonly PoamItem[];
  readonly columns: ReadonlyMap<string, Columns>;
  readonly sheet: (name: string) => Sheet | undefined;
}

export interface Sides {
  readonly base: Side;
  readonly ours: Side;
  readonly theirs: Side;
}

export function sidesOf(poams: { readonly [S in keyof Sides]: Poam }): Sides {
  const base = sideOf(poams.base);
  return { base, ours: sideOf(poams.ours, base), theirs: sideOf(poams.theirs, base) };
}

function sideOf(poam: Poam, base?: Side): Side {
  const sheets = new Map(poam.workbook.sheets.map((sheet) => [sheet.name, sheet]));
  const columns = columnsOf(poam, base?.columns);
  return { poam, items: [...poam.items()], columns, sheet: (name) => sheets.get(name) };
}

/** An item's own row and those that continue it. */
export function rowsOf(item: PoamItem): number[] {
  return [item.row, ...item.continuations.map(({ row }) => row)];
}

/** The id as shown, "" where there is none. */
export function idOf({ id }: PoamItem): string {
  return id?.value ?? "";
}

export function listed(item: PoamItem): ListedItem {
  const weakness = item.weakness?.value ?? item.description?.value ?? "";
  return { id: idOf(item), weakness, state: item.state, at: placeOf(item) };
}

/** The item's sheet, told as a value of its own. */
export function sheetCell(item: PoamItem): ShownCell {
  return { at: placeOf(item), text: item.sheet };
}

/** An item's own place: its id's cell, or its first column. */
export function placeOf({ id, sheet, row }: PoamItem): CellRef {
  return { sheet, row, column: id?.column ?? 1 };
}
