import { daysBetween } from "../model/date.js";
import { lateness, type Windows } from "../model/lateness.js";
import { eachItem, rule } from "./rule.js";

const OPTIONS = { windows: { High: 30, Moderate: 90, Low: 180 } };
const ASKED = { id: "V-1", originalRating: "High", adjustedRating: "Moderate", riskAdjustment: "Pending" };

export default rule({
  id: "deviation-near-due",
  summary: "A risk adjustment still pending shortly before the item is due",
  why: "A request for more time that comes with the deadline looks like a way round it, and it will hardly be decided before the item is late.",
  help: "Ask for the decision now, and plan as if it were refused. Request adjustments soon after detection.",
  severity: "info",
  options: {
    days: { summary: "how many days before the due date", default: 7 },
    windows: { summary: "days from detection to completion for each rating", default: {} },
    checkInDays: { summary: "how long a vendor dependency holds after a check-in, in days", default: 30 },
  },
  examples: [
    { title: "seven days left", options: OPTIONS, rows: { ...ASKED, detectedOn: "2026-03-08" } },
    { title: "late already", options: OPTIONS, rows: { ...ASKED, detectedOn: "2026-02-28" } },
    { title: "decided", options: OPTIONS, rows: { ...ASKED, detectedOn: "2026-03-07", riskAdjustment: "No" } },
    {
      options: OPTIONS,
      rows: { ...ASKED, detectedOn: "2026-03-07" },
      says: ["risk adjustment still Pending 6 days before the due date, 2026-04-06"],
    },
    {
      title: "due today",
      options: OPTIONS,
      rows: { ...ASKED, detectedOn: "2026-03-01" },
      says: ["risk adjustment still Pending on the due date, 2026-03-31"],
    },
  ],
  check: eachItem(
    (item, { poam, asOf, option }) => {
      if (item.state !== "open" || item.riskAdjustment?.value !== "Pending") return undefined;
      const windows = option("windows") as Windows;
      const checkInDays = option("checkInDays") as number;
      const { due } = lateness(item, { asOf, windows, checkInDays, submittedOn: poam.submittedOn?.value ?? asOf });
      const left = due === undefined ? -1 : daysBetween(asOf, due);
      if (left < 0 || left >= (option("days") as number)) return undefined;
      const before = left === 0 ? "on" : left === 1 ? "1 day before" : `${left} days before`;
      const message = `risk adjustment still Pending ${before} the due date, ${due}`;
      return { at: item.riskAdjustment, field: "riskAdjustment", message };
    },
    ["riskAdjustment"],
  ),
});
