import type { Citation, Pack } from "./pack.js";
import { PLAN_OF_ACTION } from "./plan-of-action.js";

export const CFR = (section: string): Citation => ({
  document: "32 CFR part 170",
  version: "(as of 2026-10-01)",
  section,
});

/** The ids, as the regulation prints them: with its misprints, which are accepted (IA-L2-3.5.1, AC.L2- 3.1.19). */
const IDS: Citation = CFR("170.24(c)(2)(i)(B)");

/** What holds of the POA&M of an assessment at Level 2 and Level 3, and not of the operational plan of action. */
export const CONDITIONAL_STATUS: Pack["rules"] = {
  "due-after-closeout": { options: { days: 180 }, cites: [CFR("170.21(b)")], covers: ["CM010", "CM015"] },
  // How much time the closeout assessment takes is nowhere laid down: two weeks are a judgement.
  "closeout-tight": { options: { days: 180, margin: 14 }, cites: [CFR("170.21(b)")], covers: ["CM011"] },
  "conditional-expired": {
    options: { days: 180 },
    cites: [CFR("170.21(b)"), { document: "DFARS", section: "204.7501" }],
    covers: ["CM010", "CM017"],
  },
  "conditional-dates-differ": { cites: [CFR("170.21(b)")] },
};

export const cmmcL2: Pack = {
  id: "cmmc-l2",
  title: "CMMC Level 2",
  summary: "What may stand on the POA&M of a Conditional Level 2 status, its score of 88 or more, and its 180 days",
  rules: {
    ...PLAN_OF_ACTION,
    ...CONDITIONAL_STATUS,
    "control-malformed": { cites: [IDS], covers: ["CM016"] },
    "control-unknown": { cites: [IDS] },
    "control-withdrawn": { cites: [IDS] },
    "revisions-mixed": { options: { revision: 2 }, cites: [IDS] },
    "requirement-ineligible": {
      options: { level: 2 },
      cites: [CFR("170.21(a)(1) and (2)"), CFR("170.24(c)(2)")],
      covers: ["CM001", "CM003", "CM004", "CM005", "CM006", "CM008", "CM015"],
    },
    "eligibility-unclear": { options: { level: 2 }, cites: [CFR("170.21(a)(2)(ii)")], covers: ["CM004"] },
    "requirement-misstated": { cites: [IDS, CFR("170.21(a)(2)")] },
    "requirement-repeated": { cites: [IDS] },
    "score-too-low": {
      options: { level: 2 },
      cites: [CFR("170.21(a)(2)(i)"), CFR("170.24(c)(2)")],
      covers: ["CM002", "CM009", "DF003"],
    },
  },
  notShown: {
    CM007:
      "Which requirements are not met stands in the assessment's results; a requirement without an item leaves no trace.",
  },
};
