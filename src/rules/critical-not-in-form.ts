import type { Issue } from "../model/finding.js";
import { cellFix } from "./cell-fix.js";
import { eachItemOf, rule } from "./rule.js";

const RATED = ["originalRating", "adjustedRating"] as const;

export default rule({
  id: "critical-not-in-form",
  summary: "A rating of Critical, which the form's list does not have",
  why: "Scanners rate Critical, the form knows High at most: its formula gives a Critical item no due date, and filters and counts by rating leave it out.",
  help: "Enter High. Critical counts as High, with the same days to completion; name the scanner's rating in the comments.",
  severity: "warning",
  fixable: "unsafe",
  examples: [
    { rows: { id: "V-1", originalRating: "High", adjustedRating: "N/A" } },
    { title: "another form's list", template: "generic", rows: { id: "V-1", originalRating: "Critical" } },
    {
      rows: { id: "V-1", originalRating: "critical" },
      says: ['"critical" is not in the form\'s list: it counts as High'],
      fixed: { id: "V-1", originalRating: "High" },
    },
    {
      rows: { id: "V-1", originalRating: "High", adjustedRating: "Critical" },
      says: ['"Critical" is not in the form\'s list: it counts as High'],
      fixed: { id: "V-1", originalRating: "High", adjustedRating: "High" },
    },
    {
      title: "a form with numerals",
      template: "emass-2020",
      rows: { id: "1", originalRating: "Critical" },
      says: ['"Critical" is not in the form\'s list: it counts as High'],
    },
  ],
  check: eachItemOf(({ poam }) => {
    const listed = poam.registers.flatMap(({ columns }) =>
      columns.filter(({ list }) => list && !list.includes("Critical")),
    );
    const fields = RATED.filter((field) => listed.some((column) => column.field === field));
    if (fields.length === 0) return undefined;
    const lacksHigh = listed.some(({ field, list }) => fields.some((one) => one === field) && !list!.includes("High"));
    return (item) => {
      let issues: Issue[] | undefined;
      for (const field of fields) {
        const cell = item[field];
        if (cell?.value !== "Critical") continue;
        const message = `"${cell.text.trim()}" is not in the form's list: it counts as High`;
        (issues ??= []).push({
          at: cell,
          field,
          message,
          ...cellFix(cell, lacksHigh ? undefined : "High", "write High", "unsafe"),
        });
      }
      return issues;
    };
  }),
});
