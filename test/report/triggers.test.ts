import { describe, expect, it } from "vitest";
import { addDays } from "../../src/model/date.js";
import type { ReportFacts } from "../../src/model/report-facts.js";
import type { TriggerId } from "../../src/model/report-triggers.js";
import type { ExampleRow } from "../../src/rules/rule.js";
import { madeReport } from "./series.js";

/** Every trigger of ConMon Performance Management Guide 3.0, Table 1, tripped once and just missed once. */
const DAY = "2026-03-31";

/** As many items of a rating, found so many days before the day of the report. */
function aged(count: number, originalRating: string, age: number, more: ExampleRow = {}): ExampleRow[] {
  const letter = `${originalRating[0]}${age}`;
  return Array.from({ length: count }, (_, index) => ({
    id: `${letter}-${index + 1}`,
    originalRating,
    detectedOn: addDays(DAY, -age),
    ...more,
  }));
}

function unique(count: number): ExampleRow[] {
  return Array.from({ length: count }, (_, index) => ({ id: `U-${index}`, sourceIdentifier: `${1000 + index}` }));
}

interface Case {
  readonly trigger: TriggerId;
  readonly title: string;
  readonly rows?: readonly ExampleRow[];
  readonly facts?: ReportFacts;
  readonly earlier?: Readonly<Record<string, readonly ExampleRow[]>>;
  readonly count: number | undefined;
  readonly state: "tripped" | "not-tripped" | "not-supplied";
}

const scans = (...shares: readonly (readonly [string, number])[]): ReportFacts => ({
  scans: shares.map(([month, unauthenticatedPercent]) => ({ month, unauthenticatedPercent })),
});
const target = (total: number) => ({ os: { high: total, moderate: 0, low: 0 } });

