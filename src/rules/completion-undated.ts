import { readDate } from "../codecs/date.js";
import type { IsoDate } from "../model/date.js";
import { eachItemOf, hasField, rule } from "./rule.js";

export default rule({
  id: "completion-undated",
  summary: "A completed item that does not say since when",
  why: "The day of completion decides whether the item was closed in time. A form without a column for it has it behind the status.",
  help: "Write the day behind the status: Completed 11/13/2025.",
  severity: "error",
  examples: [
    { template: "emass-2020", rows: { id: "1", status: "Completed 11/13/2025" } },
    { title: "an open item", template: "emass-2020", rows: { id: "1", status: "Ongoing" } },
    {
      title: "a form that has a column for the day",
      template: "emass-navy-2026",
      rows: { id: "1", status: "Completed" },
    },
    {
      title: "not a day at all is no status of the form",
      template: "emass-2020",
      rows: { id: "1", status: "Completed in May" },
    },
    { template: "emass-2020", rows: { id: "1", status: "Completed" }, says: ["Completed, but no day behind it"] },
    {
      template: "emass-2020",
      rows: [
        { id: "1", status: "Completed 02/30/2026" },
        { id: "2", status: "Completed 11/13/2026" },
      ],
      says: [
        "Completed 02/30/2026: there is no such day",
        "Completed 11/13/2026: that day lies in the future (as of 2026-03-31)",
      ],
    },
  ],
  check: eachItemOf(({ poam, asOf }) => {
    if (hasField(poam, "completedOn") || !hasField(poam, "status")) return undefined;
    return ({ status }) => {
      const fault = status?.value && faultIn(status.value, asOf);
      return fault ? { at: status, field: "status", message: `${status.value}${fault}` } : undefined;
    };
  }),
});

function faultIn(status: string, asOf: IsoDate): string | undefined {
  const found = COMPLETED.exec(status);
  if (!found) return undefined;
  if (!found[1]) return ", but no day behind it";
  const day = readDate(found[1], "mdy").value;
  if (day === undefined) return ": there is no such day";
  return day > asOf ? `: that day lies in the future (as of ${asOf})` : undefined;
}

const COMPLETED = /^completed(?:\s+(\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}))?$/i;
