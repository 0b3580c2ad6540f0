import type { Worksheet } from "exceljs";
import type { IsoDate } from "../model/date.js";
import type { Portfolio, Report } from "../model/report.js";
import type {
  ReportCell,
  ReportColumn,
  ReportPage,
  ReportRow,
  ReportSection,
  ReportTable,
} from "../model/report-section.js";
import { bookBytes } from "./book-bytes.js";
import { FONT, headingStyle, SOFT, styleOf } from "./report-cell-style.js";
import { rowHeight } from "./row-height.js";

/** A picture for the first sheet; Excel shows no SVG, so that one is left out. */
export interface SheetLogo {
  readonly bytes: Buffer;
  readonly type: "image/png" | "image/jpeg" | "image/svg+xml";
}

/** One system's report as a workbook: a sheet a section, dates as dates, numbers as numbers. */
export function reportXlsx(report: Report, sections: readonly ReportSection[], logo?: SheetLogo): Promise<Buffer> {
  const { terms, header } = report;
  const subtitle = [header.system, header.organisation].filter(Boolean).join(", ");
  return write({ title: `${terms.title} – ${header.month}`, subtitle, ...header, sections, logo });
}

/** Several systems in one workbook. */
export function portfolioXlsx(
  { organisation = "", asOf, tool }: Portfolio,
  sections: readonly ReportSection[],
  logo?: SheetLogo,
): Promise<Buffer> {
  return write({ title: "POA&M portfolio report", subtitle: organisation, asOf, tool, sections, logo });
}

/** A report that is nothing but its sections. */
export function pageXlsx(report: ReportPage): Promise<Buffer> {
  return write({ ...report, logo: undefined });
}

interface Book {
  readonly title: string;
  readonly subtitle: string;
  readonly asOf: IsoDate;
  readonly tool: string;
  readonly sections: readonly ReportSection[];
  readonly logo: SheetLogo | undefined;
}

async function write({ title, subtitle, asOf, tool, sections, logo }: Book): Promise<Buffer> {
  const { default: exceljs } = await import("exceljs");
  const book = new exceljs.Workbook();
  const day = dateOf(asOf);
  Object.assign(book, { title, creator: tool, lastModifiedBy: tool, created: day, modified: day });
  const names = new Set<string>();
  for (const [index, section] of sections.entries()) {
    const sheet = book.addWorksheet(sheetName(section.title, names), { views: [{ showGridLines: false }] });
    setUp(sheet, isWide(section), title, `as of ${asOf} · ${tool}`);
    if (index === 0) {
      put(sheet, title, { bold: true, size: 16 });
      if (subtitle !== "") put(sheet, subtitle, { color: SOFT, size: 12 });
      put(sheet, `As of ${asOf}`, { color: SOFT });
      sheet.addRow([]);
      if (logo && logo.type !== "image/svg+xml") {
        const picture = book.addImage({
          base64: logo.bytes.toString("base64"),
          extension: logo.type === "image/png" ? "png" : "jpeg",
        });
        sheet.addImage(picture, { tl: { col: 4, row: 0 }, ext: { width: 140, height: 56 } });
      }
    }
    writeSection(sheet, section);
  }
  return bookBytes(book);
}

function writeSection(sheet: Worksheet, { title, paragraphs, tables, note, empty }: ReportSection): void {
  put(sheet, title, { bold: true, size: 13 });
  for (const text of paragraphs) put(sheet, text);
  const filled = tables.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0 && empty !== undefined) put(sheet, empty);
  const widths = columnWidths(filled);
  for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width;
  for (const table of filled) writeTable(sheet, table, widths);
  if (note !== undefined) {
    sheet.addRow([]);
    put(sheet, note, { color: SOFT, italic: true, size: 9 });
  }
}

const NOT_SUPPLIED = "not supplied";

function put(sheet: Worksheet, text: string, font: object = {}): void {
  sheet.addRow([text]).getCell(1).font = { ...FONT, ...font };
}

function writeTable(sheet: Worksheet, { caption, columns, rows }: ReportTable, widths: readonly number[]): void {
  sheet.addRow([]);
  put(sheet, caption, { bold: true });
  const headings = columns.map(({ heading }) => heading);
  const head = sheet.addRow(headings);
  head.height = rowHeight(headings, widths);
  head.eachCell((cell, column) => {
    cell.style = headingStyle(columns[column - 1]!);
  });
  for (const row of rows) writeRow(sheet, row, columns, widths);
}

function writeRow(
  sheet: Worksheet,
  { cells, as }: ReportRow,
  columns: readonly ReportColumn[],
  widths: readonly number[],
): void {
  const row = sheet.addRow(cells.map(typed));
  row.height = rowHeight(cells.map(textOf), widths);
  for (const [index, value] of cells.entries()) row.getCell(index + 1).style = styleOf(value, columns[index]!, as);
}

/** Excel holds 32,767 characters a cell. */
const LONGEST = 32_767;

function typed(cell: ReportCell): string | number | Date | null {
  if ("is" in cell) return cell.is === "impossible" ? null : NOT_SUPPLIED;
  const { value } = cell;
  if (typeof value === "string")
    return value.length > LONGEST ? `${value.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, "")}…` : value;
  return typeof value === "object" && value ? dateOf(value.date) : value;
}

function dateOf(day: IsoDate): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** As wide as what stands in them, within reason; longer texts wrap. In characters, as Excel counts. */
function columnWidths(tables: readonly ReportTable[]): number[] {
  const count = Math.max(1, ...tables.map(({ columns }) => columns.length));
  return Array.from({ length: count }, (_, index) => {
    const longest = tables.reduce((most, { columns, rows }) => {
      const words = (columns[index]?.heading ?? "").split(" ");
      const texts = [...words, ...rows.map(({ cells }) => textOf(cells[index]))];
      return texts.reduce((longer, text) => Math.max(longer, ...text.split("\n").map(({ length }) => length)), most);
    }, 0);
    // Bold headings and the indents on both sides take the room of four.
    return Math.min(count > 5 ? 30 : 50, Math.max(12, longest + 4));
  });
}

/** Whether a sheet needs landscape: upright, A4 and Letter hold some 95 characters of this size. */
function isWide({ tables }: ReportSection): boolean {
  return columnWidths(tables).reduce((sum, width) => sum + width, 0) > 95;
}

function textOf(cell: ReportCell | undefined): string {
  if (!cell) return "";
  if ("is" in cell) return cell.is === "impossible" ? "" : NOT_SUPPLIED;
  const { value } = cell;
  return value === null ? "" : typeof value === "object" ? value.date : String(value);
}

/** On paper: one page wide, its number and the report's name at the foot. */
function setUp(sheet: Worksheet, wide: boolean, title: string, made: string): void {
  // In 8 points; the blank parts the size from a digit that follows.
  const text = (name: string) => `&8 ${name.replaceAll("&", "&&")}`;
  const orientation = wide ? "landscape" : "portrait";
  const margins = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 };
  sheet.pageSetup = { orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 9, margins };
  sheet.headerFooter = { oddFooter: `&L${text(title)}&R${text(made)} · &P / &N` };
}

/** Excel allows 31 characters, some not, and each name once. */
function sheetName(title: string, used: Set<string>): string {
  const plain =
    title
      .replace(/[\\/?*[\]:]/g, " ")
      .replace(/^'+|'+$/g, "")
      .slice(0, 31)
      .trim() || "Section";
  let name = plain;
  for (let number = 2; used.has(name.toLowerCase()); number++) name = `${plain.slice(0, 27)} (${number})`;
  used.add(name.toLowerCase());
  return name;
}
