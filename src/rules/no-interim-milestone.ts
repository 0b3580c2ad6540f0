import { daysBetween } from "../model/date.js";
import { effectiveRating } from "../model/lateness.js";
import type { Rating } from "../model/rating.js";
import { eachItem, rule } from "./rule.js";

const DAYS = { Critical: 30, "Very High": 60, High: 60, Moderate: 90, Low: 180, "Very Low": 180 };
const LONG = { id: "R-1", detectedOn: "2026-03-01", scheduledCompletion: "2026-05-31", originalRating: "Moderate" };

export default rule({
  id: "no-interim-milestone",
  summary: "A long plan without a step in between",
  why: "Whether a plan of several months holds shows only at its end, unless there is a step on the way that is met or missed.",
  help: "Divide the work into steps, each with its date, at least one of them well before the end.",
  severity: "info",
  options: {
    days: { summary: "days from detection to completion that need a step in between, by rating", default: DAYS },
  },
  examples: [
    { title: "90 days", rows: { ...LONG, scheduledCompletion: "2026-05-30", milestones: "(1) 2026-05-30: Patch" } },
    { title: "a step before the end", rows: { ...LONG, milestones: "(1) 2026-05-30: Patch" } },
    { title: "two steps", rows: { ...LONG, milestones: "Draft; Review" } },
    { title: "none at all is another fault", rows: LONG },
    {
      rows: { ...LONG, milestones: "(1) 2026-05-31: Patch" },
      says: ["91 days from 2026-03-01 to 2026-05-31 (Moderate), and no milestone in between"],
    },
  ],
  check: eachItem(
    (item, { option }) => {
      const { state, detectedOn, scheduledCompletion: end, milestones } = item;
      if (state !== "open" || !detectedOn?.value || !end?.value) return undefined;
      const rating = effectiveRating(item)?.value;
      const limit = rating && (option("days") as Partial<Record<Rating, number>>)[rating];
      const days = daysBetween(detectedOn.value, end.value);
      if (limit === undefined || days <= limit || !milestones || milestones.kind === "empty") return undefined;
      const steps = milestones.value ?? [];
      if (steps.length > 1 || steps.some(({ due }) => due && due < end.value!)) return undefined;
      const message = `${days} days from ${detectedOn.value} to ${end.value} (${rating}), and no milestone in between`;
      return { at: milestones, field: "milestones", message, related: [{ at: end, label: "completion date" }] };
    },
    ["milestones", "detectedOn", "scheduledCompletion"],
  ),
});
