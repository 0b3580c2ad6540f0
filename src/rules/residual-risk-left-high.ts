import { isPlaceholder } from "../codecs/placeholder.js";
import { eachItem, rule } from "./rule.js";

const HIGH = { id: "1", status: "Ongoing", residualRisk: "High" };

export default rule({
  id: "residual-risk-left-high",
  summary: "The residual risk is High, and nothing is recommended that lowers it",
  why: "Few authorizing officials accept a High risk: the recommendations are where the item shows how it comes down to Moderate.",
  help: "Recommend actions that bring the risk to Moderate or lower, and enter the risk that results from them.",
  severity: "info",
  examples: [
    { template: "emass-navy-2026", rows: { ...HIGH, recommendations: "Patch the relay", mitigatedRisk: "Moderate" } },
    { title: "a Moderate risk", template: "emass-navy-2026", rows: { ...HIGH, residualRisk: "Moderate" } },
    { title: "a completed item", template: "emass-navy-2026", rows: { ...HIGH, status: "Completed" } },
    {
      template: "emass-navy-2026",
      rows: HIGH,
      says: ["residual risk is High, and nothing is recommended to lower it"],
    },
    {
      template: "emass-navy-2026",
      rows: { ...HIGH, residualRisk: "Very High", recommendations: "Patch the relay", mitigatedRisk: "High" },
      says: ["residual risk is Very High, and High after what is recommended: at most Moderate is expected"],
    },
  ],
  check: eachItem(
    ({ state, residualRisk, recommendations, mitigatedRisk }) => {
      if (state !== "open" || !isHigh(residualRisk?.value)) return undefined;
      const related = [{ at: residualRisk!, label: "residual risk" }];
      const start = `residual risk is ${residualRisk!.value}, and`;
      if (recommendations && (recommendations.value === undefined || isPlaceholder(recommendations.value))) {
        const message = `${start} nothing is recommended to lower it`;
        return { at: recommendations, field: "recommendations", message, related };
      }
      if (!isHigh(mitigatedRisk?.value)) return undefined;
      const message = `${start} ${mitigatedRisk!.value} after what is recommended: at most Moderate is expected`;
      return { at: mitigatedRisk!, field: "mitigatedRisk", message, related };
    },
    ["residualRisk"],
  ),
});

function isHigh(rating: string | undefined): boolean {
  return rating === "High" || rating === "Very High" || rating === "Critical";
}
