import type { Poam, Register } from "../model/poam.js";
import type { Sheet } from "../model/workbook.js";
import { fold } from "../template/fold.js";
import { textAt } from "./cell-copy.js";
import { headedColumns } from "./free-rows.js";

/**
 * For each headed column of a register the column of another that means the same: the same field or, for columns without a
 * meaning to us, the same heading. Where several do, the first goes to the first.
 */
export function matchingColumns(poam: Poam, from: Register, to: Register): ReadonlyMap<number, number> {
  const there = new Map<string, number[]>();
  for (const [column, meaning] of meanings(poam, to)) there.set(meaning, [...(there.get(meaning) ?? []), column]);
  const columns = new Map<number, number>();
  for (const [column, meaning] of meanings(poam, from)) {
    const target = there.get(meaning)?.shift();
    if (target !== undefined) columns.set(column, target);
  }
  return columns;
}

/** The heading of a column on one line, as people read it. */
export function headingOf(sheet: Sheet, { headingRow }: Register, column: number): string {
  return textAt(sheet, headingRow, column).replace(/\s+/g, " ").trim();
}

/** What each headed column of a register means, from left to right: the same text where two mean the same. */
export function meanings(poam: Poam, register: Register): [number, string][] {
  const sheet = poam.workbook.sheets.find(({ name }) => name === register.sheet)!;
  const fields = new Map(register.columns.map(({ column, field }) => [column, field]));
  return [...headedColumns(sheet, register)]
    .sort((a, b) => a - b)
    .map((column) => {
      const field = fields.get(column);
      return [column, field ? `field ${field}` : `heading ${fold(textAt(sheet, register.headingRow, column))}`];
    });
}
