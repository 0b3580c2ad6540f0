import { rule, wholePoam } from "./rule.js";

export default rule({
  id: "template-outdated",
  summary: "The form has been replaced by a newer one",
  why: "Reviewers expect the current form; its columns and instructions differ, and a POA&M in an older one may be sent back.",
  help: "Move the items to the current form, column by column as its headings say.",
  severity: "warning",
  options: { current: { summary: "the form that has replaced this one; blank: it is current", default: "" } },
  examples: [
    { title: "nothing has replaced it", rows: [] },
    {
      options: { current: "template 3.0 (2025-11-17)" },
      rows: [],
      says: ["FedRAMP POA&M template 2.1 (2024-03-29) has been replaced by template 3.0 (2025-11-17)"],
    },
  ],
  check: wholePoam(({ template, registers }, { option }) => {
    const current = option("current") as string;
    if (current === "") return undefined;
    const at = { sheet: registers[0]!.sheet, row: 1, column: 1 };
    return { at, message: `${template.title} has been replaced by ${current}` };
  }),
});
