import { oddRows } from "./odd-rows.js";
import { rule, wholePoam } from "./rule.js";

export default rule({
  id: "guidance-overwritten",
  summary: "An item was written over one of the form's guidance rows",
  why: "The guidance rows are part of the form and may not be removed, and the item's untouched cells now hold the form's words (`Mandatory`) as if they were data.",
  help: "Move the item down to the first free row and restore the guidance row from the blank form.",
  severity: "error",
  examples: [
    { template: "fedramp-rev5-v3.0", rows: { id: "V-1" } },
    {
      template: "fedramp-rev5-v3.0",
      rows: { id: "V-1", weakness: "Open port" },
      overwrite: true,
      says: ["item V-1 stands on a guidance row; 25 of its cells still hold the form's own text"],
    },
  ],
  check: wholePoam((poam) =>
    oddRows(poam, "guidance-overwritten", ({ text, leftovers }) => {
      const cells =
        leftovers.length === 1 ? "1 of its cells still holds" : `${leftovers.length} of its cells still hold`;
      return `item ${text} stands on a guidance row; ${cells} the form's own text`;
    }),
  ),
});
