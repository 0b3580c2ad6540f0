import type { Citation, Pack } from "./pack.js";

const CA5: Citation = { document: "NIST SP 800-53", version: "Rev. 5", section: "CA-5" };
const ELEMENTS: Citation = { document: "OMB M-02-01", section: "the eight elements of a POA&M" };

/** What holds whatever the framework. These are judgements: a framework's own pack, where one applies, decides first. */
export const bestPractice: Pack = {
  id: "best-practice",
  title: "Best practice",
  summary: "What every POA&M needs, whatever the framework",
  general: true,
  rules: {
    "heading-duplicated": { severity: "warning", cites: [CA5] },
    "required-missing": { severity: "warning", cites: [ELEMENTS] },
    "formula-without-result": { cites: [CA5] },
    "duplicate-id": { cites: [CA5] },
    "control-malformed": { severity: "warning", cites: [CA5] },
    "control-unknown": { severity: "warning", cites: [CA5] },
    "control-withdrawn": { cites: [CA5] },
    "asset-shorthand": { severity: "warning", cites: [CA5] },
    "cve-malformed": { severity: "warning", cites: [{ document: "CVE Program", section: "CVE ID syntax" }] },
    "date-unreadable": { severity: "warning", cites: [ELEMENTS] },
    "date-impossible": { cites: [ELEMENTS] },
    "date-ambiguous": { cites: [ELEMENTS] },
    "date-mistyped": { cites: [ELEMENTS] },
    "date-in-future": { severity: "warning", cites: [ELEMENTS] },
    "due-before-detected": { cites: [ELEMENTS] },
    "detected-after-submission": { cites: [CA5] },
    overdue: { cites: [CA5, ELEMENTS] },
    stale: { cites: [CA5] },
  },
};
