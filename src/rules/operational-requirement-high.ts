import type { Rating } from "../model/rating.js";
import { eachItem, rule } from "./rule.js";

const ITEM = { id: "V-1", originalRating: "High", operationalRequirement: "Pending" };

export default rule({
  id: "operational-requirement-high",
  summary: "An operational requirement for a weakness that is rated High",
  why: "An operational requirement lets a weakness stay for good; for one that is rated High that is not approved.",
  help: "Mitigate it, and request the risk adjustment together with the operational requirement: one request may hold both.",
  severity: "error",
  options: {
    ratings: { summary: "the ratings for which none is approved", default: ["High", "Very High", "Critical"] },
  },
  examples: [
    { rows: { ...ITEM, originalRating: "Moderate" } },
    { title: "refused", rows: { ...ITEM, operationalRequirement: "No" } },
    {
      title: "requested together with the adjustment that it needs",
      rows: { ...ITEM, adjustedRating: "Moderate", riskAdjustment: "Pending" },
    },
    { rows: ITEM, says: ["operational requirement is Pending for a weakness that is rated High"] },
    {
      title: "the adjustment was refused",
      rows: { ...ITEM, operationalRequirement: "Yes", adjustedRating: "Moderate", riskAdjustment: "No" },
      says: ["operational requirement is Yes for a weakness that is rated High"],
    },
  ],
  check: eachItem(
    (item, { option }) => {
      const { state, operationalRequirement, riskAdjustment, originalRating, adjustedRating } = item;
      const answer = operationalRequirement?.value;
      if (state !== "open" || (answer !== "Yes" && answer !== "Pending")) return undefined;
      const isAdjusted = riskAdjustment?.value === "Yes" || riskAdjustment?.value === "Pending";
      const rating: Rating | undefined = (isAdjusted && adjustedRating?.value) || originalRating?.value;
      if (!rating || !(option("ratings") as readonly string[]).includes(rating)) return undefined;
      return {
        at: operationalRequirement!,
        field: "operationalRequirement",
        message: `operational requirement is ${answer} for a weakness that is rated ${rating}`,
        related: [{ at: originalRating!, label: "rating" }],
      };
    },
    ["operationalRequirement", "originalRating"],
  ),
});
