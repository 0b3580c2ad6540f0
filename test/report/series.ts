import { readFileSync } from "node:fs";
import { lastOfMonth } from "../../src/model/date.js";
import type { Poam } from "../../src/model/poam.js";
import type { Report } from "../../src/model/report.js";
import type { ReportFacts } from "../../src/model/report-facts.js";
import { PACKS } from "../../src/packs/index.js";
import { type DatedPoam, type ReportOptions, reportOf } from "../../src/report.js";
import type { ExampleRow } from "../../src/rules/rule.js";
import { readPoam } from "../../src/template/read.js";
import { openWorkbook } from "../../src/workbook/open.js";
import { exampleWorkbook } from "../example-workbook.js";
import { TEMPLATES } from "../templates.js";

const MONTHS = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"];

/** The report of a month of fixtures/series, with all months before it. */
export async function seriesReport(
  month: string,
  asOf: string,
  facts: ReportFacts = {},
  more: Partial<ReportOptions> = {},
): Promise<Report> {
  const months = MONTHS.slice(0, MONTHS.indexOf(month) + 1);
  const poams = await Promise.all(months.map(seriesPoam));
  return reportOf(poams.at(-1)!, poams.slice(0, -1), { ...optionsFor(poams.at(-1)!.poam, asOf, facts), ...more });
}

export async function seriesPoam(month: string): Promise<DatedPoam> {
  const name = `${month}.xlsx`;
  const workbook = await openWorkbook(readFileSync(`fixtures/series/${name}`), name);
  return { workbook: name, poam: readPoam(workbook, TEMPLATES, { fileName: name }), day: lastOfMonth(month)! };
}

export function optionsFor({ template }: Poam, asOf: string, facts: ReportFacts = {}): ReportOptions {
  const packs = PACKS.filter(({ id }) => template.packs.includes(id));
  return { asOf, packs, settings: {}, facts, redact: false, tool: "poam 0.0.0" };
}

/** The report of made-up items on form 2.1, of a day, with those of earlier days. */
export function madeReport(
  day: string,
  rows: readonly ExampleRow[],
  facts: ReportFacts = {},
  earlier: Readonly<Record<string, readonly ExampleRow[]>> = {},
): Report {
  const previous = Object.entries(earlier).map(([day, rows]) => made(day, rows));
  const current = made(day, rows);
  return reportOf(current, previous, optionsFor(current.poam, day, facts));
}

function made(day: string, rows: readonly ExampleRow[]): DatedPoam {
  const workbook = exampleWorkbook({ rows, header: { poamDate: day } });
  return { workbook: `${day}.xlsx`, poam: readPoam(workbook, TEMPLATES, { fileName: `${day}.xlsx` }), day };
}
