import { differing } from "./differing.js";
import { quoted } from "./quoted.js";
import { rule, wholePoam } from "./rule.js";

export default rule({
  id: "heading-moved",
  summary: "A column stands out of the form's order",
  why: "Reviewers compare POA&Ms column by column, and programs that read by position put values under the wrong heading.",
  help: "Move the column back to where the blank form has it.",
  severity: "error",
  examples: [
    { columns: ["id", "controls", "weakness", "comments"], rows: { id: "V-1" } },
    {
      columns: ["id", "controls", "comments", "weakness", "description", "source", "assets"],
      rows: { id: "V-1" },
      says: ['"Comments" stands out of the form\'s order'],
    },
  ],
  check: wholePoam((poam) =>
    differing(poam, "heading-moved", ({ found }) => `${quoted(found)} stands out of the form's order`),
  ),
});
