import { pairItems } from "../diff/item-pairs.js";
import type { CellRef } from "../model/cell.js";
import type { Poam } from "../model/poam.js";
import { columnsOf } from "./columns.js";
import { rowsOf, type Sides } from "./sides.js";

/** Where a cell of ours stands once items have moved: those below a hole close up. What is gone keeps its old place. */
export function placesAfter({ base, ours }: Sides, merged: Poam): (at: CellRef) => CellRef {
  const columns = columnsOf(merged, base.columns);
  const rows = new Map<string, { readonly sheet: string; readonly row: number }>();
  for (const { was, now } of pairItems({ items: () => ours.items }, merged).pairs) {
    const after = rowsOf(now);
    for (const [line, row] of rowsOf(was).entries()) {
      rows.set(`${row} ${was.sheet}`, { sheet: now.sheet, row: after[line] ?? now.row });
    }
  }
  return (at) => {
    const place = rows.get(`${at.row} ${at.sheet}`);
    if (!place) return at;
    const key = ours.columns.get(at.sheet)!.keyAt(at.column);
    return { ...place, column: columns.get(place.sheet)?.columnOf(key) ?? at.column };
  };
}
