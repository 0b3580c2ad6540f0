import type { Worksheet } from "exceljs";
import { type CellValue, columnLetters } from "../model/cell.js";
import { FIELDS, type FieldName } from "../model/field.js";
import { EXAMPLES, GUIDANCE } from "../model/guidance-texts.js";
import type { PlacedSheet, SheetColumn } from "../model/placed.js";
import type { SheetLayout } from "../model/template.js";
import { dueFormula } from "./due-formula.js";
import { put } from "./new-cell.js";
import { addChecks, type ListPlace } from "./new-checks.js";
import { FITS, LINE, type Look, SMALL_LINE, STYLES, setHeight, widthOf } from "./new-style.js";

/** Rows that are prepared below the items: styled, checked, and with the form's formula. */
export const SPARE_ROWS = 200;

/** Headings, guidance, items and prepared rows of one sheet; where its items begin, the data of the form says. */
export function writeItems(
  sheet: Worksheet,
  { sheet: { columns, state }, items }: PlacedSheet,
  layout: SheetLayout,
  place: ListPlace,
): void {
  const { headingRow, firstRow, hiddenColumns = [] } = layout;
  for (const { column, field } of columns) sheet.getColumn(column).width = widthOf(field);
  if (layout.guidanceLabels) sheet.getColumn(firstColumnOf(layout) - 1).width = LABEL_WIDTH;
  for (const column of hiddenColumns) sheet.getColumn(column).hidden = true;
  writeRow(
    sheet,
    headingRow,
    columns,
    columns.map(({ heading }) => heading),
    "heading",
  );
  const headingWidths = columns.map(({ field }) => widthOf(field) * FITS.heading!);
  setHeight(
    sheet.getRow(headingRow),
    columns.map(({ heading }) => heading),
    headingWidths,
    LINE,
  );
  writeGuidance(sheet, columns, layout);
  const looks = columns.map(({ column, field }) => ({ column, look: lookOf(field) }));
  const widths = columns.map(({ field }) => widthOf(field));
  let next = firstRow;
  for (const rows of items) {
    for (const values of rows) {
      const row = sheet.getRow(next++);
      for (const { column, look } of looks) put(row.getCell(column), values.get(column), look);
      setHeight(
        row,
        looks.map(({ column }) => textOf(values.get(column))),
        widths,
        LINE,
      );
    }
  }
  const last = next + SPARE_ROWS - 1;
  const computed = layout.columns.find(({ formula }) => formula)?.field;
  const due = columns.find(({ field }) => field && field === computed)?.column;
  for (; next <= last; next++) {
    const row = sheet.getRow(next);
    for (const { column, look } of looks) row.getCell(column).style = STYLES[look];
    const formula = due && dueFormula(columns, next);
    if (formula) row.getCell(due).value = { formula, result: "" };
  }
  addChecks(sheet, columns, layout, { first: firstRow, last }, place);
  // Where one sheet holds all states, people want to see the open items alone.
  const [first, end] = [columns[0], columns.at(-1)];
  if (state === "by-status" && first && end)
    sheet.autoFilter = `${columnLetters(first.column)}${headingRow}:${columnLetters(end.column)}${last}`;
}

const LABEL_WIDTH = 14;

function firstColumnOf({ firstColumn = 1 }: SheetLayout): number {
  return firstColumn;
}

function lookOf(field: FieldName | undefined): Look {
  return field && FIELDS[field].kind === "date" ? "date" : "text";
}

/** What each column is for, how it is written, and whether it must be filled, in as many rows as the form leaves for that. */
function writeGuidance(sheet: Worksheet, columns: readonly SheetColumn[], layout: SheetLayout): void {
  const { headingRow, firstRow, guidanceLabels } = layout;
  if (firstRow - headingRow <= GUIDANCE_ROWS) return;
  const hints = columns.map(({ field }) => {
    const own = layout.columns.find((column) => column.field === field)?.hints?.find((hint) => !DUTY.test(hint));
    return (guidanceLabels && field && EXAMPLES[field]) ?? own;
  });
  const rows = [
    columns.map(({ field }) => field && GUIDANCE[field]),
    hints,
    columns.map(({ required }) => (required ? "Mandatory" : "Situational")),
  ];
  for (const [index, texts] of rows.entries()) {
    const number = headingRow + 1 + index;
    writeRow(sheet, number, columns, texts, "guidance");
    const label = guidanceLabels?.[index];
    if (label) put(sheet.getCell(number, firstColumnOf(layout) - 1), label, "guidance");
    const widths = [LABEL_WIDTH, ...columns.map(({ field }) => widthOf(field))].map((width) => width * FITS.guidance!);
    setHeight(sheet.getRow(number), [label, ...texts], widths, SMALL_LINE);
  }
}

const GUIDANCE_ROWS = 3;
const DUTY = /^(?:mandatory|situational)\b/i;

function writeRow(
  sheet: Worksheet,
  number: number,
  columns: readonly SheetColumn[],
  texts: readonly (string | undefined)[],
  look: "heading" | "guidance",
): void {
  const row = sheet.getRow(number);
  for (const [index, { column }] of columns.entries()) put(row.getCell(column), texts[index], look);
}

function textOf(value: CellValue | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
