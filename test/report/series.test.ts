import { beforeAll, describe, expect, it } from "vitest";
import type { Report } from "../../src/model/report.js";
import type { AgeRow, OpenRow, Tally } from "../../src/model/report-grids.js";
import { seriesReport } from "./series.js";

/*
 * All figures here were counted by hand from the table of fixtures/make/series.mjs, item by item, before any program did.
 * Numbers stand for ids: "4 5" is V-004 and V-005. "–" is a cell that nothing can be in.
 */

/** The items of a row of the age grid, bucket by bucket, then what is pending as FP and as OR. */
type Ages = readonly [string, string, string, string, string, fp: string, or: string];

interface Worksheet {
  readonly month: string;
  readonly asOf: string;
  /** Late, and of those Low, for which the grid has no row. */
  readonly late: number;
  readonly lateLow: string;
  readonly ages: Readonly<Record<string, Ages>>;
  readonly agesTotal: readonly number[];
  /** By trigger: the items, and whether they are enough. */
  readonly triggers: Readonly<Record<string, readonly [items: string, "tripped" | "not-tripped"]>>;
  readonly repeated: readonly [count: number, "tripped" | "not-tripped"];
  readonly dueSoon: number;
  readonly excused: number;
  readonly stale: number;
  readonly vendors: readonly string[];
  readonly kev: readonly string[];
}

const WORKSHEETS: readonly Worksheet[] = [
  {
    // 30 April is day 120 of the year: the age is 120 less the day of detection.
    month: "2026-04",
    asOf: "2026-04-30",
    late: 16,
    lateLow: "56",
    ages: {
      High: ["–", "7 8 18", "5 6 17 20", "4", "", "17", ""],
      "High/Mod": ["–", "", "", "25", "", "", ""],
      "High/Low": ["–", "29", "", "", "", "", ""],
      Moderate: ["–", "–", "–", "33 35 46", "36", "", "46"],
      "Mod/Low": ["–", "–", "–", "54", "", "", ""],
    },
    agesTotal: [0, 4, 4, 6, 1, 15],
    triggers: {
      "high-aged-30": ["4 5 6 7 8 17 18 20 29", "tripped"],
      "high-aged-60": ["4 5 6 17 20", "tripped"],
      "moderate-aged-90": ["25 33 35 36 46 54", "not-tripped"],
      "moderate-aged-120": ["36", "not-tripped"],
    },
    // On 31 March four High items were older than 30 days (4 5 6 17), before that fewer.
    repeated: [0, "not-tripped"],
    // 9 10 11 21 22 30 34 37 45 49 53 57 68
    dueSoon: 13,
    // Vendors: 19 48; operational requirements: 47 64.
    excused: 4,
    stale: 1,
    vendors: ["49: no check-in", "20: 46 days", "19: 20 days, holds", "48: 15 days, holds"],
    kev: ["68: due 2026-05-16, 0 late"],
  },
  {
    // 30 June is day 181.
    month: "2026-06",
    asOf: "2026-06-30",
    late: 31,
    lateLow: "57",
    ages: {
      // 15 is 20 days old: CISA's date came before the window's, so that the cell is not impossible.
      High: ["15", "12", "11 21 30", "8 9 18", "4 5 7", "18", ""],
      "High/Mod": ["–", "23", "22", "24", "25", "", ""],
      "High/Low": ["–", "27", "", "29", "28", "", ""],
      Moderate: ["–", "–", "–", "38 39 50", "33 34 35 37 45 49 66", "50", "45"],
      "Mod/Low": ["–", "–", "–", "51", "52", "", ""],
    },
    agesTotal: [1, 3, 4, 9, 13, 30],
    triggers: {
      "high-aged-30": ["4 5 7 8 9 11 12 18 21 22 23 27 29 30", "tripped"],
      "high-aged-60": ["4 5 7 8 9 11 18 21 22 29 30", "tripped"],
      "moderate-aged-90": ["24 25 33 34 35 37 38 39 45 49 50 51 66", "tripped"],
      "moderate-aged-120": ["25 33 34 35 37 45 49 66", "not-tripped"],
    },
    // Both of High were tripped in April and May; of Moderate there were nine in May (25 33 34 35 36 37 45 49 66).
    repeated: [2, "tripped"],
    // 13 14 26 40 41 42 58 69
    dueSoon: 8,
    // Vendors: 19 20 48; operational requirements: 46 47 64.
    excused: 6,
    stale: 2,
    vendors: ["49: no check-in", "21: 31 days", "20: 30 days, holds", "19: 15 days, holds", "48: 10 days, holds"],
    kev: ["15: due 2026-06-24, 6 late", "69: due 2026-07-10, 0 late"],
  },
  {
    // 15 July is day 196; vendors are still measured at the POA&M's own date, 30 June.
    month: "2026-06",
    asOf: "2026-07-15",
    late: 38,
    lateLow: "57 58",
    ages: {
      High: ["–", "13 14 15", "11 12", "9 21 30", "4 5 7 8 18", "18", ""],
      "High/Mod": ["–", "23 26", "22", "", "24 25", "", ""],
      "High/Low": ["–", "", "27", "29", "28", "", ""],
      // 69 is 37 days old and past CISA's date.
      Moderate: ["–", "69", "–", "39 40 41", "33 34 35 37 38 45 49 50 66", "50", "45"],
      "Mod/Low": ["–", "–", "–", "", "51 52", "", ""],
    },
    agesTotal: [0, 6, 4, 7, 19, 36],
    triggers: {
      "high-aged-30": ["4 5 7 8 9 11 12 13 14 15 18 21 22 23 26 27 29 30", "tripped"],
      "high-aged-60": ["4 5 7 8 9 11 12 18 21 22 27 29 30", "tripped"],
      "moderate-aged-90": ["24 25 33 34 35 37 38 39 40 41 45 49 50 51 66", "tripped"],
      "moderate-aged-120": ["24 25 33 34 35 37 38 45 49 50 51 66", "tripped"],
    },
    repeated: [2, "tripped"],
    // 42 on the day itself, and 53 on 14 August.
    dueSoon: 2,
    excused: 6,
    stale: 2,
    vendors: ["49: no check-in", "21: 31 days", "20: 30 days, holds", "19: 15 days, holds", "48: 10 days, holds"],
    kev: ["15: due 2026-06-24, 21 late", "69: due 2026-07-10, 5 late"],
  },
];

