import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model/report.js";
import { portfolioOf } from "../../src/portfolio.js";
import { reportOf } from "../../src/report.js";
import { portfolioSections } from "../../src/reporters/portfolio-sections.js";
import { reportJson } from "../../src/reporters/report-json.js";
import { reportMarkdown } from "../../src/reporters/report-markdown.js";
import { sectionsOf } from "../../src/reporters/report-sections.js";
import { readPoam } from "../../src/template/read.js";
import { openWorkbook } from "../../src/workbook/open.js";
import { TEMPLATES } from "../templates.js";
import { madeReport, optionsFor, seriesPoam, seriesReport } from "./series.js";

async function fixtureReport(name: string, asOf: string): Promise<Report> {
  const workbook = await openWorkbook(readFileSync(`fixtures/ok/${name}`), name);
  const poam = readPoam(workbook, TEMPLATES, { fileName: name });
  return reportOf({ workbook: name, poam, day: "2026-03-31" }, [], optionsFor(poam, asOf));
}

describe("frameworks", () => {
  it.each([
    ["emass-navy-2026.xlsx", "RMF POA&M Status Report", "due date"],
    ["cmmc.xlsx", "CMMC POA&M Status Report", "detection"],
    ["generic.xlsx", "POA&M Status Report", "detection"],
  ])("%s has its own terms, and nothing that is FedRAMP's", async (name, title, ageFrom) => {
    const report = await fixtureReport(name, "2027-03-31");
    expect(report.terms).toMatchObject({ title, ageFrom });
    expect(report.triggers).toEqual([]);
    expect(report.uniqueVulnerabilities).toBe(undefined);
    const text = reportMarkdown(report, sectionsOf(report));
    expect(text).toContain(`# ${title} – March, 2026\n`);
    expect(text).not.toMatch(/FedRAMP|ConMon/);
    // A year on everything is late, but what was accepted; each late item is in the grid or told beside it.
    const { rows, total, outside, buckets } = report.pastDueAges;
    expect(report.totals.late).toBeGreaterThan(0);
    const beside = outside.reduce((sum, { tally }) => sum + tally.count, 0);
    expect(total.total.count + beside).toBe(report.totals.late);
    expect(rows.flatMap(({ cells }) => cells.filter(({ impossible }) => impossible))).toEqual([]);
    expect(buckets).toHaveLength(5);
  });

  it("counts statuses where a form has them", async () => {
    const report = await fixtureReport("emass-navy-2026.xlsx", "2026-03-31");
    const sum = report.statuses!.reduce((total, { count }) => total + count, 0);
    expect(sum).toBe(report.totals.open);
    expect((await seriesReport("2026-06", "2026-06-30")).statuses).toBe(undefined);
  });
});

describe("grids", () => {
  it.each(["2026-01-31", "2026-04-30", "2026-06-30", "2026-12-31"])("add up on %s", async (asOf) => {
    const { openSummary, pastDueAges, totals, trends, changes } = await seriesReport("2026-06", asOf);
    for (const [index, total] of openSummary.total.counts.entries()) {
      expect(openSummary.rows.reduce((sum, { counts }) => sum + counts[index]!, 0)).toBe(total);
    }
    for (const row of [...pastDueAges.rows, pastDueAges.total]) {
      expect(row.cells.reduce((sum, { count }) => sum + count, 0)).toBe(row.total.count);
    }
    const { burnDown } = trends;
    const due = burnDown.months.reduce((sum, month) => sum + month.due, 0);
    expect(burnDown.pastDue + burnDown.undated + due).toBe(totals.open);
    expect(burnDown.months.at(-1)?.left ?? burnDown.open).toBe(burnDown.open - due);
    const { added, closed, reopened, vanished, openBefore, openNow } = changes!;
    const open = (items: readonly { readonly state: string }[]) => items.filter(({ state }) => state === "open").length;
    expect(openBefore + open(added) + reopened.length - closed.length - open(vanished)).toBe(openNow);
  });

  it.each([
    [
      "a rating raised and approved",
      { originalRating: "Moderate", adjustedRating: "High", riskAdjustment: "Yes" },
      "High",
    ],
    [
      "a rating raised and pending",
      { originalRating: "Moderate", adjustedRating: "High", riskAdjustment: "Pending" },
      "Moderate",
    ],
    ["an adjustment that was refused", { originalRating: "High", adjustedRating: "Low", riskAdjustment: "No" }, "High"],
    ["an adjustment to the same", { originalRating: "High", adjustedRating: "High", riskAdjustment: "Yes" }, "High"],
    ["N/A", { originalRating: "High", adjustedRating: "N/A", riskAdjustment: "No" }, "High"],
    ["Critical", { originalRating: "Critical" }, "High"],
    ["no rating", { originalRating: "" }, "Unrated"],
  ])("%s stands in one row", (_, row, label) => {
    const { rows } = madeReport("2026-03-31", [{ id: "V-1", ...row }]).openSummary;
    expect(rows.filter(({ counts }) => counts.at(-1) === 1).map((one) => one.label)).toEqual([label]);
  });

  it("late items that the grid cannot place are told beside it", () => {
    const { pastDueAges, totals } = madeReport("2026-03-31", [
      { id: "V-1", originalRating: "Low", detectedOn: "2025-01-01" },
      { id: "V-2", originalRating: "High", scheduledCompletion: "2026-03-01" },
    ]);
    expect(totals.late).toBe(2);
    expect(pastDueAges.total.total.count).toBe(0);
    expect(pastDueAges.outside.map(({ reason, tally }) => [reason, tally.items])).toEqual([
      ["Low: the grid has no row for it", ["V-1"]],
      ["without a readable detection date", ["V-2"]],
    ]);
  });

  it("POA&Ms of the same day and later ones are passed over", async () => {
    const [april, may] = [await seriesPoam("2026-04"), await seriesPoam("2026-05")];
    const { changes, header } = reportOf(april, [may, april], optionsFor(april.poam, "2026-04-30"));
    expect(changes).toBe(undefined);
    expect(header.previous).toEqual([]);
  });
});

