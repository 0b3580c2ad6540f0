import type { Worksheet } from "exceljs";
import type { IsoDate } from "../model/date.js";
import { NEW_SHEET_ROWS } from "../model/guidance-texts.js";
import type { Placed } from "../model/placed.js";
import type { NewSheetName, SheetLayout, Template } from "../model/template.js";
import { bookBytes } from "./book-bytes.js";
import { listPlace } from "./new-checks.js";
import { writeHeader } from "./new-header.js";
import { writeItems } from "./new-sheet.js";
import { STYLES } from "./new-style.js";

/** What a new workbook says of its making. */
export interface NewWorkbookFacts {
  readonly asOf: IsoDate;
  /** `poam 1.2.3` */
  readonly tool: string;
}

/**
 * A workbook of that form with what is placed on its sheets, which may be nothing. The same input gives the same bytes. Texts of
 * more than 32,767 characters are the caller's to shorten: Excel takes no longer ones.
 */
export async function newWorkbook(template: Template, placed: Placed, facts: NewWorkbookFacts): Promise<Buffer> {
  const { default: exceljs } = await import("exceljs");
  const book = new exceljs.Workbook();
  const day = new Date(`${facts.asOf}T00:00:00Z`);
  // Not `creator: facts.tool`: by that, reports are known and refused where a POA&M is expected.
  Object.assign(book, {
    title: template.title,
    creator: "poam",
    lastModifiedBy: facts.tool,
    created: day,
    modified: day,
  });
  const place = listPlace(book, template.listSheet ?? "Lists");
  const others = template.newSheets ?? [];
  if (others.includes("Instructions")) writeOther(book.addWorksheet("Instructions"), "Instructions");
  const activeTab = book.worksheets.length;
  // All before the first is written: the hidden sheet of lists comes last.
  const sheets = placed.sheets.map((one) => ({
    one,
    sheet: book.addWorksheet(one.sheet.name),
    layout: layoutOf(template, one.sheet.name),
  }));
  if (others.includes("Record of Changes")) writeOther(book.addWorksheet("Record of Changes"), "Record of Changes");
  for (const { one, sheet, layout } of sheets) {
    writeItems(sheet, one, layout, place);
    writeHeader(sheet, { template, layout, header: placed.header, place });
    setUp(sheet, layout, idColumnOf(one.sheet.columns), facts.tool);
  }
  book.views = [{ x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab, visibility: "visible" }];
  return bookBytes(book);
}

function layoutOf(template: Template, name: string): SheetLayout {
  const layout = template.sheets.find((sheet) => sheet.name === name);
  if (!layout) throw new Error(`${template.id} has no sheet ${name}`);
  return layout;
}

function idColumnOf(columns: Placed["sheets"][number]["sheet"]["columns"]): number {
  return columns.find(({ field }) => field === "id")?.column ?? 0;
}

/** Headings and ids stay in sight; on paper a sheet is one page wide, with the headings on each. */
function setUp(sheet: Worksheet, { headingRow }: SheetLayout, idColumn: number, tool: string): void {
  const xSplit = idColumn <= FROZEN_COLUMNS ? idColumn : 0;
  sheet.views = [{ state: "frozen", xSplit, ySplit: headingRow, showGridLines: false }];
  const margins = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };
  const printTitlesRow = `${headingRow}:${headingRow}`;
  sheet.pageSetup = {
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins,
    printTitlesRow,
  };
  sheet.headerFooter = { oddFooter: `&L&8 &A&R&8 ${tool.replaceAll("&", "&&")} · &P / &N` };
}

/** More would leave little room for the rest on a small screen. */
const FROZEN_COLUMNS = 2;

function writeOther(sheet: Worksheet, name: NewSheetName): void {
  const rows = NEW_SHEET_ROWS[name];
  for (const [index, texts] of rows.entries()) {
    const row = sheet.getRow(index + 1);
    for (const [column, text] of texts.entries()) {
      const cell = row.getCell(column + 1);
      cell.value = text;
      cell.style = texts.length > 1 ? STYLES.heading : index === 0 ? STYLES.title : { font: STYLES.text.font! };
    }
  }
  const widths = rows[0]!.length > 1 ? [14, 60, 12, 30] : [100];
  for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width;
  sheet.views = [{ showGridLines: false }];
}
