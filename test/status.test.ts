import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lint } from "../src/lint.js";
import type { Poam } from "../src/model/poam.js";
import { PACKS } from "../src/packs/index.js";
import type { ExampleRow, RuleExample } from "../src/rules/rule.js";
import { selected } from "../src/status/selection.js";
import { type Condition, type ItemStatus, type StatusOptions, statusOf } from "../src/status.js";
import { readPoam } from "../src/template/read.js";
import { openWorkbook } from "../src/workbook/open.js";
import { exampleWorkbook } from "./example-workbook.js";
import { TEMPLATES, templateNamed } from "./templates.js";

/** The three days on which every row below was worked out by hand. */
const DAYS = ["2026-03-31", "2026-04-01", "2026-04-30"] as const;

type Given = Omit<RuleExample, "rows"> & Pick<Partial<StatusOptions>, "soonDays" | "staleDays" | "settings">;

function statusesOf(rows: readonly ExampleRow[], asOf: string, given: Given = {}): readonly ItemStatus[] {
  const template = given.template ?? "fedramp-rev5-v2.1";
  const workbook = exampleWorkbook({ ...given, template, rows });
  const poam = readPoam(workbook, TEMPLATES, { fileName: "a.xlsx", template: templateNamed(template) });
  const { system, soonDays, staleDays, settings = {}, kev } = given;
  return statusOf(poam, {
    packs: packsOf(poam),
    asOf,
    settings,
    ...(system && { system }),
    ...(kev && { evidence: { kev: new Map(kev.map((entry) => [entry.cve, entry])) } }),
    ...(soonDays !== undefined && { soonDays }),
    ...(staleDays !== undefined && { staleDays }),
  });
}

const packsOf = (poam: Poam) => PACKS.filter(({ id }) => poam.template.packs.includes(id));

/** Detected on 1 March, status of 30 March: High is due on 31 March, and the status is 31 days old on 30 April. */
const HIGH: ExampleRow = { id: "V-1", detectedOn: "2026-03-01", statusDate: "2026-03-30", originalRating: "High" };
const WAITING: ExampleRow = { ...HIGH, vendorDependency: "Yes", vendorCheckIn: "2026-03-25" };
const LOW: ExampleRow = { ...HIGH, originalRating: "Low" };

const SOON: readonly Condition[] = ["due-soon"];
const LATE: readonly Condition[] = ["overdue"];
const UNDATED: readonly Condition[] = ["undated"];
const NONE: readonly Condition[] = [];

type Row = readonly [
  title: string,
  row: ExampleRow,
  due: string | null,
  daysLate: readonly [number, number, number],
  conditions: readonly [readonly Condition[], readonly Condition[], readonly Condition[]],
];

