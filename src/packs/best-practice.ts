import { EMASS } from "./emass-sources.js";
import { V2_TEMPLATES, V3_TEMPLATES } from "./fedramp-sources.js";
import type { Citation, Pack } from "./pack.js";

const CA5: Citation = { document: "NIST SP 800-53", version: "Rev. 5", section: "CA-5" };
const ELEMENTS: Citation = { document: "OMB M-02-01", section: "the eight elements of a POA&M" };
const RISK: Citation = { document: "NIST SP 800-37", version: "Rev. 2", section: "tasks A-6 and R-3" };

const FEDRAMP = [...V2_TEMPLATES, ...V3_TEMPLATES];
const HOME_MADE = ["generic"];
const TRACKERS = ["asana", "drata", "hyperproof", "jira", "monday", "vanta"];

const REQUIRED = ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11"];

/** What holds whatever the framework. These are judgements: a framework's own pack, where one applies, decides first. */
export const bestPractice: Pack = {
  id: "best-practice",
  title: "Best practice",
  summary: "What every POA&M needs, whatever the framework",
  general: true,
  rules: {
    "heading-duplicated": { severity: "warning", cites: [CA5] },
    // A home-made register may lack a column, or leave one blank throughout: that is said once, at its headings.
    "element-missing": [
      {
        cites: [ELEMENTS, CA5],
        covers: [...REQUIRED, "R12", "FI001"],
        templates: HOME_MADE,
      },
      // A tracker exports the columns that were asked for: without its status all items would be open again.
      { cites: [ELEMENTS, CA5], options: { elements: ["status"] }, templates: TRACKERS },
    ],
    "required-missing": [
      {
        severity: "warning",
        cites: [ELEMENTS],
        options: { blankColumns: false },
        templates: HOME_MADE,
        covers: [...REQUIRED, "P7", "FI001"],
      },
      { severity: "warning", cites: [ELEMENTS] },
    ],
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
    // Status dates are to be of the last month; with the option `days` of 30, 60 or 90 it counts what lies untouched.
    stale: { cites: [CA5], covers: ["P4"] },
    "plan-vague": { cites: [CA5, ELEMENTS], covers: ["P1"] },
    "owner-not-a-person": { cites: [ELEMENTS], covers: ["P2"] },
    "date-passed-unexplained": [
      // That form has no columns for it, and a rule of its own on what its plan says instead.
      { severity: "off", cites: [], templates: V3_TEMPLATES },
      { cites: [ELEMENTS, CA5], covers: ["P3"] },
    ],
    "date-moved-unexplained": [
      // Its dates move only for reasons of the framework's own, which has a rule for that.
      { severity: "off", cites: [], templates: FEDRAMP },
      { cites: [ELEMENTS], covers: ["P3", "O4", "FI003"] },
    ],
    "no-interim-milestone": { cites: [ELEMENTS], covers: ["P3"] },
    "milestone-overdue": { cites: [CA5, ELEMENTS], covers: ["P5"] },
    "milestone-after-due": { cites: [ELEMENTS], covers: ["P5"] },
    "due-soon-no-progress": { cites: [CA5], covers: ["P6"] },
    "closed-without-evidence": { severity: "warning", cites: [CA5], covers: ["R12", "P7"] },
    "delayed-uncommented": {
      cites: [{ document: "CNSSI 1254", section: "appendix C, POA&M" }],
      covers: ["FI004"],
    },
    "wish-list": { cites: [ELEMENTS], covers: ["P8"] },
    "unchanged-since-last-month": { cites: [CA5], covers: ["P9"] },
    "dates-bunched": [
      // The days from detection set the dates there: what one scan found is due on one day.
      { severity: "off", cites: [], templates: FEDRAMP },
      { cites: [ELEMENTS], covers: ["P10"] },
    ],
    "written-at-once": { cites: [CA5], covers: ["P11"] },
    "no-scanner-findings": { cites: [CA5], covers: ["P12"], templates: [...FEDRAMP, ...EMASS] },
    "risk-unstated": { cites: [RISK], covers: ["P13", "O2"] },
    "dependency-unknown": { cites: [CA5], covers: ["O3"] },
    "dependency-circular": { cites: [CA5], covers: ["O3"] },
    "due-before-dependency": { cites: [CA5], covers: ["O3"] },
  },
  notShown: {
    FI002: "The four statuses of national security systems are in no form that is known here.",
    FI006: "How often a POA&M is updated is the organization's to set: the option `days` of the rule `stale`.",
    GR001: "No source of GovRAMP's own was found; the days can be set as `windows` of the rule `overdue`.",
    DH001: "The handbook's text was not to be had.",
    O1: "The cost of an item is recommended, not needed: a register without it is no worse a POA&M.",
  },
};
