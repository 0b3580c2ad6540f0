import {
  API,
  ARMY,
  CLASSIC,
  EMASS,
  FIELD_TABLE,
  INSTRUCTIONS,
  LAYOUT,
  MODERN,
  NATIVE,
  NAVY,
  NAVY_INSTRUCTIONS,
  REQUIREMENTS,
  SEVERAL_CONTROLS,
  VALIDATION,
} from "./emass-sources.js";
import type { Citation, Pack, PackRule } from "./pack.js";

const DATES = [VALIDATION("G to I, N and O"), ...INSTRUCTIONS("item 12", "item 15")];
const SP800_53: Citation = { document: "NIST SP 800-53", version: "Rev. 5", section: "chapter 3" };

/** What the import refuses in eMASS' own forms is left to the rule in the others, which are no import. */
const layout = (covers: readonly string[], more: Partial<PackRule> = {}): PackRule => ({
  covers,
  templates: NATIVE,
  cites: LAYOUT,
  ...more,
});

/** Characters. */
const LIMITS = {
  pointOfContact: 100,
  resources: 250,
  description: 2000,
  source: 2000,
  sourceDetails: 2000,
  comments: 2000,
  mitigations: 2000,
  recommendations: 2000,
  milestoneDescription: 2000,
  milestones: 2000,
  predisposingConditions: 2000,
  threatDescription: 2000,
  assets: 2000,
  personnelObstacleReason: 2000,
  nonPersonnelObstacleReason: 2000,
};

/**
 * Whether an item's review status is Approved stands in eMASS only: it is assumed not to be. Who has approved items sets
 * `milestone-after-due` to info, as a later milestone then asks for an extension, `due-date-changed` to error, and adds
 * severity to `also` of `required-missing`. There too belongs what one's own instance of eMASS needs besides: severity, relevanceOfThreat,
 * likelihood, impact, residualRisk, mitigations; and for the VA cfoAudit, with `amountRequired` of `resource-costs-incomplete`.
 *
 * For the days that a CAT I, II or III weakness may stay open no published source is known: none are set. Who keeps to some
 * gives them to `overdue` and `due-beyond-window`: `["warning", { "windows": { "High": 30, "Moderate": 90, "Low": 180 } }]`;
 * they are counted from the detection date, for which eMASS' own forms have no column.
 */
