import type { IsoDate } from "./date.js";

/**
 * The report as formats print it: the same sections, tables and cells in Markdown, HTML and xlsx, so that no format can count
 * or word anything of its own. Made of a `Report` by `reporters/report-sections.ts`.
 */
export interface ReportSection {
  /** For anchors and sheet names: `open-summary`. */
  readonly id: string;
  readonly title: string;
  /** Plain sentences before the tables. */
  readonly paragraphs: readonly string[];
  readonly tables: readonly ReportTable[];
  /** Which of `Report.trends` is drawn here, by formats that draw. */
  readonly chart?: "open-by-rating" | "ages" | "burn-down" | "unique-vulnerabilities";
  /** Small print below: what was counted how, and its source. */
  readonly note?: string;
  /** What is printed where there is no row at all: `None.` */
  readonly empty?: string;
}

/** A report that is nothing but its sections. */
export interface ReportPage {
  readonly title: string;
  readonly subtitle: string;
  readonly asOf: IsoDate;
  readonly tool: string;
  /** The figures that a reader wants first. */
  readonly totals: readonly { readonly label: string; readonly value: number; readonly alarm?: boolean }[];
  readonly sections: readonly ReportSection[];
}

export interface ReportTable {
  readonly caption: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
}

export interface ReportColumn {
  readonly heading: string;
  readonly kind: "text" | "number" | "date";
}

export interface ReportRow {
  readonly cells: readonly ReportCell[];
  /** `total`: the sums below; `tripped`: a trigger that is tripped. */
  readonly as?: "total" | "tripped" | "not-tripped" | "not-supplied";
}

/** A cell: a value, nothing (null), `not-supplied`, or `impossible` (greyed in FedRAMP's figure). */
export type ReportCell =
  | { readonly value: string | number | { readonly date: IsoDate } | null; readonly items?: readonly string[] }
  | { readonly is: "not-supplied" | "impossible" };
