import {
  GUIDE,
  PERFORMANCE,
  PLAYBOOK,
  REQUEST_FORM,
  RFC3,
  RISK_ADJUSTMENT,
  STRATEGY,
  V2,
  V2_TEMPLATES,
  V3,
  V3_TEMPLATES,
  WINDOWS,
} from "./fedramp-sources.js";
import type { Citation, Pack } from "./pack.js";

/** BOD 26-04 revoked BOD 22-01 on the day of its issue; the forms' headings still name the older one. */
const KEV: readonly Citation[] = [
  GUIDE("Table 2, column AB"),
  V3("Open POA&M Items Z6 and AA6"),
  { document: "CISA BOD 22-01", section: "required actions", until: "2026-06-09" },
  { document: "CISA BOD 26-04", section: "remediation timelines", from: "2026-06-10" },
];

/** The catalogue's due dates bind until the timelines of BOD 26-04's matrix do, 180 days after its issue. */
const CATALOG_DATES_END = { until: "2026-12-06" };
const MATRIX_BEGINS = { from: "2026-12-07" };

/** The mail of 2024-06-21 with which FedRAMP announced template 2.1. */
const ANNOUNCEMENT: Citation = { document: "FedRAMP, POA&M template updates (2024-06-21)", section: "e-mail" };
const TERMS = { windows: WINDOWS, checkInDays: 30 };
const WITH_CONFIGURATION = ["fedramp-rev5-v2.1", ...V3_TEMPLATES];
const DETAILS = [
  "vendorDependency: vendorProduct",
  "riskAdjustment: adjustedRating",
  "riskAdjustment: deviationRationale",
  "operationalRequirement: deviationRationale",
  "kevTracking: kevDueDate",
  "kevTracking: cves",
];

