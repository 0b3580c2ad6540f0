import type { Portfolio, PortfolioFigures } from "../model/report.js";
import type { ReportRow, ReportSection } from "../model/report-section.js";
import { count } from "./last-line.js";
import { columns, day, figure, supplied, words } from "./report-cells.js";
import { triggerNames } from "./trigger-words.js";

/** The portfolio report as every format prints it; the systems' own reports stand apart. */
export function portfolioSections({
  systems,
  unreadable,
  totals,
  organisation,
  tool,
}: Portfolio): readonly ReportSection[] {
  const rows: readonly ReportRow[] = systems.map((system) => ({
    cells: [
      supplied(system.system),
      supplied(system.systemStatus),
      ...figures(system),
      words(system.tripped.map(triggerNames).join("; ") || undefined),
      system.submittedOn ? day(system.submittedOn) : supplied(undefined),
      words(system.workbook),
    ],
    ...(system.tripped.length > 0 && { as: "tripped" as const }),
  }));
  const total: ReportRow = {
    cells: [words("Total"), words(undefined), ...figures(totals), words(undefined), words(undefined), words(undefined)],
    as: "total",
  };
  return [
    {
      id: "portfolio",
      title: "Systems",
      paragraphs: [
        `${organisation ? `${organisation}: ` : ""}${count(systems.length, "system")}.`,
        ...unreadable.map(
          ({ workbook, reason }) => `${workbook} could not be read, and the totals are without it: ${reason}`,
        ),
      ],
      tables: [
        {
          caption: "Open items of each system",
          columns: [
            ...columns("text", "System", "Status"),
            ...columns("number", "Open", "High", "Moderate", "Low", "Unrated", "Late", "Stale"),
            ...columns("number", "Vendor dependencies", "Deviations pending", "Added", "Closed"),
            ...columns("text", "Triggers tripped"),
            ...columns("date", "POA&M date"),
            ...columns("text", "Workbook"),
          ],
          rows: [...rows, total],
        },
      ],
      note: `Critical and Very High count as High, Very Low as Low. A total is that of the systems that have the figure. Made by ${tool}.`,
    },
  ];
}

function figures(of: PortfolioFigures) {
  return [
    of.open,
    of.high,
    of.moderate,
    of.low,
    of.unrated,
    of.late,
    of.stale,
    of.vendorDependencies,
    of.deviationsPending,
    of.added,
    of.closed,
  ].map(figure);
}
