import type { Register } from "../model/poam.js";
import type { Sheet } from "../model/workbook.js";
import { quoted } from "./quoted.js";
import { rule, wholePoam } from "./rule.js";

export default rule({
  id: "banner-missing",
  summary: "The classification banner above the items is gone",
  why: "The form marks its content in its first cell, and a copy without the marking is neither to be passed on nor sure to be imported.",
  help: "Write the marking of the blank form back into cell A1, as the content requires it.",
  severity: "error",
  examples: [
    { template: "emass-navy-2026", banner: "***** CONTROLLED UNCLASSIFIED INFORMATION *****", rows: { id: "1" } },
    { title: "in whatever words", template: "emass-2020", banner: "UNCLASSIFIED//FOUO", rows: { id: "1" } },
    { template: "emass-navy-2026", rows: { id: "1" }, says: ["no classification banner stands above the headings"] },
    {
      template: "emass-navy-2026",
      banner: "Example Enclave",
      rows: { id: "1" },
      says: ['no classification banner stands above the headings: A1 holds "Example Enclave"'],
    },
  ],
  check: wholePoam(({ registers, workbook }) => {
    const register = registers[0]!;
    const sheet = workbook.sheets.find(({ name }) => name === register.sheet)!;
    if (hasMarking(sheet, register)) return undefined;
    const first = sheet.rowIndex(1) < 0 ? -1 : sheet.cell(sheet.rowIndex(1), 1);
    const instead = first < 0 ? "" : `: A1 holds ${quoted(sheet.text(first))}`;
    const at = { sheet: sheet.name, row: 1, column: 1 };
    return { at, message: `no classification banner stands above the headings${instead}` };
  }),
});

/** Anywhere above the headings: a block that was moved down is another fault. */
function hasMarking(sheet: Sheet, { headingRow }: Register): boolean {
  for (let index = 0; index < sheet.rowCount && sheet.rowNumber(index) < headingRow; index++) {
    for (let cell = sheet.firstCell(index); cell < sheet.firstCell(index + 1); cell++) {
      if (MARKING.test(sheet.text(cell))) return true;
    }
  }
  return false;
}

const MARKING = /\b(?:unclassified|classified|controlled|confidential|secret|cui|fouo|official use)\b/i;
