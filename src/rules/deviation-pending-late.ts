import { lateness, type Windows } from "../model/lateness.js";
import { deviationsOf, named } from "./deviations.js";
import { eachItem, rule } from "./rule.js";

const OPTIONS = { windows: { High: 30, Moderate: 90, Low: 180 } };
const LATE = { id: "V-1", detectedOn: "2026-01-02", originalRating: "High" };

export default rule({
  id: "deviation-pending-late",
  summary: "An overdue item whose deviation is still pending",
  why: "A request does not stop the clock: until it is approved the item is late. Reviewers list such items apart from those that nobody has asked about.",
  help: "Ask for the decision and name the request in the monthly report. If it is refused, answer No and remediate.",
  severity: "warning",
  options: {
    windows: { summary: "days from detection to completion for each rating", default: {} },
    checkInDays: { summary: "how long a vendor dependency holds after a check-in, in days", default: 30 },
  },
  examples: [
    { title: "not late yet", options: OPTIONS, rows: { ...LATE, detectedOn: "2026-03-01", falsePositive: "Pending" } },
    { title: "nothing requested", options: OPTIONS, rows: LATE },
    { title: "approved", options: OPTIONS, rows: { ...LATE, falsePositive: "Yes" } },
    {
      options: OPTIONS,
      rows: { ...LATE, falsePositive: "Pending" },
      says: ["false positive still Pending, 58 days after the due date, 2026-02-01"],
    },
    {
      options: OPTIONS,
      rows: {
        ...LATE,
        detectedOn: "2026-02-28",
        riskAdjustment: "Pending",
        adjustedRating: "Low",
        operationalRequirement: "Pending",
      },
      says: ["risk adjustment and operational requirement still Pending, 1 day after the due date, 2026-03-30"],
    },
  ],
  check: eachItem((item, { poam, asOf, option }) => {
    if (item.state !== "open") return undefined;
    const pending = deviationsOf(item, "Pending");
    if (pending.length === 0) return undefined;
    const { due, daysOverdue } = lateness(item, {
      asOf,
      windows: option("windows") as Windows,
      checkInDays: option("checkInDays") as number,
      submittedOn: poam.submittedOn?.value ?? asOf,
    });
    if (daysOverdue === 0) return undefined;
    const days = daysOverdue === 1 ? "1 day" : `${daysOverdue} days`;
    const message = `${named(pending)} still Pending, ${days} after the due date, ${due}`;
    return { at: item[pending[0]!]!, field: pending[0]!, message };
  }),
});
