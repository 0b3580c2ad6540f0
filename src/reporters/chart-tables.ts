import type { Report } from "../model/report.js";
import type { ReportSection, ReportTable } from "../model/report-section.js";
import { chartOf } from "./report-charts.js";

/** The sections with the figures of their charts as tables, for formats that draw none. */
export function withChartTables(report: Report, sections: readonly ReportSection[]): readonly ReportSection[] {
  return sections.map((section) => {
    const chart = chartOf(report, section.chart);
    if (!chart) return section;
    const { title, categories, bars, lines, levels } = chart;
    const series = [...bars.toReversed(), ...lines];
    const table: ReportTable = {
      caption: title,
      columns: [
        { heading: "", kind: "text" },
        ...[...series, ...levels].map(({ label }) => ({ heading: label, kind: "number" as const })),
      ],
      rows: categories.map((category, index) => ({
        cells: [
          { value: category.replace("\n", " ") },
          ...series.map(({ values }) => {
            const value = values[index];
            return value === undefined ? ({ is: "not-supplied" } as const) : { value };
          }),
          ...levels.map(({ value }) => ({ value })),
        ],
      })),
    };
    return { ...section, tables: [...section.tables, table] };
  });
}
