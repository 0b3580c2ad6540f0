import type { Rating } from "../model/rating.js";
import { eachItem, rule } from "./rule.js";

const ITEM = { id: "V-1", originalRating: "High" };

export default rule({
  id: "risk-adjustment-contradicted",
  summary: "The adjusted rating and the answer on risk adjustment contradict each other",
  why: "The due date follows the adjusted rating only where an adjustment was approved. If the two do not agree, nobody can say how long the item may stay open.",
  help: "Answer Pending or Yes where an adjustment was requested or approved; else leave the original rating alone to count.",
  severity: "error",
  examples: [
    { rows: { ...ITEM, adjustedRating: "Moderate", riskAdjustment: "Yes" } },
    { title: "the same rating, no adjustment", rows: { ...ITEM, adjustedRating: "High", riskAdjustment: "No" } },
    { title: "N/A", rows: { ...ITEM, adjustedRating: "N/A", riskAdjustment: "No" } },
    {
      title: "Critical written as the form's High",
      rows: { id: "V-1", originalRating: "Critical", adjustedRating: "High", riskAdjustment: "No" },
    },
    {
      rows: { ...ITEM, adjustedRating: "Moderate", riskAdjustment: "No" },
      says: ["adjusted from High to Moderate, but risk adjustment is No"],
    },
    {
      rows: { ...ITEM, adjustedRating: "High", riskAdjustment: "Pending" },
      says: ["risk adjustment is Pending, but the adjusted rating is the original one, High"],
    },
  ],
  check: eachItem(
    ({ originalRating, adjustedRating, riskAdjustment }) => {
      const [original, adjusted, answer] = [originalRating?.value, adjustedRating?.value, riskAdjustment?.value];
      if (!original || !adjusted || !answer) return undefined;
      const related = [
        { at: originalRating!, label: "original rating" },
        { at: adjustedRating!, label: "adjusted rating" },
      ];
      if (answer === "No") {
        if (inForm(original) === inForm(adjusted)) return undefined;
        const message = `adjusted from ${original} to ${adjusted}, but risk adjustment is No`;
        return { at: riskAdjustment!, field: "riskAdjustment", message, related };
      }
      if (original !== adjusted) return undefined;
      const message = `risk adjustment is ${answer}, but the adjusted rating is the original one, ${original}`;
      return { at: riskAdjustment!, field: "riskAdjustment", message, related };
    },
    ["originalRating", "adjustedRating", "riskAdjustment"],
  ),
});

function inForm(rating: Rating): Rating {
  return rating === "Critical" ? "High" : rating;
}
