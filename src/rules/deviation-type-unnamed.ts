import { isPlaceholder } from "../codecs/placeholder.js";
import { DEVIATIONS, type Deviation, deviationsOf, named } from "./deviations.js";
import { eachItem, rule } from "./rule.js";

export default rule({
  id: "deviation-type-unnamed",
  summary: "A rationale that does not name the deviation that it is for",
  why: "One cell holds the reasons for all of an item's deviations; the form names the type before each, so that the reviewer knows what is argued for.",
  help: "Begin each reason with its type and a colon: Risk Adjustment : …, False Positive : …, Operational Requirement : …",
  severity: "warning",
  examples: [
    {
      rows: { id: "V-1", riskAdjustment: "Yes", deviationRationale: "Risk Adjustment : only reachable by batch jobs" },
    },
    {
      title: "short, or with a dash",
      rows: { id: "V-1", falsePositive: "Yes", deviationRationale: "FP - backported" },
    },
    { title: "blank is another finding", rows: { id: "V-1", falsePositive: "Yes" } },
    { title: "nothing claimed", rows: { id: "V-1", falsePositive: "No", deviationRationale: "was refused" } },
    {
      rows: { id: "V-1", riskAdjustment: "Pending", deviationRationale: "Only reachable by batch jobs" },
      says: ["risk adjustment is claimed, but no reason is marked as its"],
    },
    {
      rows: {
        id: "V-1",
        riskAdjustment: "Yes",
        operationalRequirement: "Pending",
        deviationRationale: "Risk Adjustment : only reachable by batch jobs",
      },
      says: ["operational requirement is claimed, but no reason is marked as its"],
    },
  ],
  check: eachItem(
    (item) => {
      const claimed = deviationsOf(item, "Yes", "Pending");
      const text = claimed.length > 0 ? item.deviationRationale?.value : undefined;
      if (text === undefined || isPlaceholder(text)) return undefined;
      const unnamed = claimed.filter((field) => !NAMES[field].test(text));
      if (unnamed.length === 0) return undefined;
      const several = unnamed.length > 1;
      return {
        at: item.deviationRationale!,
        field: "deviationRationale",
        message: `${named(unnamed)} ${several ? "are" : "is"} claimed, but no reason is marked as ${several ? "theirs" : "its"}`,
        related: unnamed.map((field) => ({ at: item[field]!, label: "claimed" })),
      };
    },
    ["deviationRationale", ...DEVIATIONS],
  ),
});

const NAMES: Readonly<Record<Deviation, RegExp>> = {
  riskAdjustment: /\b(?:risk[ -]adjust(?:ment|ed)?|RA)\b/i,
  falsePositive: /\b(?:false[ -]positive|FP)\b/i,
  operationalRequirement: /\b(?:operational(?:ly)?[ -]require(?:ment|d)?|OR(?=\s*[:/&+-]))/i,
};
