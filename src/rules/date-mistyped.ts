import { type DateJudgement, eachDate } from "./date-cells.js";
import { rule } from "./rule.js";

export default rule({
  id: "date-mistyped",
  summary: "A date that the workbook does not store as a date",
  why: "Excel neither sorts nor counts text dates, the form's own formulas and drop-downs pass over them, and a bare serial number tells a reader nothing.",
  help: "Enter the day as a date. In Excel: Data → Text to Columns → Finish turns a column of text dates into real ones.",
  severity: "warning",
  examples: [
    { rows: { id: "V-1", detectedOn: "2026-03-14" } },
    {
      asText: true,
      rows: { id: "V-1", detectedOn: "2026-03-14" },
      says: ["2026-03-14 is stored as text, not as a date"],
    },
  ],
  check: eachDate(({ poam }) =>
    // A CSV has no types: text is all there is.
    poam.workbook.format === "csv" ? undefined : mistyped,
  ),
});

const mistyped: DateJudgement = ({ doubt, text, value, kind }) => {
  if (value === undefined) return undefined;
  if (doubt === "unformatted")
    return { message: `the number ${text} stands for ${value} but is not formatted as a date` };
  if (kind !== "text" || doubt) return undefined;
  const read = text.trim() === value ? "" : ` (${value})`;
  return { message: `${text.trim()}${read} is stored as text, not as a date` };
};
