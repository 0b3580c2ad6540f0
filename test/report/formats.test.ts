import { beforeAll, describe, expect, it } from "vitest";
import { withChartTables } from "../../src/reporters/chart-tables.js";
import { reportHtml } from "../../src/reporters/report-html.js";
import { reportJson } from "../../src/reporters/report-json.js";
import { reportMarkdown } from "../../src/reporters/report-markdown.js";
import { sectionsOf } from "../../src/reporters/report-sections.js";
import { reportXlsx } from "../../src/workbook/report-xlsx.js";
import { asSet, rowsOfHtml, rowsOfMarkdown, rowsOfXlsx } from "./printed-rows.js";
import { seriesReport } from "./series.js";

/**
 * The figures as JSON gives them, looked for in what the other formats print: each as rows of texts, in which a cell that
 * nothing can be in is blank.
 */
const FACTS = { baseline: 36, scans: [{ month: "2026-06", unauthenticatedPercent: 12 }] };

describe("Markdown, HTML and xlsx print the figures of the JSON", () => {
  let rows: readonly (readonly [name: string, cells: readonly string[]])[];
  let printed: Readonly<Record<string, ReadonlySet<string>>>;
  beforeAll(async () => {
    const report = await seriesReport("2026-06", "2026-06-30", FACTS);
    const sections = sectionsOf(report);
    rows = rowsOfJson(JSON.parse([...reportJson(report, "0.0.0")].join("")).report);
    printed = {
      markdown: asSet(rowsOfMarkdown(reportMarkdown(report, sections))),
      html: asSet(rowsOfHtml(reportHtml(report, sections))),
      xlsx: asSet(await rowsOfXlsx(await reportXlsx(report, withChartTables(report, sections)))),
    };
  });

  it.each(["markdown", "html", "xlsx"])("%s", (format) => {
    expect(rows.length).toBeGreaterThan(6 + 5 + 13 + 6 + 31 + 5 + 18 + 2);
    const missing = rows.filter(([, cells]) => !printed[format]!.has(cells.join("\t")));
    expect(missing).toEqual([]);
  });
});

// biome-ignore lint/suspicious/noExplicitAny: what JSON.parse gives
function rowsOfJson(json: any): [string, string[]][] {
  const cell = (value: unknown) => (value === null ? "not supplied" : String(value));
  const blank = (value: unknown) => (value === null ? "" : String(value));
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const each = (name: string, list: readonly any[], of: (one: any) => string[]) =>
    list.map((one): [string, string[]] => [name, of(one)]);
  const { openSummary, pastDueAges, uniqueVulnerabilities: unique } = json;
  return [
    ...each("open", [...openSummary.rows, openSummary.total], (row) => [
      row.label,
      ...row.counts.map(cell),
      cell(row.pendingFalsePositive.count),
      cell(row.operationalRequirementPending.count),
      cell(row.operationalRequirementActive.count),
    ]),
    ...each("ages", [...pastDueAges.rows, pastDueAges.total], (row) => [
      row.label,
      ...row.cells.map((one: { impossible: boolean; count: number }) => (one.impossible ? "" : cell(one.count))),
      cell(row.total.count),
      cell(row.pendingFalsePositive.count),
      cell(row.pendingOperationalRequirement.count),
    ]),
    ...each("unique", unique.months, ({ label, high, moderate, low, total }) => [
      label,
      ...[high, moderate, low, total, unique.baseline, unique.threshold].map(cell),
      "POA&M",
    ]),
    ...each("triggers", json.triggers, ({ what, level, count, threshold, unit, state, items, detail }) => [
      what,
      level,
      state === "not-supplied" ? cell(count) : blank(count),
      blank(threshold),
      unit,
      state.replace("-", " "),
      items.join(", "),
      inWords(detail),
    ]),
    ...each("late", json.lateItems, (item) => [
      ...[item.id, item.weakness, item.rating, item.detectedOn, item.age, item.due, item.daysLate, item.owner].map(
        blank,
      ),
      item.status,
    ]),
    ...each("vendors", json.vendorDependencies, (item) => [
      ...[item.id, item.weakness, item.rating, item.product, item.lastCheckIn, item.daysSince].map(blank),
      item.holds ? "yes" : "no",
      ...[item.due, item.daysLate].map(blank),
    ]),
    ...each("deviations", json.deviations, (item) => [
      ...[item.id, item.weakness, item.rating, item.type, item.state].map(blank),
      item.late ? "yes" : "no",
      blank(item.rationale),
    ]),
    ...each("kev", json.kev, (item) => [
      ...[item.id, item.weakness, item.rating].map(blank),
      item.cves.join(", "),
      ...[item.due, item.daysLate].map(blank),
    ]),
    ...each("due", json.trends.burnDown.months, ({ label, due, left }) => [label, cell(due), cell(left)]),
    ...each("notes", json.notes, ({ text, items }) => [inWords(text), items.join(", ")]),
  ];
}

/** JSON has the triggers' ids in the sentences; a reader is told what they are. */
function inWords(text: string): string {
  const words = {
    "unique-vulnerabilities-up": "unique vulnerabilities above the baseline",
    "unauthenticated-scans": "unauthenticated scans",
    "high-aged-30": "late High items older than 30 days",
    "high-aged-60": "late High items older than 60 days",
    "moderate-aged-90": "late Moderate items older than 90 days",
    "trigger-repeated": "a trigger repeated within six months",
  };
  return Object.entries(words).reduce((all, [id, name]) => all.replaceAll(id, name), text);
}
