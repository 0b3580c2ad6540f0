import { differing } from "./differing.js";
import { quoted } from "./quoted.js";
import { rule, wholePoam } from "./rule.js";

export default rule({
  id: "heading-missing",
  summary: "A column of the form is missing",
  why: "The form's columns may not be removed: what they ask for is needed of every item, and tools that read the form stop at the gap.",
  help: "Put the column back, with its heading as the blank form has it.",
  severity: "error",
  examples: [
    { rows: { id: "V-1" } },
    { rows: { id: "V-1" }, headings: { Comments: "" }, says: ['the form\'s column "Comments" is missing'] },
  ],
  check: wholePoam((poam) =>
    differing(poam, "heading-missing", ({ expected }) => `the form's column ${quoted(expected)} is missing`),
  ),
});
