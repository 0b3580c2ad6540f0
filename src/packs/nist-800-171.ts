import type { Citation, Pack } from "./pack.js";
import { METHODOLOGY, PLAN, PLAN_OF_ACTION } from "./plan-of-action.js";

const CUI_TEMPLATE: Citation = {
  document: "NIST CUI plan of action template, supplement to SP 800-171",
  section: "column headings",
  templates: ["nist-cui"],
};
const R2: Citation = { document: "NIST SP 800-171", version: "Rev. 2", section: "chapter 3" };
/** CMMC assesses revision 2, so its forms do not cite revision 3. */
const R3: Citation = {
  document: "NIST SP 800-171",
  version: "Rev. 3",
  section: "chapter 3",
  templates: ["nist-cui", "generic"],
};

export const nist800171: Pack = {
  id: "nist-800-171",
  title: "NIST SP 800-171 / DFARS",
  summary: "Plans of action for NIST SP 800-171, revisions 2 and 3, and the completion date posted to SPRS",
  rules: {
    ...PLAN_OF_ACTION,
    "heading-missing": { severity: "warning", cites: [CUI_TEMPLATE], templates: ["nist-cui"] },
    "required-missing": { cites: [METHODOLOGY("section 5(g)"), PLAN, CUI_TEMPLATE], covers: ["DF001"] },
    "value-not-in-list": { severity: "warning", cites: [PLAN, CUI_TEMPLATE] },
    "control-malformed": { cites: [R2, R3] },
    "control-unknown": { cites: [R2, R3] },
    "control-withdrawn": { cites: [R2, R3] },
    "revisions-mixed": { cites: [R2, R3] },
    "due-after-posted-date": { cites: [METHODOLOGY("Annex B")], covers: ["DF004"] },
  },
  notShown: {
    DF002: "Which requirements are not implemented stands in the assessment's results, not in the plan of action.",
    DF005: "No form has a column for whether remote, wireless or mobile access is permitted.",
    DF006: "Revision 3 sets no interval for updates; best practice's (stale) is used.",
  },
};
