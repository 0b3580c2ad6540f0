import type { FieldName } from "../model/field.js";
import type { PoamItem } from "../model/item.js";
import type { Poam, RegisterColumn } from "../model/poam.js";

/**
 * Needed columns that are blank in every item of a sheet with several, with the number of its items. The items are looked
 * at only until each column has been seen filled, which is the first few of most registers.
 */
export function blankColumns(poam: Poam): ReadonlyMap<RegisterColumn, number> {
  const blank = new Map(
    poam.registers.map(({ sheet, columns }) => [
      sheet,
      { columns: new Set(columns.filter(({ required }) => required === true)), items: 0 },
    ]),
  );
  let left = poam.registers.length;
  for (const item of poam.items()) {
    const sheet = blank.get(item.sheet)!;
    sheet.items++;
    if (sheet.columns.size === 0) continue;
    for (const column of sheet.columns) if (isFilled(item, column.field)) sheet.columns.delete(column);
    if (sheet.columns.size === 0 && --left === 0) break;
  }
  return new Map(
    [...blank.values()].flatMap(({ columns, items }) =>
      items < 2 ? [] : [...columns].map((column) => [column, items] as const),
    ),
  );
}

function isFilled(item: PoamItem, field: FieldName): boolean {
  return item.kindOf(field) !== "empty" || item.continuations.some((row) => row.kindOf(field) !== "empty");
}
