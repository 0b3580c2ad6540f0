import type { Report } from "../model/report.js";
import type { AgeRow, OpenRow } from "../model/report-grids.js";
import type { ReportRow, ReportSection } from "../model/report-section.js";
import { columns, counted, figure, idList, supplied, words } from "./report-cells.js";

export function openSection({ openSummary, terms }: Report): ReportSection {
  const { months, rows, total, rowHeading, note } = openSummary;
  const deviations = total.pendingFalsePositive !== undefined || total.operationalRequirementActive !== undefined;
  const row = (of: OpenRow): ReportRow => ({
    cells: [
      words(of.label),
      ...of.counts.map(figure),
      ...(deviations
        ? [
            counted(of.pendingFalsePositive),
            counted(of.operationalRequirementPending),
            counted(of.operationalRequirementActive),
          ]
        : []),
    ],
  });
  return {
    id: "open-summary",
    title: terms.framework === "FedRAMP" ? "Open POA&M Summary" : `Open ${terms.items}`,
    paragraphs: [],
    tables: [
      {
        caption: `Open ${terms.items} by rating at each month's POA&M`,
        columns: [
          ...columns("text", rowHeading),
          ...columns("number", ...months.map(({ label }) => label)),
          ...(deviations ? columns("number", "Pending FP", "OR pending", "OR active") : []),
        ],
        rows: [...rows.map(row), { ...row(total), as: "total" }],
      },
    ],
    chart: "open-by-rating",
    note,
  };
}

export function agesSection({ pastDueAges, terms }: Report): ReportSection {
  const { buckets, rows, total, outside, rowHeading, note } = pastDueAges;
  const deviations = total.pendingFalsePositive !== undefined || total.pendingOperationalRequirement !== undefined;
  const row = (of: AgeRow): ReportRow => ({
    cells: [
      words(of.label),
      ...of.cells.map((cell) => (cell.impossible ? ({ is: "impossible" } as const) : counted(cell))),
      counted(of.total),
      ...(deviations ? [counted(of.pendingFalsePositive), counted(of.pendingOperationalRequirement)] : []),
    ],
  });
  return {
    id: "past-due-ages",
    title: terms.framework === "FedRAMP" ? "POA&M Age for Past Due Items" : `Age of ${terms.items} ${terms.late}`,
    paragraphs: outside.map(({ reason, tally }) => {
      return `Besides: ${tally.count} ${terms.late} (${reason}): ${idList(tally.items)}.`;
    }),
    tables: [
      {
        caption: `${capital(terms.items)} ${terms.late}, by days since ${terms.ageFrom === "detection" ? "detection" : "the due date"}`,
        columns: [
          ...columns("text", rowHeading),
          ...columns("number", ...buckets.map(({ label }) => label), "Past Due Total"),
          ...(deviations ? columns("number", "Pending FP", "Pending OR") : []),
        ],
        rows: [...rows.map(row), { ...row(total), as: "total" }],
      },
    ],
    chart: "ages",
    note,
  };
}

/** By month, against baseline and threshold. */
export function uniqueSection({ uniqueVulnerabilities: unique }: Report): readonly ReportSection[] {
  if (unique === undefined) return [];
  const { months, baseline, threshold, note } = unique;
  return [
    {
      id: "unique-vulnerabilities",
      title: "Unique Scanning Summary",
      paragraphs: [
        `Unique vulnerability baseline: ${baseline ?? "not supplied"}. Threshold: ${threshold ?? "not supplied"}.`,
      ],
      tables: [
        {
          caption: "Unique vulnerabilities by month, risk-adjusted for approved deviations",
          columns: [
            ...columns("text", "Month"),
            ...columns("number", "High", "Moderate", "Low", "Total", "Baseline", "Threshold"),
            ...columns("text", "Counted from"),
          ],
          rows: months.map(({ label, high, moderate, low, total, from }) => ({
            cells: [
              words(label),
              ...[high, moderate, low, total, baseline, threshold].map(figure),
              supplied(from && { scans: "scan summary", poam: "POA&M" }[from]),
            ],
            ...(threshold !== undefined && total !== undefined && total >= threshold && { as: "tripped" }),
          })),
        },
      ],
      chart: "unique-vulnerabilities",
      note,
    },
  ];
}

export function statusSection({ statuses, terms }: Report): readonly ReportSection[] {
  if (statuses === undefined) return [];
  return [
    {
      id: "statuses",
      title: "By Status",
      paragraphs: [],
      tables: [
        {
          caption: `Open ${terms.items} by status`,
          columns: [...columns("text", "Status"), ...columns("number", "Open", capital(terms.late))],
          rows: statuses.map(({ status, count, late }) => ({
            cells: [words(status || "(blank)"), figure(count), figure(late)],
          })),
        },
      ],
      empty: "None.",
    },
  ];
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
