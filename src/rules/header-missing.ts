import { differing } from "./differing.js";
import { rule, wholePoam } from "./rule.js";

export default rule({
  id: "header-missing",
  summary: "The header block of the form is gone",
  why: "The block above the headings names the system and dates the POA&M. Forms without it are returned, and systems that import the form look for it by its place.",
  help: "Copy the rows above the headings from the blank form and fill them in.",
  severity: "error",
  examples: [
    { rows: [] },
    {
      header: false,
      rows: [],
      says: ["the form's header block is missing: CSP, System Name, Impact Level, POAM Date"],
    },
  ],
  check: wholePoam((poam) =>
    differing(poam, "header-missing", ({ expected }) => `the form's header block is missing: ${expected}`),
  ),
});
