import type { Portfolio, Report } from "../model/report.js";
import type { ReportCell, ReportColumn, ReportPage, ReportSection, ReportTable } from "../model/report-section.js";
import { plainMarkdown } from "./markdown-text.js";
import { pad, textWidth } from "./printable.js";

/** For people and tickets: GitHub's Markdown, with tables that read well unrendered, too. */
export function reportMarkdown({ terms, header }: Report, sections: readonly ReportSection[]): string {
  return page(`${terms.title} – ${header.month}`, sections);
}

export function portfolioMarkdown({ asOf }: Portfolio, sections: readonly ReportSection[]): string {
  return page(`POA&M Portfolio Report – ${asOf}`, sections);
}

export function pageMarkdown({ title, sections }: ReportPage): string {
  return page(title, sections);
}

function page(title: string, sections: readonly ReportSection[]): string {
  return `${[`# ${plainMarkdown(title)}`, ...sections.flatMap(blocksOf)].join("\n\n")}\n`;
}

function blocksOf({ title, paragraphs, tables, note, empty }: ReportSection): readonly string[] {
  const filled = tables.filter(({ rows }) => rows.length > 0);
  return [
    `## ${plainMarkdown(title)}`,
    ...paragraphs.map(plainMarkdown),
    ...filled.flatMap((table) => [`${plainMarkdown(table.caption)}:`, tableOf(table)]),
    ...(filled.length === 0 && empty !== undefined ? [empty] : []),
    ...(note === undefined ? [] : [`_${plainMarkdown(note)}_`]),
  ];
}

/** Columns as wide as their texts, up to a width beyond which lines would only get longer. */
function tableOf({ columns, rows }: ReportTable): string {
  const head = columns.map(({ heading }) => plainMarkdown(heading));
  const body = rows.map(({ cells, as }) => cells.map((cell) => emphasized(shown(cell), as === "total")));
  const widths = head.map((_, index) => {
    const longest = [head, ...body].reduce((most, row) => Math.max(most, textWidth(row[index]!)), 3);
    return Math.min(longest, WIDEST);
  });
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, index) => aligned(cell, widths[index]!, columns[index]!)).join(" | ")} |`;
  const rule = columns.map(({ kind }, index) =>
    kind === "number" ? `${"-".repeat(widths[index]! - 1)}:` : "-".repeat(widths[index]!),
  );
  return [line(head), `| ${rule.join(" | ")} |`, ...body.map(line)].join("\n");
}

const WIDEST = 60;

function aligned(text: string, width: number, { kind }: ReportColumn): string {
  return kind === "number" ? " ".repeat(Math.max(0, width - textWidth(text))) + text : pad(text, width);
}

function shown(cell: ReportCell): string {
  if ("is" in cell) return cell.is === "impossible" ? "–" : "not supplied";
  if (cell.value === null) return "";
  return typeof cell.value === "object" ? cell.value.date : plainMarkdown(String(cell.value));
}

function emphasized(text: string, strong: boolean): string {
  return strong && text !== "" ? `**${text}**` : text;
}
