import type { Portfolio, Report } from "../src/model/report.js";
import type { ReportMonth, Tally } from "../src/model/report-grids.js";
import type { ReportSection } from "../src/model/report-section.js";

/** A report made up to show every kind of section, table, cell and chart, with texts that try to be markup. */
export const MADE_REPORT: Report = {
  terms: {
    framework: "FedRAMP",
    title: "FedRAMP Continuous Monitoring Report",
    item: "POA&M item",
    items: "POA&M items",
    late: "past due",
    rating: "Original / adjusted risk",
    ageFrom: "detection",
    sources: [],
  },
  header: {
    month: "June, 2026",
    system: "Example <Cloud> & Co",
    organisation: "Example Organisation with a rather long name, Inc.",
    systemId: "FR0000000001",
    impactLevel: "Moderate",
    asOf: "2026-06-30",
    submittedOn: "2026-06-28",
    workbook: "2026-06.xlsx",
    template: { id: "fedramp-rev5-v3.0", title: "FedRAMP POA&M template 3.0" },
    packs: ["fedramp-rev5"],
    previous: [],
    logo: undefined,
    tool: "poam 0.1.0",
  },
  facts: {},
  totals: {
    open: 1234,
    closed: 71,
    configuration: 3,
    late: 12,
    dueSoon: 5,
    soonDays: 30,
    stale: 4,
    excused: 2,
    byRating: [],
  },
  uniqueVulnerabilities: {
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun"].map((name, index) => ({
      ...month(name, index),
      high: index === 1 ? undefined : 3 + index,
      moderate: index === 1 ? undefined : 20 + 3 * index,
      low: index === 1 ? undefined : 11,
      total: index === 1 ? undefined : 34 + 4 * index,
      from: "poam",
    })),
    baseline: 40,
    threshold: 50,
    note: "",
  },
  scans: [],
  openSummary: { rowHeading: "", months: [], rows: [], total: emptyRow(), note: "" },
  pastDueAges: { rowHeading: "", buckets: [], rows: [], total: emptyAges(), outside: [], note: "" },
  statuses: undefined,
  lateItems: [],
  vendorDependencies: undefined,
  deviations: undefined,
  kev: undefined,
  notes: [],
  triggers: [],
  changes: undefined,
  trends: {
    openByRating: {
      months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun"].map(month),
      series: [
        { rating: "High", values: [4, undefined, 3, 5, 2, 1] },
        { rating: "Moderate", values: [22, undefined, 25, 24, 20, 19] },
        { rating: "Low", values: [31, undefined, 30, 33, 35, 34] },
      ],
      late: [3, undefined, 4, 6, 5, 2],
    },
    ages: {
      buckets: [
        { label: "0-30", from: 0, to: 30 },
        { label: "31-60", from: 31, to: 60 },
        { label: "61-90", from: 61, to: 90 },
        { label: "91-120", from: 91, to: 120 },
        { label: "121+", from: 121, to: undefined },
      ],
      series: [
        { rating: "High", values: [1, 0, 0, 0, 0] },
        { rating: "Moderate", values: [9, 6, 4, 0, 0] },
        { rating: "Low", values: [5, 7, 8, 6, 8] },
      ],
      undated: 2,
    },
    burnDown: {
      open: 54,
      pastDue: 2,
      undated: 1,
      asOf: "2026-06-30",
      months: ["Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"].map((name, index) => ({
        month: `2026-${String(index + 6).padStart(2, "0")}`,
        label: `${name} 2026`,
        due: [0, 12, 9, 14, 8, 4, 4][index]!,
        left: [54, 42, 33, 19, 11, 7, 3][index]!,
      })),
    },
  },
};

const HEADINGS = ["High", "High/Mod", "High/Low", "Moderate", "Mod/Low", "Low"];