/** FedRAMP 2.1, whose POA&M date is 2026-03-31. */
const FEDRAMP: readonly Row[] = [
  ["High: 30 days, due today", HIGH, "2026-03-31", [0, 1, 30], [SOON, LATE, LATE]],
  ["Critical as High", { ...HIGH, originalRating: "Critical" }, "2026-03-31", [0, 1, 30], [SOON, LATE, LATE]],
  ["due yesterday", { ...HIGH, detectedOn: "2026-02-28" }, "2026-03-30", [1, 2, 31], [LATE, LATE, LATE]],
  [
    "Moderate: 90 days",
    { ...HIGH, originalRating: "Moderate", detectedOn: "2026-01-01" },
    "2026-04-01",
    [0, 0, 29],
    [SOON, SOON, LATE],
  ],
  [
    "due in 30 days",
    { ...HIGH, originalRating: "Moderate", detectedOn: "2026-01-30" },
    "2026-04-30",
    [0, 0, 0],
    [SOON, SOON, SOON],
  ],
  [
    "due in 31 days",
    { ...HIGH, originalRating: "Moderate", detectedOn: "2026-01-31" },
    "2026-05-01",
    [0, 0, 0],
    [NONE, SOON, SOON],
  ],
  ["Low: 180 days", { ...LOW, detectedOn: "2025-10-02" }, "2026-03-31", [0, 1, 30], [SOON, LATE, LATE]],
  [
    "Low: 180 days over a month's end",
    { ...LOW, detectedOn: "2025-10-31" },
    "2026-04-29",
    [0, 0, 1],
    [SOON, SOON, LATE],
  ],
  [
    "the window counts, not the column",
    { ...HIGH, scheduledCompletion: "2026-12-31" },
    "2026-03-31",
    [0, 1, 30],
    [SOON, LATE, LATE],
  ],
  [
    "no detection date: the column",
    { ...HIGH, detectedOn: "", scheduledCompletion: "2026-03-30" },
    "2026-03-30",
    [1, 2, 31],
    [LATE, LATE, LATE],
  ],
  ["nothing known", { ...HIGH, detectedOn: "" }, null, [0, 0, 0], [UNDATED, UNDATED, UNDATED]],
  ["nothing known, excused", { ...HIGH, detectedOn: "", falsePositive: "Yes" }, null, [0, 0, 0], [NONE, NONE, NONE]],
  [
    "adjusted and approved: Low",
    { ...HIGH, riskAdjustment: "Yes", adjustedRating: "Low" },
    "2026-08-28",
    [0, 0, 0],
    [NONE, NONE, NONE],
  ],
  [
    "adjusted and pending: still High",
    { ...HIGH, riskAdjustment: "Pending", adjustedRating: "Low" },
    "2026-03-31",
    [0, 1, 30],
    [
      ["deviation-pending", "due-soon"],
      ["overdue", "deviation-pending"],
      ["overdue", "deviation-pending"],
    ],
  ],
  ["approved false positive", { ...HIGH, falsePositive: "Yes" }, "2026-03-31", [0, 0, 0], [NONE, NONE, NONE]],
  [
    "approved operational requirement",
    { ...HIGH, operationalRequirement: "Yes" },
    "2026-03-31",
    [0, 0, 0],
    [NONE, NONE, NONE],
  ],
  [
    "check-in 30 days before the POA&M",
    { ...WAITING, vendorCheckIn: "2026-03-01" },
    "2026-03-31",
    [0, 0, 0],
    [NONE, NONE, NONE],
  ],
  [
    "check-in 31 days before the POA&M",
    { ...WAITING, vendorCheckIn: "2026-02-28" },
    "2026-03-31",
    [0, 1, 30],
    [
      ["check-in-due", "due-soon"],
      ["overdue", "check-in-due"],
      ["overdue", "check-in-due"],
    ],
  ],
  [
    "no check-in",
    { ...WAITING, vendorCheckIn: "N/A" },
    "2026-03-31",
    [0, 1, 30],
    [
      ["check-in-due", "due-soon"],
      ["overdue", "check-in-due"],
      ["overdue", "check-in-due"],
    ],
  ],
  [
    "the fix is out: 30 days from its release",
    { ...WAITING, comments: "Fix released on 2026-03-20." },
    "2026-04-19",
    [0, 0, 11],
    [SOON, SOON, LATE],
  ],
  [
    "what was released stands before the day",
    { ...WAITING, comments: "Vendor released the fix on 2026-03-20." },
    "2026-04-19",
    [0, 0, 11],
    [SOON, SOON, LATE],
  ],
  [
    "a check-in of a day to come holds from that day on",
    { ...WAITING, vendorCheckIn: "2026-04-02" },
    "2026-03-31",
    [0, 1, 0],
    [SOON, LATE, NONE],
  ],
  [
    "no known exploited vulnerability: its date does not count",
    { ...HIGH, kevTracking: "No", kevDueDate: "2026-03-15" },
    "2026-03-31",
    [0, 1, 30],
    [SOON, LATE, LATE],
  ],
  [
    "released before the detection",
    { ...WAITING, comments: "Fix released on 2026-02-20." },
    "2026-03-31",
    [0, 1, 30],
    [SOON, LATE, LATE],
  ],
  [
    "a release of something that nobody waited for",
    { ...HIGH, comments: "Release 2026-03-20 is affected. Released on 2026-03-20." },
    "2026-03-31",
    [0, 1, 30],
    [SOON, LATE, LATE],
  ],
  [
    "known exploited: CISA's earlier date",
    { ...HIGH, kevTracking: "Yes", kevDueDate: "2026-03-15" },
    "2026-03-15",
    [16, 17, 46],
    [LATE, LATE, LATE],
  ],
  [
    "known exploited: CISA's later date",
    { ...HIGH, kevTracking: "Yes", kevDueDate: "2026-04-10" },
    "2026-03-31",
    [0, 1, 30],
    [SOON, LATE, LATE],
  ],
  [
    "no vendor dependency excuses from CISA's date",
    { ...WAITING, kevDueDate: "2026-04-10" },
    "2026-04-10",
    [0, 0, 20],
    [SOON, SOON, LATE],
  ],
  [
    "a false positive is not exploited",
    { ...HIGH, falsePositive: "Yes", kevDueDate: "2026-03-15" },
    "2026-03-31",
    [0, 0, 0],
    [NONE, NONE, NONE],
  ],
  [
    "status 31 and 32 days old",
    { ...LOW, statusDate: "2026-02-28" },
    "2026-08-28",
    [0, 0, 0],
    [NONE, ["stale"], ["stale"]],
  ],
  ["no status since the detection", { ...LOW, statusDate: "" }, "2026-08-28", [0, 0, 0], [NONE, NONE, ["stale"]]],
  [
    "milestone of today, yesterday",
    { ...LOW, milestones: "(1) 2026-03-31: Test" },
    "2026-08-28",
    [0, 0, 0],
    [NONE, ["milestone-missed"], ["milestone-missed"]],
  ],
  [
    "milestone met",
    { ...LOW, milestones: "(1) 2026-03-31: Test", milestoneChanges: "(1) Complete 2026-03-30 : Tested" },
    "2026-08-28",
    [0, 0, 0],
    [NONE, NONE, NONE],
  ],
];