export const rmfEmass: Pack = {
  id: "rmf-emass",
  title: "RMF / eMASS",
  summary: "What eMASS asks of a POA&M that is imported, and what the RMF expects of its items",
  rules: {
    // The layout: what the import refuses, or may.
    "sheet-missing": { covers: ["EM001"], cites: LAYOUT },
    "sheet-not-first": layout(["EM001"]),
    // The instructions forbid it, but the import reads the first sheet only, and tools in use leave sheets out.
    "sheet-extra": layout(["EM001"], { severity: "warning" }),
    "banner-missing": layout(["EM001"]),
    "heading-missing": { covers: ["EM001"], cites: LAYOUT },
    "heading-altered": { covers: ["EM001"], cites: LAYOUT },
    "heading-moved": { covers: ["EM001"], cites: LAYOUT },
    "heading-duplicated": { cites: LAYOUT },
    "heading-extra": [layout(["EM001"], { severity: "error" }), { cites: LAYOUT }],
    "heading-row-displaced": layout(["EM002"], {
      cites: [{ document: "eMASS POA&M import template", section: "headings in row 7, items from row 8" }],
    }),

    // What an item of each status has, and what it has not.
    "required-missing": {
      covers: ["EM030", "EM032", "EM035", "EM036", "EM045", "EM046", "EM047", "EM150"],
      cites: [...INSTRUCTIONS("items 9 to 11", "item 19"), REQUIREMENTS],
    },
    "milestone-missing": [
      {
        covers: ["EM031", "EM037"],
        templates: NATIVE.filter((id) => id !== "emass-2020"),
        cites: [...INSTRUCTIONS("items 9 and 11"), REQUIREMENTS],
      },
      // The instructions of 2020 do not ask for one; the system does.
      { covers: ["EM031", "EM037"], severity: "warning", templates: EMASS, cites: [REQUIREMENTS] },
    ],
    "forbidden-filled": {
      covers: ["EM033", "EM034"],
      templates: EMASS,
      options: {
        statuses: ["Risk Accepted"],
        fields: [
          "scheduledCompletion",
          "milestones",
          "milestoneDescription",
          "milestoneStatus",
          "milestoneDue",
          "milestoneCompletedOn",
        ],
      },
      cites: [...INSTRUCTIONS("item 10"), REQUIREMENTS],
    },
    "status-not-for-new": { covers: ["EM040"], templates: EMASS, cites: [REQUIREMENTS] },
    "expiry-without-acceptance": { covers: ["EM064"], cites: INSTRUCTIONS("item 13") },
    "acceptance-expired": { cites: INSTRUCTIONS("item 13") },
    "completion-undated": {
      covers: ["EM036", "EM039", "EM065"],
      templates: CLASSIC,
      cites: [...INSTRUCTIONS("item 11", "item 15"), REQUIREMENTS],
    },
    "id-edited": { covers: ["EM003"], templates: NATIVE, cites: INSTRUCTIONS("on ids", "item 3") },
    "duplicate-id": { cites: INSTRUCTIONS("on ids", "item 3") },
    "archived-item-changed": { covers: ["EM041"], templates: EMASS, cites: [REQUIREMENTS] },
    // Forbidden for approved items only.
    "due-date-changed": { covers: ["EM062"], severity: "off", cites: [REQUIREMENTS] },

    // Milestones.
    "milestones-in-one-cell": {
      covers: ["EM004", "EM066"],
      templates: NATIVE,
      cites: INSTRUCTIONS("item 14", "items 11 and 12"),
    },
    "milestone-date-not-last": {
      covers: ["EM042", "EM065"],
      templates: CLASSIC,
      cites: INSTRUCTIONS("item 14", "item 15"),
    },
    "milestone-incomplete": {
      covers: ["EM042", "EM043"],
      templates: MODERN,
      cites: [...INSTRUCTIONS("item 14"), API("section 4.8.1")],
    },
    "milestone-left-open": { covers: ["EM038"], templates: MODERN, cites: INSTRUCTIONS("item 11") },
    "milestone-not-completed": { covers: ["EM068"], templates: MODERN, cites: INSTRUCTIONS("item 14") },
    "milestone-after-due": {
      covers: ["EM060", "EM067"],
      severity: "error",
      cites: [...INSTRUCTIONS("items 12 and 15", "item 13"), REQUIREMENTS],
    },

    // Values, and how they are written.
    "value-not-in-list": {
      covers: ["EM010", "EM011", "EM012", "EM013", "EM014", "EM065", "EM150"],
      cites: [...INSTRUCTIONS("items 19 and 22", "items 16 and 17"), FIELD_TABLE],
    },
    "white-space-stray": { cites: [...INSTRUCTIONS("items 19 and 22", "items 16 and 17"), FIELD_TABLE] },
    "text-too-long": {
      covers: [
        ...["EM080", "EM081", "EM082", "EM083", "EM084", "EM086", "EM087", "EM088", "EM089", "EM090", "EM091", "EM092"],
        ...["EM093", "EM094", "EM095", "EM096", "EM097"],
      ],
      templates: EMASS,
      options: { limits: LIMITS, parted: ["pointOfContact"] },
      cites: [REQUIREMENTS, FIELD_TABLE, VALIDATION("AJ and AO", ARMY)],
    },
    "separator-unexpected": [
      {
        covers: ["EM016", "EM018", "EM158"],
        templates: SEVERAL_CONTROLS,
        options: {
          fields: [
            "controls",
            "sourceIdentifier",
            "personnelCostCode",
            "personnelObstacle",
            "nonPersonnelCostCode",
            "nonPersonnelObstacle",
          ],
        },
        cites: [...INSTRUCTIONS("items 6 and 8; of the Army's, 21"), FIELD_TABLE],
      },
      {
        covers: ["EM018"],
        templates: CLASSIC,
        options: { fields: ["sourceIdentifier"] },
        cites: INSTRUCTIONS("item 8", "item 10"),
      },
    ],
    "security-check-malformed": { covers: ["EM018"], templates: EMASS, cites: INSTRUCTIONS("items 7 and 8", "item 9") },
    "contact-malformed": { covers: ["EM019"], templates: EMASS, cites: INSTRUCTIONS("item 17", "item 8") },
    "contact-incomplete": { covers: ["EM044"], templates: EMASS, cites: [REQUIREMENTS] },
    "control-malformed": { severity: "warning", cites: INSTRUCTIONS("items 4 to 6", "items 5 to 7") },
    "control-misspelled": { cites: INSTRUCTIONS("items 4 to 6", "items 5 to 7") },
    "control-unknown": { severity: "warning", cites: [...INSTRUCTIONS("items 4 to 6", "items 5 to 7"), SP800_53] },
    "control-withdrawn": { cites: [SP800_53] },

    // Dates.
    "date-unreadable": { covers: ["EM015"], cites: DATES },
    "date-impossible": { covers: ["EM015"], cites: DATES },
    "date-ambiguous": { covers: ["EM015"], cites: DATES },
    "date-mistyped": { covers: ["EM015"], cites: DATES },
    "formula-without-result": { cites: DATES },
    "date-in-future": { covers: ["EM039", "EM068"], cites: [REQUIREMENTS] },
    "due-before-detected": { cites: INSTRUCTIONS("item 12") },
    overdue: { covers: ["EM069"], severity: "warning", cites: [...INSTRUCTIONS("item 12"), FIELD_TABLE] },
    "due-beyond-window": {
      covers: ["DD001"],
      severity: "warning",
      cites: [{ document: "Custom, without a published source", section: "days for CAT I, II and III" }],
    },

    // Risk: the Navy's tables, and what its instructions say of ratings.
    "risk-off-matrix": {
      covers: ["EM110", "EM111"],
      templates: NAVY,
      cites: [NAVY_INSTRUCTIONS("tables C1:I9 and C11:I20")],
    },
    "threat-understated": { covers: ["EM112"], templates: NAVY, cites: [NAVY_INSTRUCTIONS("item 25")] },
    "severity-lowered-unexplained": {
      covers: ["EM113"],
      templates: NAVY,
      cites: [NAVY_INSTRUCTIONS("items 22 and 24")],
    },
    "residual-risk-left-high": { covers: ["EM114"], templates: NAVY, cites: [NAVY_INSTRUCTIONS("item 30")] },

    // Costs: Army, VA and Coast Guard.
    "resource-costs-incomplete": {
      covers: ["EM151", "EM152", "EM153", "EM154", "EM155", "EM156"],
      templates: ARMY,
      cites: [FIELD_TABLE],
    },
    "amount-malformed": { covers: ["EM157"], templates: ARMY, cites: [VALIDATION("AG, AH, AL and AM", ARMY)] },
  },
  notShown: {
    FI005: "Whether a task is recommended before or after the authorization has no column.",
    FI007: "eMASS' forms have no date of the last update.",
    DD001: "No primary source sets days for CAT I to III; they can be set as `windows` of the rule `overdue`.",
    CS001:
      "The CAAT form has neither rating nor due date; elsewhere the days can be set as `windows` of the rule `overdue`.",
    CS002: "The CAAT form has neither severity nor status.",
    CS003: "The CAAT form has no column for false positives.",
    EM005:
      "Where a new row is put is seen while it is put there; afterwards it stands below its item or is one of its own.",
    EM017: "A blank cell of controls makes an item of the whole system: that is a choice, and no fault.",
    EM061:
      "Whether an item is approved stands in eMASS only; of an approved one a later milestone asks for an extension.",
    EM063: "The date is optional, and a blank one asks for an acceptance without end.",
    EM066: "The dates in the cells are those that the milestones were moved to, not the days on which they were moved.",
    EM085: "No form has a column for the external id.",
    EM112: "Only a threat that is called adversarial in its description can be told from the others.",
    EM113: "Whether a mitigation is in place or planned is for a reader to judge.",
    EM114:
      "Whether a recommendation lowers the risk is for a reader to judge; the risk that results from it is a column of the Navy's.",
    EM130: "Whether a control is inherited stands in eMASS only.",
    EM131: "Whether a control applies stands in eMASS only.",
    EM132: "Whether a control is compliant stands in eMASS only.",
    EM133: "Whether an item is in an active package stands in eMASS only.",
    EM134: "Which controls a system has stands in eMASS only.",
    EM135: "Which milestones are inactive stands in eMASS only.",
  },
};
