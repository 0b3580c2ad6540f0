import type { FieldName } from "../model/field.js";
import { disagreements } from "./disagreement.js";
import { itemKey, previousItems } from "./previous-items.js";
import { eachItemOf, rule } from "./rule.js";

const RISK = {
  id: "V-1",
  weakness: "Open port",
  controls: "SC-7",
  originalRating: "Moderate",
  detectedOn: "2026-01-15",
  sourceIdentifier: "12345",
};

export default rule({
  id: "risk-exposure-differs",
  summary: "The item is not what the assessor reported under its id",
  why: "The POA&M takes the assessor's risks over as they are. A lower rating or a later date of detection than in the assessment report has to be found by somebody, and then explained.",
  help: "Enter what the risk exposure table says; what has changed since belongs into the adjusted rating and the comments.",
  severity: "error",
  examples: [
    { riskExposure: { rows: [RISK] }, rows: { ...RISK, weakness: "open  port", controls: "SC-7, CM-6" } },
    { title: "blank on one side", riskExposure: { rows: [{ ...RISK, sourceIdentifier: "None" }] }, rows: RISK },
    { title: "not in the table", riskExposure: { rows: [RISK] }, rows: { ...RISK, id: "V-2", originalRating: "Low" } },
    {
      riskExposure: { rows: [RISK] },
      rows: { ...RISK, originalRating: "Low", detectedOn: "2026-02-15", controls: "CM-6" },
      says: [
        "controls CM-6, but SC-7 in the risk exposure table",
        "detection date 2026-02-15, but 2026-01-15 in the risk exposure table",
        "original risk rating Low, but Moderate in the risk exposure table",
      ],
    },
  ],
  check: eachItemOf(({ evidence }) => {
    if (!evidence.riskExposure) return undefined;
    const risks = previousItems(evidence.riskExposure);
    return (item) => {
      const risk = risks.get(itemKey(item) ?? "");
      return risk && disagreements(item, risk, KEPT, "the risk exposure table");
    };
  }),
});

/** What an item keeps for good. */
const KEPT: readonly FieldName[] = ["controls", "weakness", "sourceIdentifier", "detectedOn", "originalRating"];