const CMMC: readonly Row[] = [
  [
    "180 days from the status",
    { conditionalStatusDate: "2025-10-02", scheduledCompletion: "2026-06-30" },
    "2026-03-31",
    [0, 1, 30],
    [SOON, LATE, LATE],
  ],
  [
    "the plan's own earlier date",
    { conditionalStatusDate: "2025-10-02", scheduledCompletion: "2026-03-20" },
    "2026-03-20",
    [11, 12, 41],
    [LATE, LATE, LATE],
  ],
  ["no status date", { scheduledCompletion: "2026-06-30" }, "2026-06-30", [0, 0, 0], [NONE, NONE, NONE]],
];

const EMASS: readonly Row[] = [
  ["Ongoing", { status: "Ongoing", scheduledCompletion: "2026-03-30" }, "2026-03-30", [1, 2, 31], [LATE, LATE, LATE]],
  ["Delayed", { status: "Delayed", scheduledCompletion: "2026-04-01" }, "2026-04-01", [0, 0, 29], [SOON, SOON, LATE]],
  [
    "Risk Accepted",
    { status: "Risk Accepted", scheduledCompletion: "2026-03-30" },
    "2026-03-30",
    [0, 0, 0],
    [NONE, NONE, NONE],
  ],
  [
    "Completed",
    { status: "Completed", scheduledCompletion: "2026-03-30" },
    "2026-03-30",
    [0, 0, 0],
    [NONE, NONE, NONE],
  ],
  [
    "a milestone in its own row",
    { status: "Ongoing", scheduledCompletion: "2026-12-31", milestoneDue: "2026-03-31", milestoneStatus: "Open" },
    "2026-12-31",
    [0, 0, 0],
    [NONE, ["milestone-missed"], ["milestone-missed"]],
  ],
];

const GENERIC: readonly Row[] = [
  [
    "the scheduled date",
    { weakness: "Old TLS", status: "Open", scheduledCompletion: "2026-03-31" },
    "2026-03-31",
    [0, 1, 30],
    [SOON, LATE, LATE],
  ],
  [
    "the rating sets no days",
    { weakness: "Old TLS", detectedOn: "2025-01-01", originalRating: "High", scheduledCompletion: "2026-04-30" },
    "2026-04-30",
    [0, 0, 0],
    [
      ["stale", "due-soon"],
      ["stale", "due-soon"],
      ["stale", "due-soon"],
    ],
  ],
];

describe.each<[string, readonly Row[]]>([
  ["fedramp-rev5-v2.1", FEDRAMP],
  ["cmmc", CMMC],
  ["emass-navy-2026", EMASS],
  ["generic", GENERIC],
])("%s", (template, rows) => {
  it.each(rows)("%s", (_, row, due, daysLate, conditions) => {
    for (const [index, asOf] of DAYS.entries()) {
      const [status] = statusesOf([{ id: "V-1", weakness: "Old TLS", description: "Old", ...row }], asOf, { template });
      expect([asOf, status!.dueOn, status!.daysOverdue, status!.late]).toEqual([
        asOf,
        due,
        daysLate[index],
        daysLate[index]! > 0,
      ]);
      expect([asOf, status!.conditions]).toEqual([asOf, conditions[index]]);
    }
  });
});

