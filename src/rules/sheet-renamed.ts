import { differing } from "./differing.js";
import { quoted } from "./quoted.js";
import { rule, wholePoam } from "./rule.js";

export default rule({
  id: "sheet-renamed",
  summary: "A sheet of the form under another name",
  why: "Reviewers and the systems that import the form look for its sheets by name.",
  help: "Give the sheet the form's own name.",
  severity: "error",
  examples: [
    { rows: [{ id: "V-1" }] },
    {
      rows: [{ id: "V-1" }],
      sheets: { "Open POA&M Items": "Open" },
      says: ['"Open" should be named "Open POA&M Items"'],
    },
  ],
  check: wholePoam((poam) =>
    differing(poam, "sheet-renamed", ({ found, expected }) => `${quoted(found)} should be named ${quoted(expected)}`),
  ),
});