describe.each(WORKSHEETS)("$month as of $asOf", (sheet) => {
  let report: Report;
  beforeAll(async () => {
    report = await seriesReport(sheet.month, sheet.asOf);
  });

  it("past due by age, cell by cell", () => {
    const rows = Object.fromEntries(report.pastDueAges.rows.map((row) => [row.label, agesOf(row)]));
    expect(rows).toEqual(sheet.ages);
    const { total } = report.pastDueAges;
    expect([...total.cells.map(({ count }) => count), total.total.count]).toEqual(sheet.agesTotal);
    expect(report.pastDueAges.outside.map(({ tally }) => numbers(tally))).toEqual([sheet.lateLow]);
    expect(report.totals.late).toBe(sheet.late);
    expect(report.lateItems).toHaveLength(sheet.late);
  });

  it("triggers that the POA&M shows, with their items", () => {
    const found = report.triggers.filter(({ id }) => id in sheet.triggers);
    expect(Object.fromEntries(found.map((one) => [one.id, [numbers(one), one.state]]))).toEqual(sheet.triggers);
    expect(found.every(({ count, items }) => count === items.length)).toBe(true);
    const repeated = report.triggers.find(({ id }) => id === "trigger-repeated")!;
    expect([repeated.count, repeated.state]).toEqual(sheet.repeated);
  });

  it("what is due soon, excused, stale, waiting for a vendor, known to be exploited", () => {
    const { dueSoon, excused, stale } = report.totals;
    expect({ dueSoon, excused, stale }).toEqual({
      dueSoon: sheet.dueSoon,
      excused: sheet.excused,
      stale: sheet.stale,
    });
    const vendors = report.vendorDependencies!.map(({ id, daysSince, holds }) => {
      return `${bare(id)}: ${daysSince === undefined ? "no check-in" : `${daysSince} days`}${holds ? ", holds" : ""}`;
    });
    expect(vendors).toEqual(sheet.vendors);
    expect(report.kev!.map(({ id, due, daysLate }) => `${bare(id)}: due ${due}, ${daysLate} late`)).toEqual(sheet.kev);
  });
});

