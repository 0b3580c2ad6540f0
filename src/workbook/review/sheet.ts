import { columnLetters, reference } from "../../model/cell.js";
import type { Review, ReviewRow } from "../../model/review.js";
import { rowHeight } from "../row-height.js";
import { cellText, xmlText } from "../xml-write.js";
import { COLUMNS, type ReviewColumn, SUPPRESSED_COLUMN } from "./layout.js";
import type { ReviewStyles } from "./styles.js";

/** Excel holds 32,767 characters a cell, 1,048,576 rows a sheet and 65,530 links. */
const LONGEST = 32_767;
const MOST_ROWS = 1_048_000;
const MOST_LINKS = 65_530;

/** The sheet of a review. */
export interface ReviewSheet {
  readonly xml: string;
  /** The range that its filter covers: the headings and all below them. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly lastColumn: string;
}

/** What a sheet cannot hold of a review, one sentence each. */
export function sheetRemarks({ rows }: Review): string[] {
  const told = (most: number, what: string) =>
    rows.length > most ? [`Of ${amount(rows.length)} findings the first ${amount(most)} ${what}.`] : [];
  return [
    ...told(MOST_ROWS, "stand here, as a sheet holds no more"),
    ...told(MOST_LINKS, "have a link, as a sheet holds no more"),
  ];
}

/** Writes the sheet: lines above, headings with a filter, a row for each finding. `namespace` is that of the workbook. */
export function reviewSheet(
  { rows, showsSuppressed }: Review,
  head: readonly string[],
  styles: ReviewStyles | undefined,
  namespace: string,
): ReviewSheet {
  const columns = showsSuppressed ? [...COLUMNS, SUPPRESSED_COLUMN] : COLUMNS;
  const widths = columns.map(({ width }) => width);
  const shown = rows.slice(0, MOST_ROWS);
  const firstRow = head.length + 1;
  const lastRow = firstRow + shown.length;
  const lastColumn = columnLetters(columns.length);
  const cell = (row: number, column: number, text: string, style: number | undefined) =>
    `<c r="${columnLetters(column + 1)}${row}"${style === undefined ? "" : ` s="${style}"`}${inline(text)}`;
  const filter = `A${firstRow}:${lastColumn}${lastRow}`;
  const below = `A${firstRow + 1}`;
  const xml = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${xmlText(namespace)}"><sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="A1:${lastColumn}${lastRow}"/>`,
    '<sheetViews><sheetView showGridLines="0" workbookViewId="0">',
    `<pane ySplit="${firstRow}" topLeftCell="${below}" activePane="bottomLeft" state="frozen"/>`,
    `<selection pane="bottomLeft" activeCell="${below}" sqref="${below}"/></sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/><cols>',
    ...columns.map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`),
    "</cols><sheetData>",
    ...head.map((text, i) => `<row r="${i + 1}">${cell(i + 1, 0, text, i === 0 ? styles?.title : styles?.soft)}</row>`),
    `<row r="${firstRow}">`,
    ...columns.map(({ heading }, column) => cell(firstRow, column, heading, styles?.heading)),
    "</row>",
    ...shown.map((finding, index) => {
      const row = firstRow + 1 + index;
      const isLinked = index < MOST_LINKS;
      const cells = columns.map((column, place) =>
        cell(row, place, textOf(finding, column), styles && styleOf(finding, column, isLinked, styles)),
      );
      const height = rowHeight(
        columns.map((column) => textOf(finding, column)),
        widths,
      );
      return `<row r="${row}" ht="${height}" customHeight="1">${cells.join("")}</row>`;
    }),
    `</sheetData><autoFilter ref="${filter}"/>`,
    ...links(shown.slice(0, MOST_LINKS), firstRow + 1),
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>',
    '<pageSetup orientation="landscape" fitToHeight="0"/></worksheet>',
  ].join("");
  return { xml, firstRow, lastRow, lastColumn };
}

/** What follows a cell's attributes; texts are never formulas. */
function inline(text: string): string {
  if (text === "") return "/>";
  const whole = text.length > LONGEST ? `${text.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, "")}…` : text;
  return ` t="inlineStr"><is><t xml:space="preserve">${cellText(whole)}</t></is></c>`;
}

function textOf(row: ReviewRow, { key }: ReviewColumn): string {
  return key === "at" ? reference(row.at) : row[key];
}

function styleOf(row: ReviewRow, { key }: ReviewColumn, isLinked: boolean, styles: ReviewStyles): number {
  if (key === "severity") return styles[row.severity];
  return key === "at" && isLinked ? styles.link : styles.text;
}

/** Links within the workbook: Excel and LibreOffice want no relationship for them. */
function links(rows: readonly ReviewRow[], firstRow: number): string[] {
  if (rows.length === 0) return [];
  const column = columnLetters(COLUMNS.findIndex(({ key }) => key === "at") + 1);
  const listed = rows.map(
    ({ at }, index) => `<hyperlink ref="${column}${firstRow + index}" location="${xmlText(reference(at))}"/>`,
  );
  return ["<hyperlinks>", ...listed, "</hyperlinks>"];
}

function amount(value: number): string {
  return value.toLocaleString("en");
}
