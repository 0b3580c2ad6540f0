import type { ItemSheet, SheetColumn } from "../model/placed.js";
import type { Poam, Register } from "../model/poam.js";
import { fold } from "../template/fold.js";
import { textAt } from "./cell-copy.js";
import { headedColumns } from "./free-rows.js";

/** The sheets of a workbook that can hold items, with all columns that have a heading, from left to right. */
export function sheetsOf(blank: Poam): ItemSheet[] {
  return blank.registers.map((register) => ({
    name: register.sheet,
    state: register.state,
    columns: columnsOf(blank, register),
  }));
}

/** What the form says of a column goes along for those without a meaning, too: they have its heading. */
function columnsOf({ workbook }: Poam, register: Register): SheetColumn[] {
  const sheet = workbook.sheets.find(({ name }) => name === register.sheet)!;
  const known = new Map(register.columns.map((column) => [column.column, column]));
  const layouts = register.layout?.columns ?? [];
  return [...headedColumns(sheet, register)]
    .sort((a, b) => a - b)
    .map((column): SheetColumn => {
      const meant = known.get(column);
      if (meant) {
        const { values, dayBehind } = layouts.find(({ field }) => field === meant.field) ?? {};
        return { ...meant, values, ...(dayBehind && { dayBehind }) };
      }
      const heading = textAt(sheet, register.headingRow, column).replace(/\s+/g, " ").trim();
      const layout = layouts.find((one) => !one.field && fold(one.heading) === fold(heading));
      const { required = false, list, separator, notation = "any", values } = layout ?? {};
      return { column, heading, field: undefined, required, list, separator, notation, values };
    });
}
