import { FIELDS, type FieldName } from "../model/field.js";
import type { Poam } from "../model/poam.js";
import type { Workbook } from "../model/workbook.js";

/** Runs of digits that stay: those of cells of numbers, which stay too, and those that are a date or an amount. */
export function keptDigits(workbook: Workbook, poam: Poam | undefined): ReadonlySet<string> {
  const kept = new Set<string>();
  const keep = (text: string) => {
    for (const [run] of text.matchAll(/\d+/g)) kept.add(run);
  };
  for (const sheet of workbook.sheets) {
    for (let cell = 0; cell < sheet.firstCell(sheet.rowCount); cell++) {
      const number = sheet.kind(cell) === "number" ? sheet.number(cell) : undefined;
      if (number !== undefined) keep(String(number));
    }
  }
  for (const item of poam ? [...poam.items(), ...poam.documentation()] : []) {
    for (const field of DATES_AND_AMOUNTS) {
      for (const row of [item, ...item.continuations]) {
        const text = row[field]?.text ?? "";
        if (NUMBER.test(text)) keep(text);
      }
    }
  }
  return kept;
}

const DATES_AND_AMOUNTS = (Object.keys(FIELDS) as FieldName[]).filter(
  (field) => FIELDS[field].kind === "date" || /cost$|unded|Amount/.test(field),
);
const NUMBER = /^[\s$€£+-]*[\d.,/ -]+\s*$/;
