import { oddRows } from "./odd-rows.js";
import { rule, wholePoam } from "./rule.js";

export default rule({
  id: "guidance-missing",
  summary: "Guidance rows of the form were deleted",
  why: "The form's instructions say that these rows must stay.",
  help: "Copy the rows below the headings from the blank form.",
  severity: "error",
  examples: [
    { template: "fedramp-rev5-v3.0", rows: { id: "V-1" } },
    {
      template: "fedramp-rev5-v3.0",
      rows: { id: "V-1", weakness: "Open port" },
      guidance: false,
      says: ["guidance rows below the headings: 0 of 3"],
    },
  ],
  check: wholePoam((poam) =>
    oddRows(poam, "guidance-missing", ({ text }) => `guidance rows below the headings: ${text}`),
  ),
});
