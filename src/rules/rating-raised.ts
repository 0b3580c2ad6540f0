import { RATINGS } from "../model/rating.js";
import { eachItem, rule } from "./rule.js";

const RAISED = { id: "V-1", originalRating: "Low", adjustedRating: "High", riskAdjustment: "Yes" };

export default rule({
  id: "rating-raised",
  summary: "The adjusted rating is higher than the original one, and no document shows why",
  why: "Adjustments are made to lower a rating. One that raises it is accepted where the scanner itself now rates the weakness higher, and that has to be shown.",
  help: "Name the scan or the request that raises the rating among the supporting documents, or correct the rating.",
  severity: "warning",
  examples: [
    { rows: { ...RAISED, evidence: "Scan report : nessus-2026-03.pdf" } },
    { title: "lowered", rows: { ...RAISED, originalRating: "High", adjustedRating: "Low" } },
    { title: "no adjustment: that is another finding", rows: { ...RAISED, riskAdjustment: "No" } },
    { rows: RAISED, says: ["raised from Low to High, and no supporting document is named"] },
  ],
  check: eachItem(
    (item) => {
      const answer = item.riskAdjustment?.value;
      if (item.state !== "open" || (answer !== "Yes" && answer !== "Pending")) return undefined;
      const { originalRating, adjustedRating, evidence } = item;
      const [original, adjusted] = [originalRating?.value, adjustedRating?.value];
      if (!original || !adjusted || RATINGS.indexOf(adjusted) <= RATINGS.indexOf(original)) return undefined;
      if (evidence?.kind !== "empty") return undefined;
      return {
        at: adjustedRating!,
        field: "adjustedRating",
        message: `raised from ${original} to ${adjusted}, and no supporting document is named`,
        related: [{ at: evidence, label: "supporting documents" }],
      };
    },
    ["riskAdjustment", "adjustedRating", "evidence"],
  ),
});
