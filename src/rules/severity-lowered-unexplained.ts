import { isPlaceholder } from "../codecs/placeholder.js";
import { RATINGS } from "../model/rating.js";
import { quoted } from "./quoted.js";
import { eachItem, rule } from "./rule.js";

export default rule({
  id: "severity-lowered-unexplained",
  summary: "Severity is lower than the raw severity, and no mitigation says why",
  why: "Only what is in place already makes a weakness less severe than its check says. Without it the lower rating is a wish, and the residual risk that follows from it as well.",
  help: "Describe the mitigations that are in place, or bring the severity back to the raw one. Planned mitigations do not lower it.",
  severity: "warning",
  examples: [
    {
      template: "emass-navy-2026",
      rows: {
        id: "1",
        originalRating: "High",
        severity: "Moderate",
        mitigations: "Reached through the bastion host only",
      },
    },
    {
      title: "as severe as before",
      template: "emass-navy-2026",
      rows: { id: "1", originalRating: "High", severity: "High" },
    },
    {
      title: "category I is High",
      template: "emass-navy-2023",
      rows: { id: "1", originalRating: "I", severity: "High" },
    },
    {
      template: "emass-navy-2026",
      rows: { id: "1", originalRating: "High", severity: "Moderate" },
      says: ["severity is Moderate, raw severity High, and no mitigation is named"],
    },
    {
      template: "emass-navy-2023",
      rows: { id: "1", originalRating: "II", severity: "Low", mitigations: "None at this time." },
      says: ['severity is Low, raw severity II, and the mitigations are "None at this time."'],
    },
  ],
  check: eachItem(
    ({ originalRating: raw, severity, mitigations }) => {
      if (!raw?.value || !severity?.value || !mitigations) return undefined;
      if (RATINGS.indexOf(severity.value) >= RATINGS.indexOf(raw.value)) return undefined;
      const text = mitigations.value;
      if (text !== undefined && !isPlaceholder(text) && !NONE.test(text)) return undefined;
      const none = text === undefined ? "no mitigation is named" : `the mitigations are ${quoted(text)}`;
      return {
        at: severity,
        field: "severity",
        message: `severity is ${severity.value}, raw severity ${raw.text.trim()}, and ${none}`,
        related: [
          { at: raw, label: "raw severity" },
          { at: mitigations, label: "mitigations" },
        ],
      };
    },
    ["originalRating", "severity", "mitigations"],
  ),
});

const NONE =
  /^(?:none|no(?: known| current)? mitigations?)(?: (?:in place|at this time|at present|yet|exist|available|applied|identified|implemented)){0,2}\.?$/i;
