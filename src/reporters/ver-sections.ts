import type { ReportCell, ReportColumn, ReportPage, ReportSection, ReportTable } from "../model/report-section.js";
import type { VerReport, Vulnerability, VulnerabilityDetail } from "../model/ver-report.js";
import { columns, day, figure, listed, MISSING, supplied, words } from "./report-cells.js";
import { GAP_NAMES } from "./ver-gap-words.js";

/** The monthly vulnerability report as every format prints it. */
export function verPage(report: VerReport): ReportPage {
  const { header, activity, counts } = report;
  const { from, to } = activity.period;
  return {
    title: `FedRAMP Vulnerability Report – ${from} to ${to}`,
    subtitle: [header.system, header.organisation].filter(Boolean).join(", "),
    asOf: activity.asOf,
    tool: header.tool,
    totals: [
      { label: "vulnerabilities in the period", value: counts.reported },
      { label: "active", value: counts.active },
      { label: "overdue", value: counts.overdue, alarm: counts.overdue > 0 },
      { label: "fully mitigated", value: counts.fullyMitigated },
      { label: "false positives", value: counts.falsePositive },
      { label: "accepted", value: counts.accepted },
    ],
    sections: [
      headerSection(report),
      summarySection(report),
      vulnerabilitySection(report),
      acceptedSection(report),
      missingSection(report),
      notesSection(report),
    ],
  };
}

function headerSection({ header, activity }: VerReport): ReportSection {
  const { period, asOf, certificationPackageOverviewUri } = activity;
  return factsSection("header", "About This Report", [
    ["System", supplied(header.system)],
    ["Cloud service provider", supplied(header.organisation)],
    ["Certification class", supplied(header.class)],
    ["Certification Package Overview", supplied(certificationPackageOverviewUri)],
    ["Period", words(`${period.from} to ${period.to}`)],
    ["As of", day(asOf)],
    ["Workbook", words(header.workbook)],
    ["Content", words("FedRAMP Consolidated Rules 2026, VER-TFR-MHR, VER-RPT-VDT and VER-RPT-AVI")],
    ["Made by", words(header.tool)],
  ]);
}

function summarySection({ counts }: VerReport): ReportSection {
  const facts = factsSection("summary", "Summary", [
    ["Vulnerabilities in the period, without accepted ones", figure(counts.reported)],
    ["Active", figure(counts.active)],
    ["Active, internet-reachable and likely exploitable", figure(counts.reachableAndExploitable)],
    ["Overdue, with an explanation", figure(counts.overdue)],
    ["Fully mitigated", figure(counts.fullyMitigated)],
    ["Partially mitigated", figure(counts.partiallyMitigated)],
    ["False positives", figure(counts.falsePositive)],
    ["Accepted", figure(counts.accepted)],
  ]);
  const rows = counts.byRating.map(({ rating, active, accepted }) => ({
    cells: [words(rating === undefined ? "not rated" : `N${rating}`), figure(active), figure(accepted)],
  }));
  const byRating = {
    caption: "By potential agency impact",
    columns: [...columns("text", "N-rating"), ...columns("number", "Active", "Accepted")],
    rows,
  };
  return { ...facts, tables: [...facts.tables, byRating] };
}

function vulnerabilitySection({ activity }: VerReport): ReportSection {
  return {
    id: "vulnerabilities",
    title: "Vulnerabilities",
    paragraphs: [],
    tables: [
      {
        caption: "Vulnerabilities with activity in the period, without accepted ones",
        ...tableOf(activity.vulnerabilities, [
          ...EVALUATION,
          ["Next reduction", ({ detail }) => nextReduction(detail), "optional"],
          ["Overdue", overdueCell],
          ["Explanation", ({ detail }) => words(detail.overdueStatus?.explanation), "optional"],
          FURTHER,
          ["Final disposition", ({ detail }) => words(detail.finalDisposition), "optional"],
        ]),
      },
    ],
    note: "A POA&M records days, not hours. Overdue: not mitigated within the time of VDR-TFR-PVR where class and evaluation are known, else not by its own completion date.",
    empty: "None.",
  };
}

