import { MONITORING, MONITORING_NOT_SHOWN } from "./fedramp-monitoring.js";
import { FORMULA, GUIDE, RFC3, STRATEGY, V2, V2_TEMPLATES, V3, V3_TEMPLATES, WINDOWS } from "./fedramp-sources.js";
import type { Citation, Pack } from "./pack.js";

const SUPERSEDED = { since: "2026-12-07", grace: "2027-03-07" };
const CONSOLIDATED: Citation = {
  document: "FedRAMP Consolidated Rules 2026",
  version: "2026.07.14.01",
  section: "timeline of VDR and VER",
};
export const fedrampRev5: Pack = {
  id: "fedramp-rev5",
  title: "FedRAMP Rev. 5",
  summary: "The POA&M template of FedRAMP, versions of 2018 to 3.0, and its continuous monitoring rules",
  rules: {
    "form-superseded": [
      { severity: "info", from: "2026-12-07", until: "2027-03-07", options: SUPERSEDED, cites: [CONSOLIDATED] },
      { severity: "warning", from: "2027-03-08", options: SUPERSEDED, cites: [CONSOLIDATED] },
    ],
    "sheet-missing": { covers: ["F001"], cites: [GUIDE("section 1"), V3("Instructions A5")] },
    "sheet-renamed": { cites: [GUIDE("section 1"), V3("Instructions A5")], covers: ["F001"] },
    "heading-missing": { covers: ["F002"], cites: [GUIDE("section 1"), V3("Instructions A5")] },
    "heading-altered": { covers: ["F002"], cites: [GUIDE("section 1"), V3("Instructions A5")] },
    "heading-moved": { covers: ["F002"], cites: [GUIDE("section 1"), V3("Instructions A5")] },
    "heading-duplicated": { covers: ["F002"], cites: [GUIDE("section 1")] },
    "heading-extra": { covers: ["F003"], cites: [GUIDE("section 1")] },
    "header-missing": { covers: ["F004"], cites: [GUIDE("Table 1")] },
    "header-unfilled": { covers: ["F004"], cites: [GUIDE("Table 1"), V3("Open POA&M Items B3:E3")] },
    "header-value-unknown": { covers: ["F005"], cites: [V2("Open POA&M Items C3"), V3("Open POA&M Items D3")] },
    "example-left-in": { covers: ["F007"], cites: [V2("Open POA&M Items row 8")], templates: V2_TEMPLATES },
    "guidance-overwritten": { covers: ["F008"], cites: [V3("Instructions A5")], templates: V3_TEMPLATES },
    "guidance-missing": { covers: ["F008"], cites: [V3("Instructions A5")], templates: V3_TEMPLATES },
    "required-missing": {
      covers: [
        "F020",
        "F026",
        "F027",
        "F050",
        "F052",
        "F055",
        "F057",
        "F070",
        "F074",
        "F080",
        "F090",
        "F091",
        "F092",
        "F130",
      ],
      // Rated Critical, an item gets no date from the form's formula; the days allowed are those of High.
      options: { formula: FORMULA, windows: WINDOWS },
      cites: [GUIDE("Table 2"), V3("Open POA&M Items row 8")],
    },
    "value-not-in-list": {
      covers: ["F080", "F090", "F091", "F092", "F110"],
      options: { except: ["Critical"] },
      cites: [
        V2("data validation of columns P, S to W"),
        V3("data validation of columns O, R to V"),
        V3("Open POA&M Items Z7"),
      ],
    },
    "white-space-stray": {
      cites: [
        GUIDE("Table 2, columns A and F"),
        V2("data validation of columns S to W"),
        V3("data validation of columns R to V"),
      ],
    },
    "formula-without-result": { covers: ["F052"], cites: [GUIDE("Table 2, column L")] },
    "duplicate-id": { covers: ["F021"], cites: [GUIDE("Table 2, column A")] },
    "control-malformed": { covers: ["F026"], cites: [GUIDE("Table 2, column B"), V3("Open POA&M Items C6")] },
    "control-misspelled": { covers: ["F026"], cites: [GUIDE("Table 2, column B"), V3("Open POA&M Items C6")] },
    // Its guidance asks for commas, in passing.
    "separator-unexpected": {
      covers: ["F026"],
      severity: "info",
      templates: V3_TEMPLATES,
      options: { separator: ",", fields: ["controls"] },
      cites: [V3("Open POA&M Items C6")],
    },
    "control-unknown": {
      covers: ["F026"],
      cites: [GUIDE("Table 2, column B"), { document: "NIST SP 800-53", version: "Rev. 5", section: "chapter 3" }],
    },
    "control-withdrawn": {
      covers: ["F026"],
      cites: [GUIDE("Table 2, column B"), { document: "NIST SP 800-53", version: "Rev. 5", section: "chapter 3" }],
    },
    "asset-shorthand": { covers: ["F040"], cites: [GUIDE("Table 2, column G"), V3("Open POA&M Items H6")] },
    "asset-list-malformed": { covers: ["F040"], cites: [GUIDE("Table 2, column G"), V3("Open POA&M Items H6")] },
    "cve-malformed": {
      covers: ["F029"],
      cites: [
        { document: "FedRAMP Vulnerability Scanning Requirements", version: "3.0", section: "CVE numbering" },
        V3("Open POA&M Items AB6"),
      ],
    },
    "milestone-grammar": {
      cites: [GUIDE("Table 2, columns M and N"), V2("Open POA&M Items M6:N7")],
      covers: ["F070", "F072"],
      templates: V2_TEMPLATES,
      options: { form: "numbered" },
    },
    "date-unreadable": { covers: ["F050", "F052", "F056"], cites: [GUIDE("Table 2, columns K, L, O and Q")] },
    "date-impossible": { covers: ["F050", "F056"], cites: [GUIDE("Table 2, columns K, L, O and Q")] },
    "date-ambiguous": { covers: ["F056"], cites: [GUIDE("Table 2, columns K, L, O and Q")] },
    "date-mistyped": {
      covers: ["F056"],
      severity: "error",
      cites: [V2("data validation of columns K, L, O and Q"), V3("data validation of columns L to N and P")],
    },
    "date-in-future": { covers: ["F050", "F055", "F083"], cites: [GUIDE("Table 2, columns K, O and Q")] },
    "detected-after-submission": { covers: ["F050"], cites: [GUIDE("Table 2, column K"), RFC3("check 5J")] },
    "due-before-detected": { covers: ["F052"], cites: [GUIDE("Table 2, column L")] },
    "due-beyond-window": {
      covers: ["F054"],
      options: { windows: WINDOWS },
      cites: [GUIDE("section 3"), V3("Instructions A9"), V2("formula of L9")],
    },
    // Configuration findings are no open items: neither late nor counted (F068).
    overdue: {
      covers: ["F060", "F061", "F065", "F068"],
      options: { windows: WINDOWS, checkInDays: 30 },
      cites: [GUIDE("section 3"), V3("Instructions A9"), STRATEGY("appendix D")],
    },
    "vendor-check-in-overdue": {
      covers: ["F062", "F081"],
      options: { days: 30 },
      cites: [GUIDE("Table 2, columns P and Q"), STRATEGY("appendix D")],
    },
    stale: { covers: ["F055"], options: { days: 31 }, cites: [GUIDE("Table 2, column O"), V3("Open POA&M Items N6")] },
    "poam-date-unreadable": {
      covers: ["F006"],
      cites: [GUIDE("Table 1"), RFC3("check 5J"), V3("Open POA&M Items E3")],
    },
    "poam-date-in-future": {
      covers: ["F006"],
      cites: [GUIDE("Table 1"), RFC3("check 5J"), V3("Open POA&M Items E3")],
    },
    "poam-date-outdated": {
      covers: ["F006"],
      options: { days: 31 },
      cites: [GUIDE("Table 1"), RFC3("check 5J"), V3("Open POA&M Items E3")],
    },
    "template-outdated": [
      {
        covers: ["F009"],
        templates: V2_TEMPLATES,
        from: "2025-11-18",
        options: { current: "template 3.0 (2025-11-17)" },
        cites: [{ document: "FedRAMP POA&M Template", version: "3.0", section: "Record of Changes" }],
      },
      {
        covers: ["F009"],
        templates: V2_TEMPLATES.filter((id) => id !== "fedramp-rev5-v2.1"),
        from: "2025-01-01",
        until: "2025-11-17",
        options: { current: "template 2.1 (2024-03-29)" },
        cites: [{ document: "FedRAMP POA&M Template", version: "2.1", section: "Record of Changes" }],
      },
    ],
    // F054 also names a date before the window's end: a plan may be faster, so this count of typed dates says enough.
    "formula-replaced": {
      covers: ["F010", "F054"],
      cites: [V2("formula of L9"), V3("Open POA&M Items M6 and formula of M10")],
    },
    // The guide recommends it only, and 3.0 leaves the ids to the provider: whoever wants it turns it on.
    "id-unconventional": { covers: ["F022"], severity: "off", cites: [GUIDE("Table 2, column A")] },
    "id-reused": { covers: ["F023"], cites: [GUIDE("Table 2, column A"), GUIDE("section 2.2")] },
    "item-vanished": { covers: ["F023"], cites: [GUIDE("section 2.2")] },
    "weakness-listed-twice": { covers: ["F024"], cites: [GUIDE("Table 2, column A")] },
    "source-identifiers-grouped": {
      covers: ["F025"],
      cites: [
        {
          document: "FedRAMP Vulnerability Scanning Requirements",
          version: "3.0",
          section: "each unique vulnerability is one POA&M item",
        },
      ],
    },
    "control-outside-baseline": [
      {
        covers: ["F026"],
        templates: ["fedramp-rev5-v2.0", "fedramp-rev5-v2.1", "fedramp-rev5-v3.0"],
        options: { header: "fedramp-r5-" },
        cites: [
          GUIDE("Table 2, column B"),
          {
            document: "FedRAMP Security Controls Baseline",
            version: "Rev. 5",
            section: "the baseline of the impact level",
          },
        ],
      },
      // The forms before 2023 were used under revision 4: the impact level does not tell the baseline, the configuration may.
      { covers: ["F026"], cites: [GUIDE("Table 2, column B")] },
    ],
    // Where the source gives no identifier the guide and 2.1 want None, 3.0 a blank: each form is held to its own text.
    "source-identifier-missing": [
      { covers: ["F028"], severity: "error", templates: V3_TEMPLATES, cites: [V3("Open POA&M Items G6")] },
      {
        covers: ["F028"],
        templates: V2_TEMPLATES,
        options: { stateNone: true },
        cites: [GUIDE("Table 2, column F"), V2("Open POA&M Items F6")],
      },
      { covers: ["F028"], cites: [GUIDE("Table 2, column F")] },
    ],
    // Not the adjusted rating: 3.0 forbids N/A there in its guidance, and offers it in its list.
    "placeholder-for-blank": {
      covers: ["F028", "F082"],
      templates: V3_TEMPLATES,
      options: { fields: ["sourceIdentifier", "vendorProduct", "deviationRationale", "comments", "kevDueDate"] },
      cites: [V3("Open POA&M Items G6, Q6, W6, Y6 and AA6")],
    },
    "cve-not-listed": {
      covers: ["F029"],
      cites: [
        { document: "FedRAMP Vulnerability Scanning Requirements", version: "3.0", section: "CVE numbering" },
        V3("Open POA&M Items AB6"),
      ],
    },
    "asset-not-in-inventory": { covers: ["F041"], cites: [GUIDE("Table 2, column G"), RFC3("check 5H")] },
    "public-asset-called-internal": {
      covers: ["F042"],
      cites: [GUIDE("Table 2, column X"), V3("Open POA&M Items W6")],
    },
    "asset-listed-twice": { covers: ["F043"], cites: [GUIDE("Table 2, column G"), V3("Open POA&M Items H6")] },
    "detection-implausible": {
      covers: ["F050"],
      // FedRAMP was set up in December 2011; what was found in that year may have been brought in.
      options: { since: "2011-01-01" },
      cites: [GUIDE("Table 2, column K")],
    },
    "detection-date-changed": { covers: ["F051"], cites: [GUIDE("Table 2, column K"), V3("Open POA&M Items L6")] },
    "due-date-changed": {
      covers: ["F053"],
      cites: [GUIDE("Table 2, columns L, P and U"), V3("Open POA&M Items M6")],
    },
    // Best practice's word for it, which asks less: due-date-changed speaks of the same cell.
    "date-moved-unexplained": { severity: "off", cites: [GUIDE("Table 2, column L")] },
    "recorded-before-detected": {
      covers: ["F055", "F057", "F083"],
      cites: [GUIDE("Table 2, columns K and O"), GUIDE("section 2.2"), V3("Open POA&M Items N6")],
    },
    ...MONITORING,
  },
  notShown: {
    ...MONITORING_NOT_SHOWN,
    F030: "Whether a text is sensitive is for its reader to judge; the guide's mark, italics with a note, is a matter of type.",
  },
};
