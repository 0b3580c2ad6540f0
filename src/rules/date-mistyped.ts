import { hasTimeOfDay, mayMeanAnother, tellsOrder } from "../codecs/date.js";
import { type IsoDate, toSerial } from "../model/date.js";
import type { FieldName } from "../model/field.js";
import type { Fix } from "../model/finding.js";
import type { DateCell } from "../model/item.js";
import type { Poam } from "../model/poam.js";
import { cellFix } from "./cell-fix.js";
import { type DateJudgement, dateFieldsOf, eachDate } from "./date-cells.js";
import { rule } from "./rule.js";

export default rule({
  id: "date-mistyped",
  summary: "A date that the workbook does not store as a date",
  why: "Excel neither sorts nor counts text dates, the form's own formulas and drop-downs pass over them, and a bare serial number tells a reader nothing.",
  help: "Enter the day as a date. In Excel: Data → Text to Columns → Finish turns a column of text dates into real ones.",
  severity: "warning",
  fixable: "safe",
  examples: [
    { rows: { id: "V-1", detectedOn: "2026-03-14" } },
    {
      asText: true,
      rows: { id: "V-1", detectedOn: "2026-03-14" },
      says: ["2026-03-14 is stored as text, not as a date"],
      fixed: { id: "V-1", detectedOn: "2026-03-14" },
    },
    {
      title: "a time of day would be lost",
      asText: true,
      rows: { id: "V-1", detectedOn: "March 14, 2026 9:30 PM", statusDate: "3/25/2026 00:00:00" },
      says: [
        "March 14, 2026 9:30 PM (2026-03-14) is stored as text, not as a date",
        "3/25/2026 00:00:00 (2026-03-25) is stored as text, not as a date",
      ],
      fixed: { id: "V-1", detectedOn: "2026-03-14", statusDate: "2026-03-25" },
    },
    {
      title: "planned milestones are left as they are",
      template: "emass-navy-2026",
      asText: true,
      rows: { id: "1", milestoneDue: "2026-05-14" },
      says: ["2026-05-14 is stored as text, not as a date"],
    },
    {
      title: "the only sign of how the workbook's ambiguous dates are read",
      asText: true,
      rows: { id: "V-1", detectedOn: "03/04/2026", scheduledCompletion: "2026-04-03", statusDate: "03/25/2026" },
      says: ["2026-04-03 is stored as text, not as a date", "03/25/2026 (2026-03-25) is stored as text, not as a date"],
      fixed: { id: "V-1", detectedOn: "03/04/2026", scheduledCompletion: "2026-04-03", statusDate: "03/25/2026" },
    },
    {
      title: "years of two digits",
      asText: true,
      rows: { id: "V-1", detectedOn: "14-Mar-26", scheduledCompletion: "2/13/30" },
      says: [
        "14-Mar-26 (2026-03-14) is stored as text, not as a date",
        "2/13/30 (2030-02-13) is stored as text, not as a date",
      ],
      fixed: { id: "V-1", detectedOn: "2026-03-14", scheduledCompletion: "2030-02-13" },
    },
    {
      title: "it can mean another day: its first number can be the year, its year 1999, its weekday is another's",
      asText: true,
      rows: [
        { id: "V-1", detectedOn: "26-Feb-12", statusDate: "12/31/99" },
        { id: "V-2", detectedOn: "Friday, February 12, 2026" },
      ],
      says: [
        "26-Feb-12 (2012-02-26) is stored as text, not as a date",
        "12/31/99 (2099-12-31) is stored as text, not as a date",
        "Friday, February 12, 2026 (2026-02-12) is stored as text, not as a date",
      ],
    },
    {
      title: "a day before the calendar of some workbooks",
      asText: true,
      rows: { id: "V-1", detectedOn: "1903-12-31" },
      says: ["1903-12-31 is stored as text, not as a date"],
    },
  ],
  check: eachDate(({ poam, asOf }) => {
    // A CSV has no types: text is all there is.
    if (poam.workbook.format === "csv") return undefined;
    let ambiguous: boolean | undefined;
    const isEvidence = (text: string) => tellsOrder(text) && (ambiguous ??= holdsAmbiguous(poam));
    return (cell, field) => mistyped(cell, field, asOf, isEvidence);
  }),
});

function mistyped(
  cell: DateCell,
  field: FieldName,
  asOf: IsoDate,
  isEvidence: (text: string) => boolean,
): ReturnType<DateJudgement> {
  const { doubt, text, value, kind } = cell;
  if (value === undefined) return undefined;
  if (doubt === "unformatted") {
    const message = `the number ${text} stands for ${value} but is not formatted as a date`;
    return { message, ...typed(cell, field, !/^\d+$/.test(text)) };
  }
  if (kind !== "text" || doubt) return undefined;
  if (text === value) return { message: `${text} is stored as text, not as a date`, ...typed(cell, field, false) };
  const read = text.trim() === value ? "" : ` (${value})`;
  const message = `${text.trim()}${read} is stored as text, not as a date`;
  if (mayMeanAnother(text, value, asOf)) return { message, help: ANOTHER_DAY };
  return isEvidence(text) ? { message, help: AMBIGUOUS_FIRST } : { message, ...typed(cell, field, hasTimeOfDay(text)) };
}

const ANOTHER_DAY = "The text can mean another day too: enter the one that is meant as a date.";

/** Once such a text is a real date, nothing tells any more how the ambiguous ones beside it are to be read. */
const AMBIGUOUS_FIRST =
  "Correct the workbook's ambiguous dates first: texts such as this one show whether their month or their day comes first.";

function holdsAmbiguous(poam: Poam): boolean {
  if (poam.submittedOn?.doubt === "ambiguous") return true;
  const fields = dateFieldsOf(poam);
  for (const item of poam.items()) {
    for (const row of [item, ...item.continuations]) {
      if (fields.some((field) => row.kindOf(field) === "text" && row[field]!.doubt === "ambiguous")) return true;
    }
  }
  return false;
}

/** Of Excel's two calendars the one that begins later. */
const STARTS_1904 = true;

/** The same day as a real date. What is planned is not touched, and a time of day is not dropped unasked. */
function typed(cell: DateCell, field: FieldName, hasTime: boolean): { readonly fix?: Fix } {
  if (field === "milestoneDue" || toSerial(cell.value!, STARTS_1904) === undefined) return {};
  const title = `enter ${cell.value} as a date${hasTime ? ", without its time of day" : ""}`;
  return cellFix(cell, { date: cell.value! }, title, hasTime ? "unsafe" : "safe");
}
