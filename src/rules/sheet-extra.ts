import { rule, wholePoam } from "./rule.js";

export default rule({
  id: "sheet-extra",
  summary: "A sheet that the form does not have",
  why: "The form is to be handed back with the sheets that it came with; what stands on another one is not imported, and may keep the rest from being read.",
  help: "Keep the sheet in a workbook of its own.",
  severity: "warning",
  examples: [
    { template: "emass-navy-2026", tabs: ["POA&M", "sheet1", "Instructions "], rows: { id: "1" } },
    {
      title: "the form's other sheets may be left out",
      template: "emass-navy-2026",
      tabs: ["POA&M"],
      rows: { id: "1" },
    },
    {
      template: "emass-navy-2026",
      tabs: ["POA&M", "Instructions", "Pivot"],
      rows: { id: "1" },
      says: ["the form has no sheet 'Pivot'"],
    },
  ],
  check: wholePoam(({ registers, template, workbook }) => {
    // Whatever the sheet of the items is called: its name is another rule's.
    const known = [registers[0]!.sheet, ...template.sheets.map(({ name }) => name), ...(template.otherSheets ?? [])];
    const names = new Set(known.map(plain));
    return workbook.sheets
      .filter(({ name }) => !names.has(plain(name)))
      .map(({ name }) => ({ at: { sheet: name, row: 1, column: 1 }, message: `the form has no sheet '${name}'` }));
  }),
});

function plain(name: string): string {
  return name.trim().toLowerCase();
}
