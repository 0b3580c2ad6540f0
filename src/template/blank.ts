import type { ItemSheet, Placed } from "../model/placed.js";
import type { Template } from "../model/template.js";
import { layOut } from "./lay-out.js";

/** A form with nothing placed on it. */
export function blankOf(template: Template): Placed {
  const sheets = layOut(template).map((sheet, index) => ({ sheet: ownColumns(sheet, template, index), items: [] }));
  return { header: new Map(), sheets };
}

/** The generic form knows every column that registers have been seen with; a new one gets those that each should have. */
function ownColumns(sheet: ItemSheet, { framework, sheets }: Template, index: number): ItemSheet {
  if (framework !== "generic") return sheet;
  const { columns, firstColumn = 1 } = sheets[index]!;
  const own = sheet.columns.filter((_, place) => !columns[place]!.optional);
  return { ...sheet, columns: own.map((column, place) => ({ ...column, column: firstColumn + place })) };
}
