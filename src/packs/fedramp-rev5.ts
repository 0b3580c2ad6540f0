import type { Citation, Pack } from "./pack.js";

const V2_TEMPLATES = ["fedramp-2018", "fedramp-2021", "fedramp-2022", "fedramp-rev5-v2.0", "fedramp-rev5-v2.1"];
const V3_TEMPLATES = ["fedramp-rev5-v3.0"];

const GUIDE = (section: string): Citation => ({
  document: "FedRAMP POA&M Template Completion Guide",
  version: "2.2",
  section,
});
const V2 = (section: string): Citation => ({
  document: "FedRAMP POA&M Template",
  version: "2.1",
  section,
  templates: V2_TEMPLATES,
});
const V3 = (section: string): Citation => ({
  document: "FedRAMP POA&M Template",
  version: "3.0",
  section,
  templates: V3_TEMPLATES,
});
const STRATEGY = (section: string): Citation => ({
  document: "FedRAMP Continuous Monitoring Strategy & Guide",
  version: "3.2",
  section,
});
const RFC3 = (section: string): Citation => ({ document: "FedRAMP RFC-0003", section });

/** Calendar days from detection; Critical counts within High (FedRAMP's Automated Vulnerability Risk Adjustment Framework, footnote 1). */
const WINDOWS = { Critical: 30, High: 30, Moderate: 90, Low: 180 };

export const fedrampRev5: Pack = {
  id: "fedramp-rev5",
  title: "FedRAMP Rev. 5",
  summary: "The POA&M template of FedRAMP, versions of 2018 to 3.0, and its continuous monitoring rules",
  rules: {
    "sheet-missing": { cites: [GUIDE("section 1"), V3("Instructions A5")] },
    "heading-missing": { cites: [GUIDE("section 1"), V3("Instructions A5")] },
    "heading-altered": { cites: [GUIDE("section 1"), V3("Instructions A5")] },
    "heading-moved": { cites: [GUIDE("section 1"), V3("Instructions A5")] },
    "heading-duplicated": { cites: [GUIDE("section 1")] },
    "heading-extra": { cites: [GUIDE("section 1")] },
    "header-missing": { cites: [GUIDE("Table 1")] },
    "header-unfilled": { cites: [GUIDE("Table 1"), V3("Open POA&M Items B3:E3")] },
    "header-value-unknown": { cites: [V2("Open POA&M Items C3"), V3("Open POA&M Items D3")] },
    "example-left-in": { cites: [V2("Open POA&M Items row 8")], templates: V2_TEMPLATES },
    "guidance-overwritten": { cites: [V3("Instructions A5")], templates: V3_TEMPLATES },
    "guidance-missing": { cites: [V3("Instructions A5")], templates: V3_TEMPLATES },
    "required-missing": { cites: [GUIDE("Table 2"), V3("Open POA&M Items row 8")] },
    "value-not-in-list": {
      cites: [V2("data validation of columns P, S to W"), V3("data validation of columns O, R to V")],
    },
    "formula-without-result": { cites: [GUIDE("Table 2, column L")] },
    "duplicate-id": { cites: [GUIDE("Table 2, column A")] },
    "control-malformed": { cites: [GUIDE("Table 2, column B"), V3("Open POA&M Items C6")] },
    "control-unknown": {
      cites: [GUIDE("Table 2, column B"), { document: "NIST SP 800-53", version: "Rev. 5", section: "chapter 3" }],
    },
    "control-withdrawn": {
      cites: [GUIDE("Table 2, column B"), { document: "NIST SP 800-53", version: "Rev. 5", section: "chapter 3" }],
    },
    "asset-shorthand": { cites: [GUIDE("Table 2, column G"), V3("Open POA&M Items H6")] },
    "asset-list-malformed": { cites: [GUIDE("Table 2, column G"), V3("Open POA&M Items H6")] },
    "cve-malformed": {
      cites: [
        { document: "FedRAMP Vulnerability Scanning Requirements", version: "3.0", section: "CVE numbering" },
        V3("Open POA&M Items AB6"),
      ],
    },
    "milestone-grammar": {
      cites: [GUIDE("Table 2, columns M and N"), V2("Open POA&M Items M6:N7")],
      templates: V2_TEMPLATES,
      options: { form: "numbered" },
    },
    "date-unreadable": { cites: [GUIDE("Table 2, columns K, L, O and Q")] },
    "date-impossible": { cites: [GUIDE("Table 2, columns K, L, O and Q")] },
    "date-ambiguous": { cites: [GUIDE("Table 2, columns K, L, O and Q")] },
    "date-mistyped": {
      severity: "error",
      cites: [V2("data validation of columns K, L, O and Q"), V3("data validation of columns L to N and P")],
    },
    "date-in-future": { cites: [GUIDE("Table 2, columns K, O and Q")] },
    "detected-after-submission": { cites: [GUIDE("Table 2, column K"), RFC3("check 5J")] },
    "due-before-detected": { cites: [GUIDE("Table 2, column L")] },
    "due-beyond-window": {
      options: { windows: WINDOWS },
      cites: [GUIDE("section 3"), V3("Instructions A9"), V2("formula of L9")],
    },
    overdue: {
      options: { windows: WINDOWS, checkInDays: 30 },
      cites: [GUIDE("section 3"), V3("Instructions A9"), STRATEGY("appendix D")],
    },
    "vendor-check-in-overdue": {
      options: { days: 30 },
      cites: [GUIDE("Table 2, columns P and Q"), STRATEGY("appendix D")],
    },
    stale: { options: { days: 31 }, cites: [GUIDE("Table 2, column O"), V3("Open POA&M Items N6")] },
  },
};
