import { eachItem, rule } from "./rule.js";

export default rule({
  id: "auto-approve-without-adjustment",
  summary: "Approved automatically, but no risk adjustment was made",
  why: "Automatic approval is for risk adjustments only, and for those providers only whose method was approved before.",
  help: "Answer Yes on risk adjustment and enter the adjusted rating, or answer No on auto-approve.",
  severity: "warning",
  examples: [
    { rows: { id: "V-1", autoApprove: "Yes", riskAdjustment: "Yes", adjustedRating: "Low" } },
    { rows: { id: "V-1", autoApprove: "No", riskAdjustment: "No" } },
    {
      rows: { id: "V-1", autoApprove: "Yes", riskAdjustment: "Pending" },
      says: ["auto-approve is Yes, but risk adjustment is Pending"],
    },
    { rows: { id: "V-1", autoApprove: "Yes" }, says: ["auto-approve is Yes, but risk adjustment is blank"] },
  ],
  check: eachItem(
    ({ autoApprove, riskAdjustment }) => {
      if (autoApprove?.value !== "Yes" || !riskAdjustment || riskAdjustment.value === "Yes") return undefined;
      return {
        at: autoApprove,
        field: "autoApprove",
        message: `auto-approve is Yes, but risk adjustment is ${riskAdjustment.value ?? "blank"}`,
        related: [{ at: riskAdjustment, label: "risk adjustment" }],
      };
    },
    ["autoApprove", "riskAdjustment"],
  ),
});
