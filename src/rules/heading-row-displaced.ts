import { rule, wholePoam } from "./rule.js";

export default rule({
  id: "heading-row-displaced",
  summary: "The headings are not in the row where the form has them",
  why: "The import counts rows: it takes the headings, and the items below them, from fixed places.",
  help: "Delete the rows that were inserted above the headings, or restore those that were deleted.",
  severity: "error",
  examples: [
    { template: "emass-navy-2026", rows: { id: "1" } },
    {
      template: "emass-navy-2026",
      headingRow: 9,
      rows: { id: "1" },
      says: ["the headings stand in row 9; the form has them in row 7"],
    },
  ],
  check: wholePoam(({ registers }) =>
    registers.flatMap(({ sheet, headingRow, layout, columns }) => {
      if (!layout || layout.headingRow === headingRow) return [];
      const at = { sheet, row: headingRow, column: columns[0]?.column ?? 1 };
      const message = `the headings stand in row ${headingRow}; the form has them in row ${layout.headingRow}`;
      return [{ at, message }];
    }),
  ),
});
