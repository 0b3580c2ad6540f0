import { FIELDS, type FieldName } from "../model/field.js";
import { eachDate } from "./date-cells.js";
import { rule } from "./rule.js";

export default rule({
  id: "date-in-future",
  summary: "Something is recorded as done on a day that has not come yet",
  why: "Nobody can have detected, checked or completed anything tomorrow: the year or the month is wrong, and with it the item's age.",
  help: "Correct the date, or leave it blank until it has happened.",
  severity: "error",
  examples: [
    { title: "a plan may lie ahead", rows: { id: "V-1", scheduledCompletion: "2026-09-01" } },
    {
      rows: { id: "V-1", detectedOn: "2026-12-01" },
      says: ["detection date 2026-12-01 lies in the future (as of 2026-03-31)"],
    },
    {
      rows: { id: "V-1", statusDate: "2027-03-01" },
      says: ["status date 2027-03-01 lies in the future (as of 2026-03-31)"],
    },
  ],
  check: eachDate(
    ({ asOf }) =>
      ({ value }, field) =>
        value !== undefined && value > asOf && PAST.has(field)
          ? { message: `${FIELDS[field].label} ${value} lies in the future (as of ${asOf})` }
          : undefined,
  ),
});

const PAST: ReadonlySet<FieldName> = new Set<FieldName>([
  "detectedOn",
  "statusDate",
  "vendorCheckIn",
  "completedOn",
  "milestoneCompletedOn",
  "remediatedOn",
]);