const CASES: readonly Case[] = [
  { trigger: "high-aged-30", title: "five", rows: aged(5, "High", 31), count: 5, state: "tripped" },
  { trigger: "high-aged-30", title: "four", rows: aged(4, "High", 31), count: 4, state: "not-tripped" },
  {
    trigger: "high-aged-30",
    title: "four, and one of 30 days",
    rows: [...aged(4, "High", 31), ...aged(1, "High", 30)],
    count: 4,
    state: "not-tripped",
  },
  {
    trigger: "high-aged-30",
    title: "Critical counts as High, a pending deviation counts",
    rows: [...aged(4, "Critical", 31), ...aged(1, "High", 31, { falsePositive: "Pending" })],
    count: 5,
    state: "tripped",
  },
  {
    trigger: "high-aged-30",
    title: "an approved deviation and a fresh check-in do not",
    rows: [
      ...aged(4, "High", 31),
      ...aged(1, "High", 40, { operationalRequirement: "Yes" }),
      ...aged(1, "High", 41, { vendorDependency: "Yes", vendorCheckIn: "2026-03-01" }),
      ...aged(1, "High", 42, { riskAdjustment: "Yes", adjustedRating: "Moderate" }),
    ],
    count: 4,
    state: "not-tripped",
  },
  { trigger: "high-aged-60", title: "five", rows: aged(5, "High", 61), count: 5, state: "tripped" },
  {
    trigger: "high-aged-60",
    title: "four, and one of 60 days",
    rows: [...aged(4, "High", 61), ...aged(1, "High", 60)],
    count: 4,
    state: "not-tripped",
  },
  { trigger: "moderate-aged-90", title: "ten", rows: aged(10, "Moderate", 91), count: 10, state: "tripped" },
  {
    trigger: "moderate-aged-90",
    title: "nine, and one of 90 days",
    rows: [...aged(9, "Moderate", 91), ...aged(1, "Moderate", 90)],
    count: 9,
    state: "not-tripped",
  },
  { trigger: "moderate-aged-120", title: "ten", rows: aged(10, "Moderate", 121), count: 10, state: "tripped" },
  {
    trigger: "moderate-aged-120",
    title: "nine, and one of 120 days",
    rows: [...aged(9, "Moderate", 121), ...aged(1, "Moderate", 120)],
    count: 9,
    state: "not-tripped",
  },
  {
    trigger: "unique-vulnerabilities-up",
    title: "10 above a baseline of 20",
    rows: unique(30),
    facts: { baseline: 20 },
    count: 30,
    state: "tripped",
  },
  {
    trigger: "unique-vulnerabilities-up",
    title: "9 above it, which is more than 20 %",
    rows: unique(29),
    facts: { baseline: 20 },
    count: 29,
    state: "not-tripped",
  },
  {
    trigger: "unique-vulnerabilities-up",
    title: "214 by the scans, where the baseline is 178",
    facts: { baseline: 178, scans: [{ month: "2026-03", unique: target(214) }] },
    count: 214,
    state: "tripped",
  },
  {
    trigger: "unique-vulnerabilities-up",
    title: "213, less than 20 % above it",
    facts: { baseline: 178, scans: [{ month: "2026-03", unique: target(213) }] },
    count: 213,
    state: "not-tripped",
  },
  { trigger: "unique-vulnerabilities-up", title: "no baseline", rows: unique(99), count: 99, state: "not-supplied" },
  {
    trigger: "unauthenticated-scans",
    title: "10 %",
    facts: scans(["2026-03", 10], ["2025-09", 40]),
    count: 10,
    state: "tripped",
  },
  {
    trigger: "unauthenticated-scans",
    title: "less",
    facts: scans(["2026-03", 9.9]),
    count: 9.9,
    state: "not-tripped",
  },
  {
    trigger: "unauthenticated-scans",
    title: "another month's",
    facts: scans(["2026-02", 50]),
    count: undefined,
    state: "not-supplied",
  },
  {
    trigger: "unauthenticated-scans",
    title: "not for the first time",
    facts: scans(["2026-03", 10], ["2026-01", 10]),
    count: 10,
    state: "not-tripped",
  },
  {
    trigger: "unauthenticated-scans-again",
    title: "in October already",
    facts: scans(["2026-03", 10], ["2025-10", 10]),
    count: 10,
    state: "tripped",
  },
  {
    trigger: "unauthenticated-scans-again",
    title: "in September last, and little in February",
    facts: scans(["2026-03", 10], ["2025-09", 10], ["2026-02", 9]),
    count: 10,
    state: "not-tripped",
  },
  {
    trigger: "unauthenticated-scans-again",
    title: "nothing known of the months before",
    facts: scans(["2026-03", 10]),
    count: 10,
    state: "not-supplied",
  },
  {
    trigger: "assessment-plan-late",
    title: "59 days before",
    facts: { anniversary: "2026-05-29", assessmentPlanDelivered: DAY },
    count: 59,
    state: "tripped",
  },
  {
    trigger: "assessment-plan-late",
    title: "60 days before",
    facts: { anniversary: "2026-05-30", assessmentPlanDelivered: DAY },
    count: 60,
    state: "not-tripped",
  },
  {
    trigger: "assessment-plan-late",
    title: "there is time, today still",
    facts: { anniversary: "2026-05-30" },
    count: undefined,
    state: "not-tripped",
  },
  {
    trigger: "assessment-plan-late",
    title: "there is none, and nobody says whether it was delivered",
    facts: { anniversary: "2026-05-29" },
    count: undefined,
    state: "not-supplied",
  },
  {
    trigger: "package-late",
    title: "a day after",
    facts: { anniversary: "2026-03-29", packageDelivered: "2026-03-30" },
    count: 1,
    state: "tripped",
  },
  {
    trigger: "package-late",
    title: "on the day",
    facts: { anniversary: "2026-03-30", packageDelivered: "2026-03-30" },
    count: 0,
    state: "not-tripped",
  },
  { trigger: "package-late", title: "no anniversary", count: undefined, state: "not-supplied" },
  {
    trigger: "deliverables-poor-or-late",
    title: "yes",
    facts: { deliverablesPoorOrLate: true },
    count: undefined,
    state: "tripped",
  },
  {
    trigger: "deliverables-poor-or-late",
    title: "no",
    facts: { deliverablesPoorOrLate: false },
    count: undefined,
    state: "not-tripped",
  },
  { trigger: "deliverables-poor-or-late", title: "unsaid", count: undefined, state: "not-supplied" },
  {
    trigger: "transparency-lacking",
    title: "yes",
    facts: { transparencyLacking: true },
    count: undefined,
    state: "tripped",
  },
  {
    trigger: "transparency-lacking",
    title: "no",
    facts: { transparencyLacking: false },
    count: undefined,
    state: "not-tripped",
  },
  {
    trigger: "change-notice-short",
    title: "yes",
    facts: { changeNoticeShort: true },
    count: undefined,
    state: "tripped",
  },
  {
    trigger: "change-notice-short",
    title: "no",
    facts: { changeNoticeShort: false },
    count: undefined,
    state: "not-tripped",
  },
  {
    trigger: "trigger-repeated",
    title: "in October already",
    rows: aged(5, "High", 31),
    earlier: { "2025-10-31": five("2025-09-30") },
    count: 1,
    state: "tripped",
  },
  {
    trigger: "trigger-repeated",
    title: "in September last",
    rows: aged(5, "High", 31),
    earlier: { "2025-09-30": five("2025-08-30"), "2026-02-28": [] },
    count: 0,
    state: "not-tripped",
  },
  {
    trigger: "trigger-repeated",
    title: "another one, and four items in October",
    rows: aged(10, "Moderate", 91),
    earlier: { "2025-10-31": five("2025-09-30").slice(1), "2026-02-28": five("2026-01-28") },
    count: 0,
    state: "not-tripped",
  },
  {
    trigger: "trigger-repeated",
    title: "nothing known of the months before",
    rows: aged(5, "High", 31),
    count: undefined,
    state: "not-supplied",
  },
];

/** Five High items of one day, 31 days before the end of the month after it. */
function five(detectedOn: string): ExampleRow[] {
  return aged(5, "High", 31).map((row) => ({ ...row, detectedOn }));
}

describe("escalation triggers", () => {
  it.each(CASES)("$trigger: $title", ({ trigger, rows = [{ id: "V-1" }], facts, earlier, count, state }) => {
    const found = madeReport(DAY, rows, facts, earlier).triggers.find(({ id }) => id === trigger)!;
    expect({ count: found.count, state: found.state }).toEqual({ count, state });
  });

  it("each is tripped and missed in the table", () => {
    const { triggers } = madeReport(DAY, [{ id: "V-1" }]);
    for (const { id } of triggers) {
      const states = CASES.filter(({ trigger }) => trigger === id).map(({ state }) => state);
      expect(states, id).toEqual(expect.arrayContaining(["tripped", "not-tripped"]));
    }
  });
});
