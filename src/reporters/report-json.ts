import { type CellRef, reference } from "../model/cell.js";
import type { Portfolio, Report } from "../model/report.js";
import { text } from "./json.js";

/**
 * For programs: every figure of the report, version 1, to which keys may be added. What could not be had is null; a place is
 * written as `'Sheet'!B12`.
 */
export function reportJson(report: Report, version: string): string {
  return `${text(document(version, { report: shown(report) }), 2)}\n`;
}

/** Several systems: the portfolio, and the report of each. */
export function portfolioJson(portfolio: Portfolio, reports: readonly Report[], version: string): string {
  return `${text(document(version, { portfolio: shown(portfolio), reports: reports.map(shown) }), 2)}\n`;
}

function document(version: string, rest: object): object {
  return { version: 1, tool: { name: "poam", version }, ...rest };
}

/** Plain data with null for what is undefined, and places in the form that Excel's Name Box takes. */
function shown(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(shown);
  const entries = Object.entries(value).filter(([key]) => key !== "logo");
  return Object.fromEntries(
    entries.map(([key, one]) => (key === "at" ? ["cell", reference(one as CellRef)] : [key, shown(one)])),
  );
}
