import { oddRows } from "./odd-rows.js";
import { rule, wholePoam } from "./rule.js";

export default rule({
  id: "example-left-in",
  summary: "The form's example item is still in the register",
  why: "It is counted by whoever counts rows, and shows that nobody looked the form over before it was sent.",
  help: "Delete the example's row, or clear it.",
  severity: "warning",
  examples: [
    { rows: { id: "V-1" } },
    { rows: [{ id: "V-1Example", weakness: "Open port" }], says: ["the form's example, V-1Example, is still here"] },
  ],
  check: wholePoam((poam) =>
    oddRows(poam, "example-left-in", ({ text }) => `the form's example, ${text}, is still here`),
  ),
});
