import type { Citation, Pack } from "./pack.js";

const API = (section: string): Citation => ({ document: "eMASS REST API documentation", version: "3.22", section });
const INSTRUCTIONS = (section: string): Citation => ({
  document: "eMASS POA&M import template, Instructions sheet",
  version: "2026",
  section,
});
const VALIDATION: Citation = {
  document: "eMASS POA&M import template",
  version: "2026",
  section: "data validation of columns G to I, N and O",
};

export const rmfEmass: Pack = {
  id: "rmf-emass",
  title: "RMF / eMASS",
  summary: "What eMASS asks of a POA&M that is imported, and what the RMF expects of its items",
  rules: {
    "sheet-missing": { cites: [INSTRUCTIONS("item 4")] },
    "heading-missing": { cites: [INSTRUCTIONS("item 4")] },
    "heading-altered": { cites: [INSTRUCTIONS("item 4")] },
    "heading-moved": { cites: [INSTRUCTIONS("item 4")] },
    "heading-duplicated": { cites: [INSTRUCTIONS("item 4")] },
    "heading-extra": { severity: "error", cites: [INSTRUCTIONS("item 4")] },
    "required-missing": { cites: [INSTRUCTIONS("items 9 to 11"), API("Appendix A, pages 252 to 255")] },
    "value-not-in-list": { cites: [INSTRUCTIONS("items 19 and 22"), API("section 4.7.1, pages 62 to 70")] },
    "formula-without-result": { cites: [VALIDATION] },
    "duplicate-id": { cites: [INSTRUCTIONS("item 3")] },
    "control-malformed": { severity: "warning", cites: [INSTRUCTIONS("items 4 to 6")] },
    "control-unknown": {
      severity: "warning",
      cites: [INSTRUCTIONS("items 4 to 6"), { document: "NIST SP 800-53", version: "Rev. 5", section: "chapter 3" }],
    },
    "control-withdrawn": { cites: [{ document: "NIST SP 800-53", version: "Rev. 5", section: "chapter 3" }] },
    "date-unreadable": { cites: [VALIDATION] },
    "date-impossible": { cites: [VALIDATION] },
    "date-ambiguous": { cites: [VALIDATION] },
    "date-mistyped": { cites: [VALIDATION] },
    "date-in-future": { cites: [API("Appendix A, pages 252 to 255")] },
    "due-before-detected": { cites: [INSTRUCTIONS("item 12")] },
    overdue: { severity: "warning", cites: [INSTRUCTIONS("item 12"), API("section 4.7.1, pages 62 to 70")] },
  },
};
