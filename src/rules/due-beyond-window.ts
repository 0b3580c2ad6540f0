import { effectiveRating, type Windows, windowOf } from "../model/lateness.js";
import { eachItem, rule } from "./rule.js";

const WINDOWS = { windows: { Critical: 30, High: 30, Moderate: 90, Low: 180 } };

export default rule({
  id: "due-beyond-window",
  summary: "Scheduled completion is later than the rating allows",
  why: "The rating sets how long a weakness may stay open. A date beyond that hides lateness: the item turns late on the last allowed day, whatever the column says.",
  help: "Enter the last allowed day or an earlier one. A lower adjusted rating gives more time once its risk adjustment is approved (Yes), not while it is pending.",
  severity: "error",
  options: {
    windows: { summary: "days from detection to completion for each rating", default: {} },
  },
  examples: [
    {
      title: "the last allowed day",
      options: WINDOWS,
      rows: { id: "V-1", detectedOn: "2026-03-01", scheduledCompletion: "2026-05-30", originalRating: "Moderate" },
    },
    {
      options: WINDOWS,
      rows: { id: "V-1", detectedOn: "2026-03-01", scheduledCompletion: "2026-05-31", originalRating: "Moderate" },
      says: ["due 2026-05-31, but Moderate allows 90 days from 2026-03-01: until 2026-05-30"],
    },
    {
      title: "a pending adjustment gives no more time",
      options: WINDOWS,
      rows: {
        id: "V-1",
        detectedOn: "2026-03-01",
        scheduledCompletion: "2026-05-30",
        originalRating: "High",
        adjustedRating: "Moderate",
        riskAdjustment: "Pending",
      },
      says: ["due 2026-05-30, but High allows 30 days from 2026-03-01: until 2026-03-31"],
    },
    {
      title: "from the release of the fix that it waited for",
      options: WINDOWS,
      rows: {
        id: "V-1",
        detectedOn: "2026-01-02",
        scheduledCompletion: "2026-03-31",
        originalRating: "High",
        vendorDependency: "Yes",
        comments: "Release date: 2026-03-01",
      },
    },
  ],
  check: eachItem(
    (item, { asOf, option }) => {
      const due = item.scheduledCompletion;
      if (!due?.value || item.state === "configuration") return undefined;
      const window = windowOf(item, { asOf, windows: option("windows") as Windows });
      if (!window || due.value <= window.end) return undefined;
      return {
        at: due,
        field: "scheduledCompletion",
        message: `due ${due.value}, but ${window.rating} allows ${window.days} days from ${window.from}: until ${window.end}`,
        related: [
          window.released ? { at: item.comments!, label: "release" } : { at: item.detectedOn!, label: "detected" },
          { at: effectiveRating(item)!, label: "rating" },
        ],
      };
    },
    ["detectedOn", "scheduledCompletion", "originalRating"],
  ),
});