export const MADE_SECTIONS: readonly ReportSection[] = [
  {
    id: "header",
    title: "System",
    paragraphs: [],
    tables: [
      {
        caption: "System",
        columns: [
          { heading: "fact", kind: "text" },
          { heading: "value", kind: "text" },
        ],
        rows: [
          { cells: [{ value: "Authorization package" }, { value: "FR0000000001" }] },
          { cells: [{ value: "System status" }, { is: "not-supplied" }] },
        ],
      },
    ],
  },
  {
    id: "unique-vulnerabilities",
    title: "Unique vulnerabilities",
    paragraphs: ["A paragraph that <script>alert(1)</script> tries to be more than text."],
    tables: [],
    chart: "unique-vulnerabilities",
    note: "Counted once each.",
  },
  {
    id: "open-summary",
    title: "Open POA&M Summary",
    paragraphs: [],
    chart: "open-by-rating",
    tables: [
      {
        caption: "Open items by original / adjusted risk",
        columns: [
          { heading: "Original / adjusted risk", kind: "text" },
          ...["Jan 2026", "Feb 2026", "Mar 2026", "Apr 2026", "May 2026", "Jun 2026"].map((heading) => ({
            heading,
            kind: "number" as const,
          })),
          { heading: "Pending false positive", kind: "number" },
          { heading: "Operational requirement pending", kind: "number" },
          { heading: "Operational requirement active", kind: "number" },
        ],
        rows: [
          ...HEADINGS.map((label, row) => ({
            cells: [
              { value: label },
              ...[0, 1, 2, 3, 4, 5].map((column) =>
                column === 1 ? { is: "not-supplied" as const } : { value: row * column, items: ["V-1", "V-2"] },
              ),
              { value: 0 },
              { value: 1 },
              { value: 0 },
            ],
          })),
          {
            cells: [{ value: "Total" }, ...[60, 61, 62, 63, 64, 65, 1, 2, 3].map((value) => ({ value }))],
            as: "total",
          },
        ],
      },
    ],
  },
  {
    id: "ages",
    title: "POA&M Age for Past Due Items",
    paragraphs: [],
    chart: "ages",
    tables: [
      {
        caption: "Past due items by days since detection",
        columns: [
          { heading: "Risk", kind: "text" },
          { heading: "0-30", kind: "number" },
          { heading: "31-60", kind: "number" },
        ],
        rows: [{ cells: [{ value: "Moderate" }, { is: "impossible" }, { value: 3, items: ["V-9"] }] }],
      },
    ],
  },
  { id: "burn-down", title: "Burn-down of due dates", paragraphs: [], tables: [], chart: "burn-down" },
  {
    id: "late",
    title: "Late items",
    paragraphs: [],
    tables: [
      {
        caption: "Late items, most days late first",
        columns: [
          { heading: "Id", kind: "text" },
          { heading: "Weakness", kind: "text" },
          { heading: "Detected", kind: "date" },
          { heading: "Due", kind: "date" },
          { heading: "Days late", kind: "number" },
          { heading: "Why", kind: "text" },
        ],
        rows: [
          {
            cells: [
              { value: "V-2026-0000000000000000000000000000000000000000000001" },
              { value: 'OpenSSL "1.1" <b>is</b> vulnerable\nto much' },
              { value: { date: "2026-01-02" } },
              { value: { date: "2026-02-01" } },
              { value: 149 },
              { value: null },
            ],
            as: "tripped",
          },
        ],
      },
    ],
  },
  { id: "kev", title: "Known exploited vulnerabilities", paragraphs: [], tables: [], empty: "None." },
];

function month(name: string, index: number): ReportMonth {
  return {
    month: `2026-${String(index + 1).padStart(2, "0")}`,
    label: `${name} 2026`,
    day: name === "Feb" ? undefined : `2026-${String(index + 1).padStart(2, "0")}-28`,
  };
}

function emptyRow(): Report["openSummary"]["total"] {
  return {
    label: "Total",
    counts: [],
    pendingFalsePositive: undefined,
    operationalRequirementPending: undefined,
    operationalRequirementActive: undefined,
  };
}

function emptyAges(): Report["pastDueAges"]["total"] {
  const total: Tally = { count: 0, items: [] };
  return {
    label: "Total",
    cells: [],
    total,
    pendingFalsePositive: undefined,
    pendingOperationalRequirement: undefined,
  };
}

const FIGURES = {
  ...{ open: 40, high: 2, moderate: 18, low: 20, other: 0, late: 3, stale: 1 },
  ...{ vendorDependencies: 2, deviationsPending: 1, added: 4, closed: 3 },
};

export const MADE_PORTFOLIO: Portfolio = {
  asOf: "2026-06-30",
  organisation: "Example Organisation",
  tool: "poam 0.1.0",
  systems: [
    {
      ...FIGURES,
      workbook: "a.xlsx",
      system: "A",
      template: "generic",
      submittedOn: undefined,
      systemStatus: undefined,
      tripped: [],
    },
  ],
  totals: FIGURES,
};