function acceptedSection({ activity }: VerReport): ReportSection {
  return {
    id: "accepted",
    title: "Accepted Vulnerabilities",
    paragraphs: [],
    tables: [
      {
        caption: "Vulnerabilities that are accepted, and why",
        ...tableOf(activity.accepted, [
          ...EVALUATION,
          ["Why accepted", ({ acceptanceRationale }) => words(acceptanceRationale)],
          FURTHER,
        ]),
      },
    ],
    empty: "None.",
  };
}

function missingSection({ counts }: VerReport): ReportSection {
  return {
    id: "missing",
    title: "What Is Missing",
    paragraphs: [],
    tables: [
      {
        caption: "What a person must supply",
        columns: [...columns("text", "What"), ...columns("number", "Items"), ...columns("text", "Which")],
        rows: counts.missing.map(({ fact, items }) => ({
          cells: [words(GAP_NAMES[fact]), items.length === 0 ? words(undefined) : figure(items.length), listed(items)],
        })),
      },
    ],
    empty: "Nothing.",
  };
}

function notesSection({ activity }: VerReport): ReportSection {
  const empty = activity.notes.length === 0 ? { empty: "None." } : {};
  return { id: "notes", title: "Notes", paragraphs: activity.notes, tables: [], ...empty };
}

function factsSection(id: string, title: string, facts: readonly (readonly [string, ReportCell])[]): ReportSection {
  const rows = facts.map(([name, cell]) => ({ cells: [words(name), cell] }));
  const table = { caption: "In short", columns: columns("text", "Fact", "Value"), rows };
  return { id, title, paragraphs: [], tables: [table] };
}

/** A column of vulnerabilities; one that is `optional` is left out where no vulnerability has anything in it. */
type Column = readonly [
  heading: string,
  cell: (one: Vulnerability) => ReportCell,
  presence?: "optional" | undefined,
  kind?: ReportColumn["kind"],
];

const EVALUATION: readonly Column[] = [
  ["Tracking ID", ({ detail }) => supplied(detail.providerTrackingId)],
  ["Detected", ({ detail }) => moment(detail.detection.detectedAt), undefined, "date"],
  ["Source", ({ detail }) => supplied(detail.detection.detectionSource)],
  ["Description", ({ detail }) => words(detail.vulnerabilityDescription)],
  ["Evaluated", ({ detail }) => moment(detail.evaluationCompletedAt), undefined, "date"],
  ["Internet-reachable", ({ detail }) => yesNo(detail.isInternetReachable)],
  ["Likely exploitable", ({ detail }) => yesNo(detail.isLikelyExploitable)],
  ["N-rating", ({ detail }) => supplied(detail.currentRating && `N${detail.currentRating}`)],
  ["Agency impact", ({ detail }) => words(detail.potentialAgencyImpact), "optional"],
];
const FURTHER: Column = ["Further information", ({ detail }) => words(detail.supplementaryRiskInformation), "optional"];

function tableOf(all: readonly Vulnerability[], table: readonly Column[]): Pick<ReportTable, "columns" | "rows"> {
  const isFilled = (cell: ReportCell) => "is" in cell || cell.value !== null;
  const shown = table.filter(([, cell, presence]) => !presence || all.some((one) => isFilled(cell(one))));
  return {
    columns: shown.map(([heading, , , kind = "text"]) => ({ heading, kind })),
    rows: all.map((one) => ({
      cells: shown.map(([, cell]) => cell(one)),
      ...(one.isOverdue && { as: "tripped" as const }),
    })),
  };
}

/** What is past its time and unexplained is not reported as overdue yet. */
function overdueCell({ detail, isOverdue }: Vulnerability): ReportCell {
  if (isOverdue && !detail.overdueStatus) return MISSING;
  return words(detail.overdueStatus && (detail.overdueStatus.isOverdue ? "yes" : "no"));
}

function yesNo(value: boolean | undefined): ReportCell {
  return value === undefined ? MISSING : words(value ? "yes" : "no");
}

function nextReduction({ projectedNextReduction: next }: VulnerabilityDetail): ReportCell {
  return words(next && `to N${next.targetRating} by ${next.estimatedAt.slice(0, 10)}`);
}

function moment(at: string | undefined): ReportCell {
  return at === undefined ? MISSING : day(at.slice(0, 10));
}
