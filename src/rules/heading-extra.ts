import { differing } from "./differing.js";
import { quoted } from "./quoted.js";
import { rule, wholePoam } from "./rule.js";

export default rule({
  id: "heading-extra",
  summary: "A column that the form does not have",
  why: "Reviewers do not look for it, and some systems refuse a form with columns of its own.",
  help: "Keep it out of the copy that you submit, or at least behind the form's last column.",
  severity: "warning",
  examples: [
    { rows: { id: "V-1" } },
    { rows: { id: "V-1" }, extra: ["Jira ticket"], says: ['the form has no column "Jira ticket"'] },
  ],
  check: wholePoam((poam) =>
    differing(poam, "heading-extra", ({ found }) => `the form has no column ${quoted(found)}`),
  ),
});
