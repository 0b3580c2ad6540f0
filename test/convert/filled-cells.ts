import type { Carried, CarriedState } from "../../src/model/carried-item.js";
import type { PoamItem } from "../../src/model/item.js";
import type { LossReport } from "../../src/model/losses.js";
import type { Poam } from "../../src/model/poam.js";

/**
 * How many cells of items are filled, by walking over the rows of each: without blanks, cells that still hold the form's own
 * words, and cells in which a further row of an item repeats the first.
 */
export function filledCells(poam: Poam): number {
  let count = 0;
  for (const item of [...poam.items(), ...poam.documentation()]) {
    const first = textsOf(poam, item);
    count += first.size;
    for (const row of item.continuations)
      for (const [column, text] of textsOf(poam, row)) if (first.get(column) !== text) count++;
  }
  return count;
}

function textsOf(poam: Poam, { sheet: name, row }: PoamItem): Map<number, string> {
  const sheet = poam.workbook.sheets.find((one) => one.name === name)!;
  const register = poam.registers.find((one) => one.sheet === name)!;
  const leftovers = poam.oddRows
    .filter(({ at }) => at.sheet === name && at.row === row)
    .flatMap((odd) => odd.leftovers);
  const index = sheet.rowIndex(row);
  const texts = new Map<number, string>();
  for (let handle = sheet.firstCell(index); handle < sheet.firstCell(index + 1); handle++) {
    const column = sheet.column(handle);
    const text = sheet.kind(handle) === "unsaved-formula" ? `=${sheet.formula(handle)}` : sheet.text(handle).trim();
    if (text === "" || register.layout?.guidanceLabels?.includes(text)) continue;
    if (!leftovers.some((one) => one.column === column)) texts.set(column, text);
  }
  return texts;
}

/** How many values of items the report tells of, the header block's and states of items left out. */
export function fatesOf({ fields }: Pick<LossReport, "fields">): number {
  return fields
    .filter(({ from, label }) => !from.startsWith("header: ") && label !== "Item state")
    .reduce((sum, { count }) => sum + count, 0);
}

/** How many items of each state. */
export function statesOf({ items }: Carried): Partial<Record<CarriedState, number>> {
  const counts: Partial<Record<CarriedState, number>> = {};
  for (const { state } of items) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}
