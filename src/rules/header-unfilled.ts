import { rule, wholePoam } from "./rule.js";

export default rule({
  id: "header-unfilled",
  summary: "The header block is not filled in",
  why: "Without system, impact level and date nobody can tell whose POA&M this is or which month it speaks for; windows and check-ins are measured against its date.",
  help: "Fill in the cell under (or beside) the label.",
  severity: "error",
  examples: [
    { rows: [] },
    { header: { organization: "Text" }, rows: [], says: ['CSP still holds the form\'s own "Text"'] },
    { header: { poamDate: "" }, rows: [], says: ["POAM Date is not filled in"] },
  ],
  check: wholePoam(({ header }) =>
    header
      .filter(({ entry, filled }) => entry.required && !filled)
      .map(({ entry, value, label }) => ({
        at: value,
        message:
          value.value === undefined
            ? `${entry.label} is not filled in`
            : `${entry.label} still holds the form's own ${value.text.length > 24 ? "guidance" : `"${value.value}"`}`,
        related: [{ at: label, label: "label" }],
      })),
  ),
});
