import { differing } from "./differing.js";
import { rule, wholePoam } from "./rule.js";

export default rule({
  id: "sheet-missing",
  summary: "A sheet of the form is missing",
  why: "Reviewers and importing systems look for items on the form's own sheets; closed items have nowhere to go without theirs.",
  help: "Copy the sheet from the blank form, with its headings.",
  severity: "error",
  examples: [
    { rows: [], closed: [] },
    {
      rows: [{ id: "V-1" }],
      without: ["Closed POA&M Items"],
      says: ["the form's sheet 'Closed POA&M Items' is missing"],
    },
  ],
  check: wholePoam((poam) =>
    differing(poam, "sheet-missing", ({ expected, found }) =>
      found ? `'${expected}' is ${found}` : `the form's sheet '${expected}' is missing`,
    ),
  ),
});
