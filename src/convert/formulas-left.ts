import type { Poam } from "../model/poam.js";

/** How many cells of items are worked out by a formula, of which the saved result goes along and the formula does not. */
export function formulasLeft({ workbook, items, documentation }: Poam): number {
  const { sheets, format } = workbook;
  if (format !== "xlsx") return 0;
  let count = 0;
  for (const all of [items(), documentation()]) {
    for (const item of all) {
      const sheet = sheets.find(({ name }) => name === item.sheet)!;
      for (const row of [item, ...item.continuations]) {
        const index = sheet.rowIndex(row.row);
        for (let handle = sheet.firstCell(index); handle < sheet.firstCell(index + 1); handle++) {
          if (sheet.formula(handle) === undefined) continue;
          if (sheet.kind(handle) !== "unsaved-formula" && sheet.text(handle).trim() !== "") count++;
        }
      }
    }
  }
  return count;
}
