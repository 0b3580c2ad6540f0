import type { Citation, Pack } from "./pack.js";

/** NIST SP 800-171's own requirement of a plan of action, which CMMC Level 2 takes over as CA.L2-3.12.2. */
export const PLAN: Citation = { document: "NIST SP 800-171", version: "Rev. 2", section: "3.12.2" };

export const METHODOLOGY = (section: string): Citation => ({
  document: "NIST SP 800-171 DoD Assessment Methodology",
  version: "1.2.1",
  section,
});

const HOW_AND_WHEN = METHODOLOGY("section 5(g)");

/** What every plan of action for SP 800-171 needs: it says of each requirement how and when it will be met. */
export const PLAN_OF_ACTION: Pack["rules"] = {
  "heading-duplicated": { severity: "warning", cites: [PLAN] },
  "required-missing": { cites: [HOW_AND_WHEN, PLAN] },
  // No form is prescribed: the lists are those of the form that was chosen.
  "value-not-in-list": { severity: "warning", cites: [PLAN] },
  "formula-without-result": { cites: [PLAN] },
  "duplicate-id": { cites: [PLAN] },
  "date-unreadable": { cites: [HOW_AND_WHEN] },
  "date-impossible": { cites: [HOW_AND_WHEN] },
  "date-ambiguous": { cites: [HOW_AND_WHEN] },
  "date-mistyped": { cites: [HOW_AND_WHEN] },
  "date-in-future": { cites: [HOW_AND_WHEN] },
  "due-before-detected": { cites: [HOW_AND_WHEN] },
  "detected-after-submission": { cites: [PLAN] },
  // The plan's own date is the only one there is; 3.12.2 asks that plans be carried out, not only written.
  overdue: { cites: [PLAN, HOW_AND_WHEN] },
};