describe("formats", () => {
  it("Markdown and JSON say the same figures", async () => {
    const report = await seriesReport("2026-06", "2026-06-30", { systemStatus: "Minor Concern", baseline: 36 });
    const markdown = reportMarkdown(report, sectionsOf(report));
    const { report: json, items } = JSON.parse([...reportJson(report, "0.0.0")].join(""));
    const row = (label: string, cells: readonly unknown[]) =>
      new RegExp(
        `^\\| ${label.replace("/", "\\/")} +\\| +${cells.map((cell) => `${cell}`).join(" +\\| +")} +\\|$`,
        "m",
      );
    for (const { label, counts } of json.openSummary.rows) {
      expect(markdown).toMatch(new RegExp(`^\\| ${label} +\\| +${counts.join(" +\\| +")} `, "m"));
    }
    for (const { label, cells, total, pendingFalsePositive, pendingOperationalRequirement } of json.pastDueAges.rows) {
      const shown = cells.map((cell: { impossible: boolean; count: number }) => (cell.impossible ? "–" : cell.count));
      const all = [...shown, total.count, pendingFalsePositive.count, pendingOperationalRequirement.count];
      expect(markdown).toMatch(row(label, all));
    }
    for (const item of json.lateItems) expect(markdown).toContain(`| ${item.id} `);
    expect(json.lateItems[0].cell).toMatch(/^'Open POA&M Items'!B\d+$/);
    // All that were ever found, but 67, which is gone.
    expect(items).toHaveLength(68);
    expect(items.filter(({ late }: { late: boolean }) => late)).toHaveLength(31);
  });

  it("a figure that cannot be had is null, and reads not supplied", async () => {
    const report = await seriesReport("2026-01", "2026-01-31");
    const { report: json } = JSON.parse([...reportJson(report, "0.0.0")].join(""));
    expect(json.changes).toBe(null);
    expect(json.header.systemId).toBe(null);
    expect(json.openSummary.total.counts).toEqual([null, null, null, null, null, 19]);
    const markdown = reportMarkdown(report, sectionsOf(report));
    expect(markdown).toMatch(/^\| FedRAMP ID +\| not supplied +\|$/m);
    expect(markdown).toMatch(/^\| System status +\| not supplied +\|$/m);
  });

  it("text of cells cannot become Markdown, HTML or a mention", () => {
    const weakness = "| a `b` *c* <img src=x> [d](e) @team \u001b[31m\nline";
    const late = { id: "V-1", weakness, originalRating: "High", detectedOn: "2026-01-01" };
    const report = madeReport("2026-03-31", [late]);
    const markdown = reportMarkdown(report, sectionsOf(report));
    expect(markdown).toContain("\\| a \\`b\\` \\*c\\* \\<img src=x\\> \\[d\\](e) &#64;team \\[31m line");
    expect(markdown).not.toContain("\u001b");
  });

  it("redacted reports name places, and hold no text of any cell", async () => {
    const report = await seriesReport("2026-06", "2026-06-30", {}, { redact: true });
    const text = reportMarkdown(report, sectionsOf(report)) + [...reportJson(report, "0.0.0")].join("");
    expect(text).toContain("'Open POA&M Items'!B");
    expect(text).not.toMatch(/V-0\d\d|srv-|Example|OpenSSL|Whitfield|CVE-|recovery scripts|Reachable/);
    expect(report.totals.late).toBe(31);
  });
});

describe("portfolio", () => {
  it("sums what the systems have", async () => {
    const [june, april] = [await seriesReport("2026-06", "2026-06-30"), await seriesReport("2026-04", "2026-06-30")];
    const enclave = await fixtureReport("emass-navy-2026.xlsx", "2026-06-30");
    const portfolio = portfolioOf([june, april, enclave], {
      unreadable: [],
      asOf: "2026-06-30",
      organisation: undefined,
      tool: "poam",
    });
    const [first, , third] = portfolio.systems;
    expect(first).toMatchObject({
      open: 51,
      high: 20,
      moderate: 20,
      low: 11,
      unrated: 0,
      late: 31,
      added: 6,
      closed: 4,
    });
    expect(first).toMatchObject({ vendorDependencies: 5, deviationsPending: 10, stale: 2 });
    expect(third).toMatchObject({ vendorDependencies: undefined, added: undefined, tripped: [] });
    expect(portfolio.totals).toMatchObject({ open: 51 + 49 + enclave.totals.open, added: 16, closed: 5 });
    const [{ tables }] = portfolioSections(portfolio) as [ReturnType<typeof portfolioSections>[number]];
    expect(tables[0]!.rows).toHaveLength(4);
  });
});
