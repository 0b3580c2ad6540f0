import { dateOrderEvidence } from "../codecs/date.js";
import { FIELDS } from "../model/field.js";
import type { Register } from "../model/poam.js";
import type { Workbook } from "../model/workbook.js";

/** Whether a workbook writes the month or the day first. */
export type DateOrder = "mdy" | "dmy";

/** The order that the workbook's own unambiguous text dates show, found on the first call and kept. */
export function dateOrderOf(workbook: Workbook, registers: () => readonly Register[]): () => DateOrder | undefined {
  let known: { readonly order: DateOrder | undefined } | undefined;
  return () => {
    known ??= { order: dateOrderEvidence(textDates(workbook, registers())) };
    return known.order;
  };
}

function* textDates(workbook: Workbook, registers: readonly Register[]): Iterable<string> {
  for (const register of registers) {
    const sheet = workbook.sheets.find(({ name }) => name === register.sheet)!;
    const columns = register.columns.filter(({ field }) => FIELDS[field].kind === "date").map(({ column }) => column);
    for (let index = Math.max(0, sheet.rowIndex(register.headingRow)) + 1; index < sheet.rowCount; index++) {
      for (const column of columns) {
        const handle = sheet.cell(index, column);
        if (handle >= 0 && sheet.kind(handle) === "text") yield sheet.text(handle);
      }
    }
  }
}
