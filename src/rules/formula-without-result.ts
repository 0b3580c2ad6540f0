import { FIELDS } from "../model/field.js";
import type { Issue } from "../model/finding.js";
import type { Sheet } from "../model/workbook.js";
import { eachItemOf, rule } from "./rule.js";

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
  check: eachItemOf(({ poam }) => {
    if (!poam.workbook.sheets.some(holdsUnsaved)) return undefined;
    const sheets = new Map(poam.registers.map(({ sheet, columns }) => [sheet, columns.map(({ field }) => field)]));
    return (item) => {
      let issues: Issue[] | undefined;
      for (const field of sheets.get(item.sheet)!) {
        if (item.kindOf(field) !== "unsaved-formula") continue;
        const message = `${FIELDS[field].label} is a formula without a saved result`;
        (issues ??= []).push({ at: item[field]!, field, message });
      }
      return issues;
    };
  }),
});

/** Most workbooks hold none: one look at the cells spares asking for every field of every item. */
function holdsUnsaved(sheet: Sheet): boolean {
  const end = sheet.firstCell(sheet.rowCount);
  for (let cell = sheet.firstCell(0); cell < end; cell++) if (sheet.kind(cell) === "unsaved-formula") return true;
  return false;
}
