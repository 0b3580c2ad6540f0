import { deviationsOf, named } from "./deviations.js";
import { eachItem, rule } from "./rule.js";

export default rule({
  id: "deviations-contradict",
  summary: "A false positive is claimed together with another deviation",
  why: "A false positive says that there is no weakness; a risk adjustment or an operational requirement says that there is one and how it is borne. Only one of them can be right.",
  help: "Keep the one that is true, and answer No to the other.",
  severity: "warning",
  examples: [
    { title: "these two go together", rows: { id: "V-1", riskAdjustment: "Yes", operationalRequirement: "Pending" } },
    { title: "refused", rows: { id: "V-1", falsePositive: "No", operationalRequirement: "Pending" } },
    {
      rows: { id: "V-1", falsePositive: "Pending", operationalRequirement: "Pending" },
      says: ["false positive is Pending, but operational requirement is claimed too"],
    },
  ],
  check: eachItem(
    (item) => {
      const answer = item.falsePositive?.value;
      if (item.state !== "open" || (answer !== "Yes" && answer !== "Pending")) return undefined;
      const others = deviationsOf(item, "Yes", "Pending").filter((field) => field !== "falsePositive");
      if (others.length === 0) return undefined;
      return {
        at: item.falsePositive!,
        field: "falsePositive",
        message: `false positive is ${answer}, but ${named(others)} ${others.length > 1 ? "are" : "is"} claimed too`,
        related: others.map((field) => ({ at: item[field]!, label: "claimed too" })),
      };
    },
    ["falsePositive"],
  ),
});
