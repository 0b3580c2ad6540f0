import type { Report } from "../model/report.js";
import type { ReportSection } from "../model/report-section.js";
import type { Chart, Tone } from "./chart.js";
import { count } from "./last-line.js";

/** The chart that a section asks for; undefined where the report has no figures for it. */
export function chartOf(report: Report, kind: ReportSection["chart"]): Chart | undefined {
  if (kind === undefined) return undefined;
  const chart = CHARTS[kind](report);
  const isEmpty = chart && [...chart.bars, ...chart.lines].every(({ values }) => values.every((value) => !value));
  return isEmpty ? undefined : chart;
}

const CHARTS: Readonly<Record<NonNullable<ReportSection["chart"]>, (report: Report) => Chart | undefined>> = {
  "open-by-rating": openByRating,
  ages,
  "burn-down": burnDown,
  "unique-vulnerabilities": uniqueVulnerabilities,
};

function openByRating({ trends: { openByRating: trend }, terms }: Report): Chart {
  const { months, series, late } = trend;
  const known = months.filter(({ day }) => day !== undefined).length;
  return {
    id: "chart-open-by-rating",
    title: `Open ${terms.items} by rating, month by month`,
    summary: `Open ${terms.items} by rating in ${count(known, "month")}, and how many of them were ${terms.late}.`,
    categories: months.map(({ label }) => twoLines(label)),
    bars: series.map(({ rating, values }) => ({ label: rating, tone: toneOf(rating), values })).reverse(),
    lines: [{ label: terms.late, tone: "ink", values: late }],
    levels: [],
  };
}

function ages({ trends: { ages: histogram }, terms }: Report): Chart {
  const { buckets, series, undated } = histogram;
  return {
    id: "chart-ages",
    title: `Open ${terms.items} by age, days since ${terms.ageFrom}`,
    summary: `Open ${terms.items} by days since ${terms.ageFrom} and rating${undated > 0 ? `; of ${undated} the day is not known` : ""}.`,
    categories: buckets.map(({ label }) => label),
    bars: series.map(({ rating, values }) => ({ label: rating, tone: toneOf(rating), values })).reverse(),
    lines: [],
    levels: [],
  };
}

function burnDown({ trends: { burnDown: plan }, terms }: Report): Chart {
  return {
    id: "chart-burn-down",
    title: `What is due when, and what would be left open`,
    summary: `${count(plan.open, terms.item)} open, ${plan.pastDue} of them past their date, ${plan.undated} without one; by month, what is due and what would be left open if all were closed on time.`,
    categories: plan.months.map(({ label }) => twoLines(label)),
    bars: [{ label: "due in the month", tone: "low", values: plan.months.map(({ due }) => due) }],
    lines: [{ label: "left open at its end", tone: "ink", values: plan.months.map(({ left }) => left) }],
    levels: [],
  };
}

function uniqueVulnerabilities({ uniqueVulnerabilities: unique }: Report): Chart | undefined {
  if (!unique) return undefined;
  const { months, baseline, threshold } = unique;
  const level = (label: string, value: number | undefined) => (value === undefined ? [] : [{ label, value }]);
  const bars = (["low", "moderate", "high"] as const).map((rating) => ({
    label: { high: "High", moderate: "Moderate", low: "Low" }[rating],
    tone: rating,
    values: months.map((month) => month[rating]),
  }));
  return {
    id: "chart-unique-vulnerabilities",
    title: "Unique vulnerabilities by month",
    summary: `Unique vulnerabilities by rating and month${baseline === undefined ? "" : `, against a baseline of ${baseline}`}${threshold === undefined ? "" : ` and a threshold of ${threshold}`}.`,
    categories: months.map(({ label }) => twoLines(label)),
    bars,
    lines: [],
    levels: [...level("threshold", threshold), ...level("baseline", baseline)],
  };
}

/** The year below the month: side by side they do not fit a telephone. */
function twoLines(label: string): string {
  return label.replace(" ", "\n");
}

function toneOf(rating: string): Tone {
  if (/critical|very high/i.test(rating)) return "critical";
  if (/^high/i.test(rating)) return "high";
  if (/^mod/i.test(rating)) return "moderate";
  return /low/i.test(rating) ? "low" : "other";
}
