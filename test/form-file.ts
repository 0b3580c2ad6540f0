import type { FieldName } from "../src/model/field.js";
import type { Poam } from "../src/model/poam.js";
import type { SheetLayout, Template } from "../src/model/template.js";
import { readPoam } from "../src/template/read.js";
import { openWorkbook } from "../src/workbook/open.js";
import { TEMPLATES, templateNamed } from "./templates.js";
import { escaped, makeWorkbook, stylesWith } from "./workbook/make-workbook.js";

/** A text, a number, a real date, or what stands in `<c r="…"…>` as XML. */
export type FileCell = string | number | { readonly date: number } | { readonly xml: string };
/** By field, or by the letters of a column without one. */
export type FileRow = Readonly<Partial<Record<FieldName | string, FileCell>>>;

export interface FileSheet {
  /** By row number; an empty one is a row that the form has styled. */
  readonly rows: Readonly<Record<number, FileRow>>;
  /** Headings further to the right, by their letters. */
  readonly headings?: Readonly<Record<string, string>>;
  /** Rows from here on to there have an empty styled cell in their first column. */
  readonly styled?: readonly [number, number];
  readonly hidden?: readonly number[];
  readonly visibility?: "hidden" | "veryHidden";
  /** What stands behind the rows. */
  readonly tail?: string;
}

export const FORM = templateNamed("fedramp-rev5-v3.0");
const STYLES = stylesWith(14, 22);

/**
 * A FedRAMP form as a file, with its sheets of open and of closed items. In form 3.0 open items have their headings in row 5
 * from column B on, closed ones in row 2 from column A on; in the others both in row 5 from column A on.
 */
export function formFile(
  open: FileSheet,
  closed: FileSheet,
  parts: Readonly<Record<string, string>> = {},
  form: Template = FORM,
): Buffer {
  const sheets = [open, closed].map((sheet, index) => {
    const layout = form.sheets[index]!;
    return { name: escaped(layout.name), state: sheet.visibility ?? "visible", xml: sheetXml(layout, sheet) };
  });
  return makeWorkbook({ sheets, styles: STYLES, parts });
}

export async function readForm(file: Buffer, template: Template = FORM): Promise<Poam> {
  return readPoam(await openWorkbook(file, "form.xlsx"), TEMPLATES, { fileName: "form.xlsx", template });
}

function sheetXml(layout: SheetLayout, { rows, headings, styled, hidden, tail }: FileSheet): string {
  const { columns, headingRow } = layout;
  const from = layout.guidanceLabels ? 2 : 1;
  const all = new Map<number, Map<number, FileCell | undefined>>();
  const rowOf = (row: number) => all.get(row) ?? all.set(row, new Map()).get(row)!;
  for (let row = styled?.[0] ?? 1; row <= (styled?.[1] ?? 0); row++) rowOf(row).set(from, undefined);
  for (const [index, { heading }] of columns.entries()) rowOf(headingRow).set(from + index, heading);
  for (const [letters, text] of Object.entries(headings ?? {})) rowOf(headingRow).set(numberOf(letters), text);
  for (const [row, cells] of Object.entries(rows)) {
    for (const [key, cell] of Object.entries(cells)) {
      const index = columns.findIndex(({ field }) => field === key);
      rowOf(Number(row)).set(index < 0 ? numberOf(key) : from + index, cell);
    }
  }
  const body = [...all]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => {
      const inner = [...cells]
        .sort(([a], [b]) => a - b)
        .map(([column, cell]) => cellXml(`${lettersOf(column)}${row}`, cell));
      return `<row r="${row}"${hidden?.includes(row) ? ' hidden="1"' : ""}>${inner.join("")}</row>`;
    });
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetData>${body.join("")}</sheetData>${tail ?? ""}</worksheet>`;
}

function cellXml(at: string, cell: FileCell | undefined): string {
  if (cell === undefined) return `<c r="${at}" s="2"/>`;
  if (typeof cell === "string")
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  return "date" in cell ? `<c r="${at}" s="1"><v>${cell.date}</v></c>` : `<c r="${at}"${cell.xml}</c>`;
}

/** One or two letters are enough here. */
function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? String.fromCharCode(64 + Math.floor((column - 1) / 26)) + last : last;
}

function numberOf(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