describe("over the months", () => {
  it("open by rating, cell by cell", async () => {
    const june = await seriesReport("2026-06", "2026-06-30");
    expect(june.openSummary.months.map(({ label }) => label)).toEqual(
      ["Jan", "Feb", "Mar", "Apr", "May", "Jun"].map((month) => `${month} 2026`),
    );
    // January: High 2 3 4 25, High/Low 28, Moderate 32–36 46 47 52 54 66, Low 56 57 58 64.
    // February: High 4 5 6 17 19 20, High/Mod 25, Moderate 32–36 44–47 49 53 54 66, Mod/Low 52, Low 56–59 64 67.
    // March: + High 7 8 9 18 24 29, Moderate 37 38 39 48 50 51, Low 60 65; – Moderate 32 66.
    // April: + High 10 11 21 22 68, High/Low 30, Moderate 40 41 42, Low 61; 24, 29 and 54 adjusted; – Moderate 44.
    // May: + High 12 13 23, High/Low 27, Moderate 43 66, Low 62; 22, 51 and 53 adjusted; – 6 10 54 56 68.
    // June: + High 14 15, High/Mod 26, Moderate 69, Low 63; 23 adjusted, 30 refused; – 17 36 43 61, and 67.
    expect(Object.fromEntries(june.openSummary.rows.map((row) => [row.label, openOf(row)]))).toEqual({
      High: [4, 6, 12, 15, 14, 15, "18", "", ""],
      "High/Mod": [0, 1, 1, 2, 3, 5, "", "", ""],
      "High/Low": [1, 1, 1, 3, 4, 3, "", "", ""],
      Moderate: [10, 13, 17, 18, 18, 17, "50", "45", "46 47"],
      "Mod/Low": [0, 1, 1, 2, 3, 3, "", "", ""],
      Low: [4, 6, 8, 9, 9, 8, "65", "", "64"],
    });
    expect(openOf(june.openSummary.total)).toEqual([19, 28, 40, 49, 51, 51, "18 50 65", "45", "46 47 64"]);
  });

  it("months without a POA&M are not supplied, and not 0", async () => {
    const april = await seriesReport("2026-04", "2026-04-30");
    expect(Object.fromEntries(april.openSummary.rows.map((row) => [row.label, openOf(row)]))).toEqual({
      High: [undefined, undefined, 4, 6, 12, 15, "17", "", ""],
      "High/Mod": [undefined, undefined, 0, 1, 1, 2, "", "", ""],
      "High/Low": [undefined, undefined, 1, 1, 1, 3, "", "", ""],
      Moderate: [undefined, undefined, 10, 13, 17, 18, "", "45 46", "47"],
      "Mod/Low": [undefined, undefined, 0, 1, 1, 2, "", "", ""],
      Low: [undefined, undefined, 4, 6, 8, 9, "", "", "64"],
    });
  });

  it("unique vulnerabilities against baseline and threshold", async () => {
    // Open items but those found by hand (47 59 64), 8 (as 7), 62 (as 41), and 17 once it is a false positive.
    const june = await seriesReport("2026-06", "2026-06-30", { baseline: 36 });
    const { months, threshold } = june.uniqueVulnerabilities!;
    expect(months.map(({ high, moderate, low, total }) => [high, moderate, low, total])).toEqual([
      [4, 9, 4, 17],
      [7, 12, 6, 25],
      [11, 17, 8, 36],
      [16, 20, 9, 45],
      [16, 20, 9, 45],
      [19, 19, 8, 46],
    ]);
    expect(threshold).toBe(46);
    expect(june.triggers[0]).toMatchObject({ id: "unique-vulnerabilities-up", count: 46, state: "tripped" });
    const spared = await seriesReport("2026-06", "2026-06-30", { baseline: 37 });
    expect(spared.triggers[0]).toMatchObject({ count: 46, threshold: 47, state: "not-tripped" });
  });

  it.each([
    ["2026-04", "10 11 21 22 30 40 41 42 61 68", "44", "", "", [40, 49]],
    ["2026-05", "12 13 23 27 43 62", "6 10 54 56 68", "66", "", [49, 51]],
    ["2026-06", "14 15 16 26 63 69", "17 36 43 61", "", "67", [51, 51]],
  ])("what changed in %s", async (month, added, closed, reopened, vanished, open) => {
    const { changes } = await seriesReport(month, `${month}-30`);
    expect({
      added: numbers(mentioned(changes!.added)),
      closed: numbers(mentioned(changes!.closed)),
      reopened: numbers(mentioned(changes!.reopened)),
      vanished: numbers(mentioned(changes!.vanished)),
      open: [changes!.openBefore, changes!.openNow],
    }).toEqual({ added, closed, reopened, vanished, open });
  });

  it("the charts' data", async () => {
    const { trends, deviations } = await seriesReport("2026-06", "2026-06-30");
    // By the rating that counts: approved adjustments are made, pending ones are not. May: High 14 and 22 27 29 30;
    // Moderate 18, 24 25 and 51; Low 9, 28 52 53.
    expect(trends.openByRating.series).toEqual([
      { rating: "High", values: [4, 7, 12, 17, 18, 20] },
      { rating: "Moderate", values: [10, 13, 18, 21, 21, 20] },
      { rating: "Low", values: [5, 8, 10, 11, 12, 11] },
    ]);
    // January 2; February 4 25 32; March 4 5 6 17 36; May 4 5 7 8 9 11 18 22 25 29 30 33–37 45 49 57 66.
    expect(trends.openByRating.late).toEqual([1, 3, 5, 16, 20, 31]);
    // 30 and less: 13 14 15 26 63 69; to 60: 12 23 27 62; to 90: 11 21 22 30 40 41 42;
    // to 120: 8 9 18 24 29 38 39 48 50 51 60 65; 121 and more: the other 22.
    const ages = trends.ages.series.map(({ values }) => values);
    expect(ages[0]!.map((_, index) => ages.reduce((sum, values) => sum + values[index]!, 0))).toEqual([
      6, 4, 7, 12, 22,
    ]);
    expect(trends.ages.undated).toBe(0);
    // Past due: the 31 late, and 19 20 46 47 48 64, which are excused.
    expect(trends.burnDown).toMatchObject({ open: 51, pastDue: 37, undated: 0 });
    expect(trends.burnDown.months.map(({ label, due, left }) => [label, due, left])).toEqual([
      ["Jun 2026", 2, 49],
      ["Jul 2026", 6, 43],
      ["Aug 2026", 2, 41],
      ["Sep 2026", 2, 39],
      ["Oct 2026", 0, 39],
      ["Nov 2026", 1, 38],
      ["Dec 2026", 1, 37],
    ]);
    const ofState = (state: string) => deviations!.filter((one) => one.state === state).map(({ id }) => bare(id));
    expect(ofState("pending").join(" ")).toBe("18 22 23 26 27 29 45 50 51 65");
    expect(ofState("approved").join(" ")).toBe("24 25 28 46 47 52 53 64");
  });
});

function agesOf({ cells, pendingFalsePositive, pendingOperationalRequirement }: AgeRow): readonly string[] {
  return [
    ...cells.map((cell) => (cell.impossible ? "–" : numbers(cell))),
    numbers(pendingFalsePositive!),
    numbers(pendingOperationalRequirement!),
  ];
}

function openOf(row: OpenRow): readonly (number | string | undefined)[] {
  return [
    ...row.counts,
    numbers(row.pendingFalsePositive!),
    numbers(row.operationalRequirementPending!),
    numbers(row.operationalRequirementActive!),
  ];
}

function mentioned(items: readonly { readonly id: string }[]): Pick<Tally, "items"> {
  return { items: items.map(({ id }) => id) };
}

/** `V-004`, `V-005` as `4 5`. */
function numbers({ items }: Pick<Tally, "items">): string {
  return items
    .map(bare)
    .sort((a, b) => Number(a) - Number(b))
    .join(" ");
}

function bare(id: string): string {
  return id.replace(/^V-0*/, "");
}
