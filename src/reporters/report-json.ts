import { type CellRef, reference } from "../model/cell.js";
import type { Portfolio, Report } from "../model/report.js";
import { text } from "./json.js";
import { itemRecord } from "./status-json.js";

/**
 * For programs: every figure of the report, version 1, to which keys may be added; `items` are those of `poam status -f json`,
 * one a line. What could not be had is null; a place is written as `'Sheet'!B12`. In pieces, as `Reporter` gives them.
 */
export function* reportJson({ items, ...report }: Report, version: string): Iterable<string> {
  const head = text({ ...documentOf(version), report: shown(report), items: [] }, 2);
  yield head.replace(/\]\n\}$/, "");
  for (const [number, item] of items.entries()) yield `${number > 0 ? "," : ""}\n    ${text(itemRecord(item))}`;
  yield "\n  ]\n}\n";
}

/** Several systems: the portfolio, and the report of each without its items. */
export function portfolioJson(portfolio: Portfolio, reports: readonly Report[], version: string): string {
  const figures = reports.map(({ items, ...report }) => shown(report));
  return `${text({ ...documentOf(version), portfolio: shown(portfolio), reports: figures }, 2)}\n`;
}

function documentOf(version: string): object {
  return { version: 1, tool: { name: "poam", version } };
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
