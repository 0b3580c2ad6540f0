import type { Worksheet } from "exceljs";
import { columnLetters, columnNumber } from "../model/cell.js";
import { HEADER_GUIDANCE } from "../model/guidance-texts.js";
import type { Placed } from "../model/placed.js";
import type { HeaderEntry, SheetLayout, Template } from "../model/template.js";
import { put } from "./new-cell.js";
import { DAY_CHECK, type ListPlace, listCheck, validate } from "./new-checks.js";

/** The banner and the header block above the headings, as far as there is room for them. */
export function writeHeader(
  sheet: Worksheet,
  { template, layout, header, place }: NewHeader & { readonly layout: SheetLayout },
): void {
  if (layout.headingRow > 1 && template.banner) put(sheet.getCell(1, 1), template.banner, "title");
  const block = (template.header ?? []).map((entry, index) => ({ entry, at: placeOf(entry, index, layout) }));
  if (block.some(({ at }) => Math.max(at.label.row, at.value.row) >= layout.headingRow)) return;
  for (const { entry, at } of block) {
    put(sheet.getCell(at.label.row, at.label.column), entry.label, "label");
    if (at.value.column > at.label.column + 1)
      sheet.mergeCells(at.label.row, at.label.column, at.label.row, at.value.column - 1);
    if (at.value.row > at.label.row + 1)
      put(sheet.getCell(at.label.row + 1, at.label.column), HEADER_GUIDANCE[entry.field], "guidance");
    const isDay = entry.field === "poamDate" || entry.field === "exportedOn";
    put(sheet.getCell(at.value.row, at.value.column), header.get(entry.field), isDay ? "value-date" : "value");
    const cell = `${columnLetters(at.value.column)}${at.value.row}`;
    if (entry.list) validate(sheet, cell, listCheck(entry.list, place));
    else if (isDay) validate(sheet, cell, DAY_CHECK);
  }
}

/** What the header blocks of all sheets are made of. */
export interface NewHeader {
  readonly template: Template;
  readonly header: Placed["header"];
  readonly place: ListPlace;
}

interface BlockPlace {
  readonly label: Place;
  readonly value: Place;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where the form has it, else: labels side by side in row 2 over their values, or four below each other before theirs. */
function placeOf({ cells, value }: HeaderEntry, index: number, { firstColumn = 1 }: SheetLayout): BlockPlace {
  if (cells) return { label: parsed(cells.label), value: parsed(cells.value) };
  if (value === "below") {
    const column = firstColumn + index;
    return { label: { row: 2, column }, value: { row: 3, column } };
  }
  const [row, column] = [2 + (index % 4), firstColumn + NEXT_TO * Math.floor(index / 4)];
  return { label: { row, column }, value: { row, column: column + 1 } };
}

/** Readers look for a value in the four cells right of its label. */
const NEXT_TO = 6;

/** `D2`: row 2, column 4. */
function parsed(cell: string): Place {
  const letters = /^[A-Z]+/.exec(cell)![0];
  return { row: Number(cell.slice(letters.length)), column: columnNumber(letters) };
}
