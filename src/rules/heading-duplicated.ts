import { differing } from "./differing.js";
import { quoted } from "./quoted.js";
import { rule, wholePoam } from "./rule.js";

export default rule({
  id: "heading-duplicated",
  summary: "Two columns bear the same heading",
  why: "Only one of them is read; what stands in the other is lost to everyone who relies on the headings.",
  help: "Merge the two columns, or give the second a heading of its own.",
  severity: "error",
  examples: [
    { rows: { id: "V-1" } },
    { rows: { id: "V-1" }, extra: ["Comments"], says: ['"Comments" stands here a second time; the first is read'] },
  ],
  check: wholePoam((poam) =>
    differing(
      poam,
      "heading-duplicated",
      ({ found }) => `${quoted(found)} stands here a second time; the first is read`,
    ),
  ),
});
