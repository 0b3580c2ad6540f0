import { differing } from "./differing.js";
import { quoted } from "./quoted.js";
import { rule, wholePoam } from "./rule.js";

export default rule({
  id: "heading-altered",
  summary: "A heading of the form was changed",
  why: "Headings may not be altered: people and programs find the columns by them.",
  help: "Write the heading as the blank form has it.",
  severity: "error",
  examples: [
    { title: "case and blanks do not matter", rows: { id: "V-1" }, headings: { Controls: " controls " } },
    {
      rows: { id: "V-1" },
      headings: { "Asset Identifier": "Asset Identifer" },
      says: ['"Asset Identifer" should read "Asset Identifier"'],
    },
    {
      title: "a remark added below",
      rows: { id: "V-1" },
      headings: { Comments: "Comments\n(internal)" },
      says: ['"Comments (internal)" should read "Comments"'],
    },
  ],
  check: wholePoam((poam) =>
    differing(poam, "heading-altered", ({ found, expected }) => `${quoted(found)} should read ${quoted(expected)}`),
  ),
});
