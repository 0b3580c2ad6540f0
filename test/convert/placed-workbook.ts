import { carry } from "../../src/convert/carry.js";
import { lossTally } from "../../src/convert/losses.js";
import { place } from "../../src/convert/place.js";
import type { Carried } from "../../src/model/carried-item.js";
import type { CellValue } from "../../src/model/cell.js";
import type { LossReport } from "../../src/model/losses.js";
import type { Placed, PlacedSheet } from "../../src/model/placed.js";
import type { Poam } from "../../src/model/poam.js";
import type { Template } from "../../src/model/template.js";
import type { Workbook } from "../../src/model/workbook.js";
import { layOut } from "../../src/template/lay-out.js";
import { readPoam } from "../../src/template/read.js";
import { type MadeCell, memoryWorkbook } from "../memory-workbook.js";
import { TEMPLATES } from "../templates.js";

/** How many characters a cell of a spreadsheet holds. */
export const CELL = 32_767;

/** A workbook in memory that holds what was placed, laid out as the form has it. */
export function placedWorkbook({ header, sheets }: Placed, template: Template): Workbook {
  const main = sheets.findIndex(({ sheet }) => sheet.state === "open" || sheet.state === "by-status");
  const made = sheets.map((placed, index) => [
    placed.sheet.name,
    sheetRows(placed, template, index === main ? header : new Map()),
  ]);
  return memoryWorkbook(Object.fromEntries(made));
}

/** Items in a form: its workbook, read and carried out of it again. */
export interface InForm {
  readonly poam: Poam;
  readonly carried: Carried;
  readonly losses: Pick<LossReport, "fields" | "changes">;
}

/** Puts items into a new workbook of a form and reads that by the form. */
export function through(carried: Carried, template: Template, cell = CELL): InForm {
  const losses = lossTally();
  const placed = place(carried, layOut(template, carried), template, { cell }, losses);
  const fileName = `${template.id}.xlsx`;
  const poam = readPoam(placedWorkbook(placed, template), TEMPLATES, { fileName, template });
  return { poam, carried: carry(poam), losses: losses.report() };
}

function sheetRows(
  { sheet, items }: PlacedSheet,
  template: Template,
  header: Placed["header"],
): Record<number, MadeCell[]> {
  const layout = template.sheets.find(({ name }) => name === sheet.name)!;
  const rows: Record<number, MadeCell[]> = {};
  const put = (row: number, column: number, value: MadeCell) => {
    rows[row] ??= [];
    rows[row]![column - 1] = value;
  };
  const { headingRow, firstRow, guidanceLabels = [] } = layout;
  if (template.framework === "emass" && headingRow > 2) put(1, 1, "***** CONTROLLED UNCLASSIFIED INFORMATION *****");
  for (const { column, heading } of sheet.columns) put(headingRow, column, heading);
  for (const [index, label] of guidanceLabels.entries()) {
    put(headingRow + 1 + index, 1, label);
    for (const [place, { hints }] of layout.columns.entries())
      put(headingRow + 1 + index, (layout.firstColumn ?? 1) + place, hints?.at(-1));
  }
  for (const [index, entry] of (header.size > 0 ? template.header! : []).entries()) {
    const below = entry.value === "below";
    const [row, column] = below ? [2, index + 2] : [2 + (index % 4), 1 + 4 * Math.floor(index / 4)];
    put(row, column, entry.label);
    const value = header.get(entry.field);
    if (value !== undefined) put(below ? row + 1 : row, below ? column : column + 1, madeCell(value));
  }
  let next = firstRow;
  for (const item of items) {
    for (const row of item) {
      for (const [column, value] of row) put(next, column, madeCell(value));
      next++;
    }
  }
  return rows;
}

function madeCell(value: Exclude<CellValue, null>): MadeCell {
  return value;
}