describe("the terms", () => {
  const late = (given: Given, row: ExampleRow = HIGH, asOf = "2026-04-30") =>
    statusesOf([row], asOf, given)[0]!.daysOverdue;

  it("come from the config, and stay where its rule is off", () => {
    expect(late({ settings: { overdue: { severity: "off" } } })).toBe(30);
    expect(late({ settings: { overdue: { options: { windows: { High: 45 } } } } })).toBe(15);
    const stale = { ...LOW, statusDate: "2026-03-16" };
    const conditions = (given: Given) => statusesOf([stale], "2026-04-30", given)[0]!.conditions;
    expect(conditions({ settings: { stale: { options: { days: 45 } } } })).toEqual([]);
    expect(conditions({ settings: { stale: { options: { days: 45 } } }, staleDays: 44 })).toEqual(["stale"]);
  });

  it("give the operational plan of action no end", () => {
    const row = { ...HIGH, conditionalStatusDate: "2025-10-02", scheduledCompletion: "2026-06-30" };
    expect(late({ template: "cmmc", system: { kind: "operational" } }, row)).toBe(0);
    expect(late({ template: "cmmc", system: { conditionalDate: "2025-10-12" } }, row)).toBe(20);
  });

  it("take CISA's catalogue where the item has no date", () => {
    const kev = [{ cve: "CVE-2025-1000", addedOn: "2026-03-01", dueOn: "2026-03-22" }];
    const [status] = statusesOf([{ ...HIGH, cves: "CVE-2025-1000" }], "2026-03-31", { kev });
    expect(status).toMatchObject({ dueOn: "2026-03-22", dueBy: "kev", daysOverdue: 9, kevDueOn: "2026-03-22" });
  });

  it("take the item's own date where tracking is No, but the catalogue lists it", () => {
    const kev = [{ cve: "CVE-2025-1000", addedOn: "2026-03-01", dueOn: "2026-03-22" }];
    const row = { ...HIGH, cves: "CVE-2025-1000", kevTracking: "No", kevDueDate: "2026-03-15" };
    expect(statusesOf([row], "2026-03-31", { kev })[0]).toMatchObject({ dueOn: "2026-03-15", daysOverdue: 16 });
  });

  it("count ahead as many days as were asked for", () => {
    const [seven, six] = [7, 6].map((soonDays) => statusesOf([HIGH], "2026-03-24", { soonDays })[0]!.conditions);
    expect([seven, six]).toEqual([["due-soon"], []]);
  });
});

it("says of an item what its cells say, and where", () => {
  const row = {
    ...WAITING,
    weakness: "Old TLS",
    pointOfContact: "Ann Bee",
    vendorCheckIn: "2026-02-20",
    riskAdjustment: "Pending",
    adjustedRating: "Low",
  };
  const [status] = statusesOf([row], "2026-04-30");
  expect(status).toMatchObject({
    id: "V-1",
    weakness: "Old TLS",
    state: "open",
    rating: { original: "High", adjusted: "Low", effective: "High" },
    owner: "Ann Bee",
    detectedOn: "2026-03-01",
    daysStale: 31,
    ageDays: 60,
    why: "late (High: 30 days from 2026-03-01); vendor check-in of 2026-02-20 held until 2026-03-22; risk adjustment still pending",
    vendorDependency: "Yes",
    // To 31 March, the POA&M's date.
    vendorCheckIn: { last: "2026-02-20", due: "2026-03-22", overdueBy: 9 },
    deviations: { riskAdjustment: "Pending", falsePositive: null, operationalRequirement: null },
    closedOn: null,
    at: { sheet: "Open POA&M Items", row: 9, column: 1 },
  });
  expect(status!.cells.dueOn).toEqual({ sheet: "Open POA&M Items", row: 9, column: 12 });
});

it.each<[string, string, string]>([
  // Due on 31 March; the POA&M is of that day.
  [
    "2026-03-29",
    "2026-02-28",
    "late (High: 30 days from 2026-02-20); vendor check-in of 2026-02-28 held until 2026-03-30, before the POA&M's date, 2026-03-31",
  ],
  [
    "2026-03-29",
    "2026-03-30",
    "late (High: 30 days from 2026-02-20); vendor check-in of 2026-03-30 lies in the future",
  ],
])("as of %s, check-in of %s: %s", (asOf, vendorCheckIn, why) => {
  const row = { ...WAITING, detectedOn: "2026-02-20", statusDate: asOf, vendorCheckIn };
  expect(statusesOf([row], asOf)[0]!.why).toBe(why);
});

const PLAIN: ExampleRow = { id: "V-1", weakness: "Old TLS", description: "Old", status: "Open" };