/** What FedRAMP's continuous monitoring asks of open items, deviations and closures; part of the pack `fedramp-rev5`. */
export const MONITORING: Pack["rules"] = {
  "vendor-dependency-high": {
    covers: ["F063"],
    options: { days: 30 },
    cites: [STRATEGY("appendix D"), PLAYBOOK("POA&M, vendor dependencies")],
  },
  "deviation-pending-late": { covers: ["F064"], options: TERMS, cites: [STRATEGY("figure 2")] },
  "too-many-overdue": {
    covers: ["F066"],
    options: {
      counts: { High: 5, Moderate: 10 },
      days: { High: 30, Moderate: 90 },
      graverDays: { High: 60, Moderate: 120 },
    },
    cites: [PERFORMANCE("Table 1"), PLAYBOOK("performance management, Table 1")],
  },
  "kev-overdue": [
    { covers: ["F067"], ...CATALOG_DATES_END, options: { windows: WINDOWS, catalogDates: true }, cites: KEV },
    { covers: ["F067"], ...MATRIX_BEGINS, options: { windows: WINDOWS, catalogDates: false }, cites: KEV },
  ],
  "kev-mismatch": [
    { covers: ["F112"], ...CATALOG_DATES_END, options: { dueDates: true }, cites: KEV },
    { covers: ["F112"], ...MATRIX_BEGINS, options: { dueDates: false }, cites: KEV },
  ],
  "due-after-kev-date": { covers: ["F113"], cites: KEV },

  "milestone-rewritten": { covers: ["F071"], templates: V2_TEMPLATES, cites: [GUIDE("Table 2, column M")] },
  "milestone-change-unmatched": {
    covers: ["F072"],
    templates: V2_TEMPLATES,
    cites: [GUIDE("Table 2, column N"), V2("Open POA&M Items N6:N7")],
  },
  "milestone-after-due": { covers: ["F073"], templates: V2_TEMPLATES, cites: [GUIDE("Table 2, columns L and M")] },
  "milestone-overdue": { covers: ["F073"], templates: V2_TEMPLATES, cites: [GUIDE("Table 2, columns M and N")] },
  "overdue-without-new-date": {
    covers: ["F074"],
    templates: V3_TEMPLATES,
    options: TERMS,
    cites: [V3("Open POA&M Items K6")],
  },
  // In 3.0 the plan itself gives the reason and the new day: the rule above looks there.
  "date-passed-unexplained": { severity: "off", templates: V3_TEMPLATES, cites: [V3("Open POA&M Items K6")] },

  "answer-without-detail": [
    {
      covers: ["F081", "F093", "F095", "F111"],
      templates: V3_TEMPLATES,
      options: { details: DETAILS },
      cites: [V3("Open POA&M Items row 6, columns Q, S, W, AA and AB")],
    },
    {
      covers: ["F081", "F093", "F095", "F111"],
      options: { details: [...DETAILS, "falsePositive: deviationRationale"] },
      cites: [GUIDE("Table 2, columns R, T, X and AB")],
    },
  ],
  "vendor-product-unneeded": [
    { covers: ["F082"], templates: V3_TEMPLATES, cites: [V3("Open POA&M Items Q6")] },
    { covers: ["F082"], severity: "info", cites: [GUIDE("Table 2, column R")] },
  ],
  "vendor-fix-released": {
    covers: ["F084"],
    options: { windows: WINDOWS },
    cites: [GUIDE("Table 2, columns L and P"), STRATEGY("appendix D")],
  },

  // Template 3.0 gives Critical as an example and leaves it out of its list: hence no error.
  "critical-not-in-form": {
    covers: ["F090"],
    cites: [V2("data validation of column S"), V3("data validation of column R"), RISK_ADJUSTMENT("footnote 1")],
  },
  "adjusted-rating-not-blank": { covers: ["F091"], templates: V3_TEMPLATES, cites: [V3("Open POA&M Items S6")] },
  "risk-adjustment-contradicted": {
    covers: ["F093"],
    cites: [GUIDE("Table 2, columns T and U"), V3("Open POA&M Items S6 and T6")],
  },
  "rating-raised": { covers: ["F094"], cites: [GUIDE("Table 2, column T")] },
  "deviation-type-unnamed": {
    covers: ["F095"],
    templates: V2_TEMPLATES,
    cites: [GUIDE("Table 2, column X"), V2("Open POA&M Items X7:X8")],
  },
  "deviation-exposure-unsaid": { covers: ["F095"], templates: V3_TEMPLATES, cites: [V3("Open POA&M Items W6")] },
  "false-positive-open": [
    { covers: ["F096"], templates: V3_TEMPLATES, cites: [V3("Open POA&M Items U6")] },
    { covers: ["F096"], severity: "info", cites: [GUIDE("Table 2, column V")] },
  ],
  "closed-with-exception": { covers: ["F097"], cites: [GUIDE("Table 2, column W"), PLAYBOOK("POA&M, what not to do")] },
  "operational-requirement-high": {
    covers: ["F098"],
    cites: [PLAYBOOK("POA&M, operational requirements"), REQUEST_FORM("Instructions B13:B14")],
  },
  "rating-lowered-far": { covers: ["F099"], cites: [RFC3("check 5I"), RISK_ADJUSTMENT("the limits of adjustment")] },
  "deviations-contradict": { covers: ["F100"], cites: [GUIDE("Table 2, columns U to W")] },
  "deviation-near-due": { covers: ["F101"], options: { ...TERMS, days: 7 }, cites: [STRATEGY("appendix D")] },
  "deviation-request-unnamed": {
    covers: ["F102"],
    cites: [GUIDE("Table 2, columns U, V and Y"), V2("Open POA&M Items Y6")],
  },
  "deviation-request-differs": { covers: ["F103"], cites: [REQUEST_FORM("DR Sheet")] },
  "deviation-request-unmatched": { covers: ["F103"], cites: [REQUEST_FORM("DR Sheet, column B")] },
  "auto-approve-without-adjustment": {
    covers: ["F104"],
    templates: V2_TEMPLATES,
    cites: [GUIDE("Table 2, column AA"), RISK_ADJUSTMENT("approval")],
  },

  "service-name-missing": {
    covers: ["F120"],
    templates: ["fedramp-rev5-v2.1"],
    from: "2025-01-01",
    cites: [ANNOUNCEMENT, V2("Open POA&M Items AE6")],
  },

  "closed-without-evidence": { covers: ["F130"], cites: [GUIDE("section 2.2"), V3("Instructions A11")] },
  "configuration-umbrella-missing": {
    covers: ["F131"],
    templates: WITH_CONFIGURATION,
    cites: [V3("Instructions A7"), ANNOUNCEMENT],
  },
  "configuration-umbrella-left-open": {
    covers: ["F131"],
    templates: WITH_CONFIGURATION,
    cites: [V3("Instructions A7"), ANNOUNCEMENT],
  },
  "configuration-umbrella-controls": { covers: ["F132"], templates: WITH_CONFIGURATION, cites: [ANNOUNCEMENT] },
  "documentation-incomplete": {
    covers: ["F133"],
    templates: V3_TEMPLATES,
    cites: [V3("Instructions A5"), V3("PL-2 Findings row 4")],
  },
  "risk-exposure-unmatched": {
    covers: ["F134"],
    cites: [RFC3("check 5H"), V3("Instructions A9"), GUIDE("Table 2, column A")],
  },
  "risk-exposure-differs": { covers: ["F134"], cites: [RFC3("check 5H"), GUIDE("Table 2, column A")] },
  "manual-item-missing": { covers: ["F136"], cites: [RFC3("check 5J")] },
};

export const MONITORING_NOT_SHOWN: Pack["notShown"] = {
  F135: "It allows, and forbids nothing: which items come of the change to Rev. 5, and may be Low for it, no column says.",
};
