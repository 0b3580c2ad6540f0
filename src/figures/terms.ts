import type { Terms } from "../model/report.js";
import type { Template } from "../model/template.js";
import { BY_RATING, type GridRows, ORIGINAL_AND_ADJUSTED } from "./grid-rows.js";

/** What a framework's report says and how its grids are made. */
export interface FrameworkTerms extends Omit<Terms, "ageFrom"> {
  readonly rows: GridRows;
  /** Rows that the framework's grid of ages does not have. */
  readonly agesWithout: readonly string[];
  /** Whether unique vulnerabilities and escalation triggers are counted. */
  readonly escalates: boolean;
}

export function termsFor({ framework }: Template): FrameworkTerms {
  return TERMS[framework];
}

const COMMON = {
  item: "POA&M item",
  items: "POA&M items",
  late: "past due",
  rating: "Risk rating",
  rows: BY_RATING,
  agesWithout: [],
  escalates: false,
  sources: ["NIST SP 800-53 Rev. 5, CA-5"],
} as const;

const TERMS: Readonly<Record<Template["framework"], FrameworkTerms>> = {
  fedramp: {
    ...COMMON,
    framework: "FedRAMP",
    title: "FedRAMP Continuous Monitoring Report",
    rating: ORIGINAL_AND_ADJUSTED.heading,
    rows: ORIGINAL_AND_ADJUSTED,
    agesWithout: ["Low"],
    escalates: true,
    sources: [
      "FedRAMP Continuous Monitoring Strategy & Guide 3.2, figure 2",
      "FedRAMP Continuous Monitoring Performance Management Guide 3.0, Table 1",
      "FedRAMP Collaborative ConMon Quick Guide 1.0",
    ],
  },
  emass: {
    ...COMMON,
    framework: "eMASS",
    title: "RMF POA&M Status Report",
    late: "overdue",
    rating: "Severity",
    sources: ["NIST SP 800-53 Rev. 5, CA-5 and PM-4", "eMASS POA&M template"],
  },
  cmmc: {
    ...COMMON,
    framework: "CMMC",
    title: "CMMC POA&M Status Report",
    item: "requirement",
    items: "requirements",
    rating: "Risk rating or points",
    sources: ["32 CFR 170.21"],
  },
  "nist-800-171": {
    ...COMMON,
    framework: "NIST SP 800-171",
    title: "Plan of Action Status Report",
    item: "requirement",
    items: "requirements",
    sources: ["NIST SP 800-171 Rev. 2, 3.12.2"],
  },
  cms: { ...COMMON, framework: "CMS", title: "CMS POA&M Status Report" },
  tracker: { ...COMMON, framework: "none", title: "POA&M Status Report" },
  generic: { ...COMMON, framework: "none", title: "POA&M Status Report" },
};
