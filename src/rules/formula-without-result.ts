import { FIELDS } from "../model/field.js";
import type { Issue } from "../model/finding.js";
import { eachItem, rule } from "./rule.js";

export default rule({
  id: "formula-without-result",
  summary: "A formula without a saved result",
  why: "The cell is not empty, yet nobody but Excel can say what is in it: the program that wrote the file did not calculate. Every other tool, this one too, has to pass it over.",
  help: "Open the workbook in Excel and save it, or enter the value itself.",
  severity: "warning",
  examples: [
    { rows: { id: "V-1", scheduledCompletion: "2026-06-30" } },
    {
      rows: { id: "V-1", weakness: "Open port", scheduledCompletion: "=K9+30" },
      says: ["scheduled completion date is a formula without a saved result"],
    },
  ],
  check: eachItem((item, { poam }) => {
    // Asks the sheet, not the item: an item's cell is read with its text, and this rule would have all of them read.
    const sheet = poam.workbook.sheets.find(({ name }) => name === item.sheet)!;
    const index = sheet.rowIndex(item.row);
    let issues: Issue[] | undefined;
    for (let handle = sheet.firstCell(index); handle < sheet.firstCell(index + 1); handle++) {
      if (sheet.kind(handle) !== "unsaved-formula") continue;
      const register = poam.registers.find((one) => one.sheet === item.sheet);
      const field = register?.columns.find(({ column }) => column === sheet.column(handle))?.field;
      const cell = field && item[field];
      if (!cell) continue;
      (issues ??= []).push({ at: cell, field, message: `${FIELDS[field].label} is a formula without a saved result` });
    }
    return issues;
  }),
});
