import type { CellRef } from "../model/cell.js";
import type { FieldName } from "../model/field.js";
import type { Poam, Register } from "../model/poam.js";

/** The heading of a field's column, where findings about a whole sheet stand; the first cell of the headings if there is none. */
export function headingOf({ registers }: Poam, field: FieldName, state: Register["state"] = "open"): CellRef {
  const register = registers.find((one) => one.state === state) ?? registers[0]!;
  const column = register.columns.find((one) => one.field === field) ?? register.columns[0];
  return { sheet: register.sheet, row: register.headingRow, column: column?.column ?? 1 };
}

/** `V-1, V-2, V-3 and 4 more` */
export function firstOf(ids: readonly string[], shown = 5): string {
  const more = ids.length - shown;
  return more > 0 ? `${ids.slice(0, shown).join(", ")} and ${more} more` : ids.join(", ");
}
