import type { PoamItem } from "../model/item.js";
import { handlesOf } from "../rows/cell-copy.js";
import { type Content, contentAt } from "./content.js";
import { rowsOf, type Side } from "./sides.js";

/** The cells of an item: row by row, by the keys of their columns; blank ones are left out. */
export interface ItemCells {
  readonly side: Side;
  readonly item: PoamItem;
  readonly rows: readonly number[];
  readonly byKey: readonly ReadonlyMap<string, Content>[];
}

export function cellsOf(side: Side, item: PoamItem): ItemCells {
  const [sheet, columns, rows] = [side.sheet(item.sheet)!, side.columns.get(item.sheet)!, rowsOf(item)];
  const byKey = rows.map(
    (row) =>
      new Map(
        handlesOf(sheet, row).map((handle) => {
          const column = sheet.column(handle);
          return [columns.keyAt(column), contentAt(sheet, row, column)];
        }),
      ),
  );
  return { side, item, rows, byKey };
}

/** What the item has there; a blank in column 0 where it has no such row or its sheet no such column. */
export function contentOf({ side, item, rows, byKey }: ItemCells, line: number, key: string): Content {
  const there = byKey[line]?.get(key);
  if (there) return there;
  const row = rows[line];
  const column = row === undefined ? undefined : columnOf(side, item.sheet, key);
  const at = { sheet: item.sheet, row: row ?? item.row, column: column ?? 0 };
  return { at, text: "", kind: "empty", formula: undefined, copy: { value: null } };
}

export function columnOf(side: Side, sheet: string, key: string): number | undefined {
  return side.columns.get(sheet)?.columnOf(key);
}

/** All rows and columns in which one of these has something, row by row. */
export function* placesIn(
  ...all: readonly (ItemCells | undefined)[]
): Iterable<{ readonly line: number; readonly key: string }> {
  const most = Math.max(...all.map((cells) => cells?.rows.length ?? 0));
  for (let line = 0; line < most; line++) {
    for (const key of new Set(all.flatMap((cells) => [...(cells?.byKey[line]?.keys() ?? [])]))) yield { line, key };
  }
}
