import { CFR, CONDITIONAL_STATUS } from "./cmmc-l2.js";
import type { Pack } from "./pack.js";
import { PLAN_OF_ACTION } from "./plan-of-action.js";

/** For the POA&M of a Level 3 assessment; no form is published, so it is named with --pack or in the config. */
export const cmmcL3: Pack = {
  id: "cmmc-l3",
  title: "CMMC Level 3",
  summary: "What may stand on the POA&M of a Conditional Level 3 status, 20 of 24 requirements met, and its 180 days",
  rules: {
    ...PLAN_OF_ACTION,
    ...CONDITIONAL_STATUS,
    "control-malformed": { cites: [CFR("170.24(c)(3)")] },
    "control-unknown": { cites: [CFR("170.24(c)(3)")] },
    "control-withdrawn": { cites: [CFR("170.24(c)(3)")] },
    "revisions-mixed": { options: { revision: 2 }, cites: [CFR("170.24(c)(2)(i)(B)")] },
    "requirement-ineligible": {
      options: { level: 3 },
      cites: [CFR("170.21(a)(1) and (3)"), CFR("170.24(c)(3)")],
      covers: ["CM001", "CM013", "CM014", "CM015"],
    },
    "requirement-misstated": { cites: [CFR("170.21(a)(3)"), CFR("170.24(c)(3)")] },
    "requirement-repeated": { cites: [CFR("170.24(c)(3)")] },
    "score-too-low": { options: { level: 3 }, cites: [CFR("170.21(a)(3)(i)"), CFR("170.24(c)(3)")], covers: ["CM012"] },
  },
};
