import { RATINGS } from "../model/rating.js";
import { eachItem, rule } from "./rule.js";

const LOWERED = { id: "V-1", originalRating: "High", adjustedRating: "Low", riskAdjustment: "Pending" };

export default rule({
  id: "rating-lowered-far",
  summary: "A risk adjustment by more than one level",
  why: "From High to Low in one step is hardly ever approved, and an automated adjustment may move a rating by one level only.",
  help: "Request one level, or be ready to show for each part of the rating why so little of the risk is left.",
  severity: "warning",
  examples: [
    { title: "one level", rows: { ...LOWERED, adjustedRating: "Moderate" } },
    { title: "refused", rows: { ...LOWERED, riskAdjustment: "No" } },
    { title: "Critical counts as High", rows: { ...LOWERED, originalRating: "Critical", adjustedRating: "Moderate" } },
    { rows: LOWERED, says: ["adjusted from High to Low in one step"] },
    {
      rows: { ...LOWERED, riskAdjustment: "Yes", autoApprove: "Yes" },
      says: ["adjusted from High to Low in one step, and automatically"],
    },
  ],
  check: eachItem(
    ({ state, riskAdjustment, originalRating, adjustedRating, autoApprove }) => {
      const answer = riskAdjustment?.value;
      if (state !== "open" || (answer !== "Yes" && answer !== "Pending")) return undefined;
      const [original, adjusted] = [originalRating?.value, adjustedRating?.value];
      if (!original || !adjusted || level(original) - level(adjusted) < 2) return undefined;
      const automatic = autoApprove?.value === "Yes" ? ", and automatically" : "";
      return {
        at: adjustedRating!,
        field: "adjustedRating",
        message: `adjusted from ${original} to ${adjusted} in one step${automatic}`,
        related: [{ at: originalRating!, label: "original rating" }],
      };
    },
    ["riskAdjustment", "originalRating", "adjustedRating"],
  ),
});

/** Low 1, Moderate 2, High and all above 3. */
function level(rating: (typeof RATINGS)[number]): number {
  return Math.min(3, RATINGS.indexOf(rating));
}
