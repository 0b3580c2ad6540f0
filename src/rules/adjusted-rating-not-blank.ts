import { isPlaceholder, saysNothing } from "../codecs/placeholder.js";
import { cellFix } from "./cell-fix.js";
import { quoted } from "./quoted.js";
import { eachItem, rule } from "./rule.js";

export default rule({
  id: "adjusted-rating-not-blank",
  summary: "N/A as adjusted rating, where the form wants a blank cell",
  why: "The form's guidance asks for a blank where no adjustment was made, although its list still offers N/A; tools that count adjustments take any text for one.",
  help: "Leave the cell blank.",
  severity: "warning",
  fixable: "safe",
  examples: [
    { template: "fedramp-rev5-v3.0", rows: { id: "V-1", riskAdjustment: "No" } },
    {
      title: "an adjustment needs a rating: that is another finding",
      rows: { id: "V-1", riskAdjustment: "Yes", adjustedRating: "N/A" },
    },
    {
      template: "fedramp-rev5-v3.0",
      rows: { id: "V-1", riskAdjustment: "No", adjustedRating: "N/A" },
      says: ['"N/A" is to be left blank'],
      fixed: { id: "V-1", riskAdjustment: "No" },
    },
    {
      title: "a rating is owed: that must not be forgotten",
      template: "fedramp-rev5-v3.0",
      rows: { id: "V-1", riskAdjustment: "No", adjustedRating: "TBD" },
      says: ['"TBD" is to be left blank'],
    },
  ],
  check: eachItem(
    ({ adjustedRating, riskAdjustment }) => {
      if (!adjustedRating || !isPlaceholder(adjustedRating.text)) return undefined;
      if (riskAdjustment?.value === "Yes" || riskAdjustment?.value === "Pending") return undefined;
      return {
        at: adjustedRating,
        field: "adjustedRating",
        message: `${quoted(adjustedRating.text)} is to be left blank`,
        ...(saysNothing(adjustedRating.text) ? cellFix(adjustedRating, null, "leave it blank") : {}),
      };
    },
    ["adjustedRating"],
  ),
});