it.each<[string, ExampleRow, string]>([
  [
    "fedramp-rev5-v2.1",
    { ...HIGH, detectedOn: "soon", originalRating: "Severe" },
    "no due date: detection date is unreadable, original risk rating is unreadable, scheduled completion date is blank",
  ],
  [
    "fedramp-rev5-v2.1",
    { ...HIGH, originalRating: "", scheduledCompletion: "=L9+30" },
    "no due date: original risk rating is blank, scheduled completion date is a formula without a saved result",
  ],
  ["generic", PLAIN, "no due date: scheduled completion date is blank"],
  ["generic", { ...PLAIN, scheduledCompletion: "N/A" }, "no due date: scheduled completion date is unreadable"],
])("%s: says why there is no due date (%o)", (template, row, why) => {
  const [status] = statusesOf([row], "2026-04-30", { template });
  expect(status).toMatchObject({ dueOn: null, late: false });
  expect(status!.conditions).toContain("undated");
  expect(status!.why.split("; ")[0]).toBe(why);
});

it("counts a closed item's age to its closure, and neither it nor a configuration finding as late", () => {
  const statuses = statusesOf([], "2026-04-30", { closed: [HIGH], configuration: [HIGH] });
  expect(
    statuses.map(({ state, late, ageDays, closedOn, conditions }) => [state, late, ageDays, closedOn, conditions]),
  ).toEqual([
    ["closed", false, 29, "2026-03-30", []],
    ["configuration", false, 60, null, []],
  ]);
});

it("puts the latest first, then by condition, then by due date", () => {
  const rows = [
    { ...LOW, id: "nothing" },
    { ...HIGH, id: "soon", detectedOn: "2026-03-20" },
    { ...LOW, id: "stale", statusDate: "2026-01-01" },
    { ...HIGH, id: "late", detectedOn: "2026-02-20" },
    { ...HIGH, id: "later", detectedOn: "2026-01-20" },
    { ...HIGH, id: "sooner", detectedOn: "2026-03-10" },
  ];
  const statuses = statusesOf(rows, "2026-03-31");
  expect(selected(statuses).map(({ id }) => id)).toEqual(["later", "late", "stale", "sooner", "soon", "nothing"]);
  expect(selected(statuses, ["overdue", "stale"]).map(({ id }) => id)).toEqual(["later", "late", "stale"]);
});

const CORPUS = "../shared/corpus";
const FILES = [
  ...["ok", "err"].flatMap((folder) =>
    readdirSync(`fixtures/${folder}`)
      .filter((name) => /\.(?:xlsx|csv|tsv)$/.test(name))
      .map((name) => `fixtures/${folder}/${name}`),
  ),
  ...[
    "fedramp/filled-v3.0_2026-04-12.xlsx",
    "emass/emass-2020_converted-by-saf.xlsm",
    "other/home-made_wdemarcus8.xlsx",
  ]
    .map((name) => `${CORPUS}/${name}`)
    .filter((path) => existsSync(path)),
];

describe("late is what lint calls overdue", () => {
  it.each(FILES)("%s", async (path) => {
    const fileName = path.split("/").at(-1)!;
    const poam = readPoam(await openWorkbook(readFileSync(path), fileName), TEMPLATES, { fileName });
    for (const asOf of path.startsWith(CORPUS) ? ["2026-05-15"] : ["2026-03-31", "2026-05-15", "2026-10-01"]) {
      const options = { packs: packsOf(poam), asOf, settings: {} };
      const findings = lint(poam, options);
      const rowsOf = (rule: string) =>
        findings.filter((one) => one.rule === rule).map(({ at }) => `${at.sheet}!${at.row}`);
      const found = new Set([...rowsOf("overdue"), ...rowsOf("kev-overdue")]);
      const late = statusOf(poam, options).filter((one) => one.late);
      const rows = late.map(({ at }) => `${at.sheet}!${at.row}`);
      expect(rows.filter((row) => found.has(row)).sort()).toEqual([...found].sort());
      // The end of a Conditional status is told once for all its items.
      const others = late.filter((_, index) => !found.has(rows[index]!));
      expect(others.filter(({ dueBy }) => dueBy !== "closeout")).toEqual([]);
      const ended = findings.find(({ rule }) => rule === "conditional-expired")?.message;
      const stillOpen = Number(/ and (\d+) items? /.exec(ended ?? "")?.[1] ?? 0);
      expect(late.length).toBeGreaterThanOrEqual(stillOpen);
      if (others.length > 0) expect(stillOpen).toBeGreaterThanOrEqual(others.length);
    }
  });
});
