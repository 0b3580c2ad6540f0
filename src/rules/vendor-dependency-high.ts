import { daysBetween } from "../model/date.js";
import { effectiveRating } from "../model/lateness.js";
import { eachItem, rule } from "./rule.js";

const WAITING = { id: "V-1", vendorDependency: "Yes", originalRating: "High" };

export default rule({
  id: "vendor-dependency-high",
  summary: "An item that waits for its vendor and is still rated High",
  why: "A fresh check-in excuses the missing fix, not the exposure: within its first month a High weakness must at least be mitigated so far that it can be rated Moderate.",
  help: "Mitigate it, request a risk adjustment to Moderate, and enter the adjusted rating once it is approved.",
  severity: "error",
  options: {
    days: { summary: "how many days after detection such an item may keep its rating", default: 30 },
    ratings: { summary: "the ratings that may not be kept", default: ["High", "Very High", "Critical"] },
  },
  examples: [
    { title: "the thirtieth day", rows: { ...WAITING, detectedOn: "2026-03-01" } },
    { rows: { ...WAITING, detectedOn: "2026-01-01", originalRating: "Moderate" } },
    {
      title: "adjusted to Moderate",
      rows: { ...WAITING, detectedOn: "2026-01-01", adjustedRating: "Moderate", riskAdjustment: "Yes" },
    },
    { title: "no detection date", rows: WAITING },
    { title: "a closed item", rows: [], closed: [{ ...WAITING, detectedOn: "2026-01-01" }] },
    {
      rows: { ...WAITING, detectedOn: "2026-02-28" },
      says: ["waits for its vendor and is still High 31 days after detection on 2026-02-28 (at most 30)"],
    },
    {
      title: "an adjustment that is not approved yet",
      rows: { ...WAITING, detectedOn: "2026-01-01", adjustedRating: "Moderate", riskAdjustment: "Pending" },
      says: ["waits for its vendor and is still High 89 days after detection on 2026-01-01 (at most 30)"],
    },
  ],
  check: eachItem(
    (item, { asOf, option }) => {
      const { state, vendorDependency, detectedOn, falsePositive } = item;
      if (state !== "open" || vendorDependency?.value !== "Yes" || falsePositive?.value === "Yes") return undefined;
      const rating = effectiveRating(item);
      if (!rating?.value || !detectedOn?.value) return undefined;
      const [age, limit] = [daysBetween(detectedOn.value, asOf), option("days") as number];
      if (age <= limit || !(option("ratings") as readonly string[]).includes(rating.value)) return undefined;
      return {
        at: rating,
        field: rating === item.originalRating ? "originalRating" : "adjustedRating",
        message: `waits for its vendor and is still ${rating.value} ${age} days after detection on ${detectedOn.value} (at most ${limit})`,
        related: [
          { at: vendorDependency, label: "vendor dependency" },
          { at: detectedOn, label: "detected" },
        ],
      };
    },
    ["vendorDependency", "originalRating", "detectedOn"],
  ),
});
