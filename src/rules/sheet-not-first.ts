import { rule, wholePoam } from "./rule.js";

export default rule({
  id: "sheet-not-first",
  summary: "The items are not on the workbook's first sheet",
  why: "The import reads the first sheet and no other: with another one in front it finds no items, or takes that sheet for them.",
  help: "Drag the tab of the items to the far left.",
  severity: "error",
  examples: [
    { template: "emass-navy-2026", tabs: ["POA&M", "Sheet1", "Instructions"], rows: { id: "1" } },
    {
      template: "emass-navy-2026",
      tabs: ["Cover", "POA&M", "Instructions"],
      rows: { id: "1" },
      says: ["'POA&M' is sheet 2 of 3: 'Cover' stands before it"],
    },
  ],
  check: wholePoam(({ registers, workbook: { sheets } }) => {
    const { sheet } = registers[0]!;
    const place = sheets.findIndex(({ name }) => name === sheet);
    if (place <= 0) return undefined;
    const message = `'${sheet}' is sheet ${place + 1} of ${sheets.length}: '${sheets[0]!.name}' stands before it`;
    return { at: { sheet, row: 1, column: 1 }, message };
  }),
});
