import type { Worksheet } from "exceljs";
import { type CellValue, columnLetters, columnNumber } from "../model/cell.js";
import { HEADER_GUIDANCE } from "../model/guidance-texts.js";
import type { Placed } from "../model/placed.js";
import type { HeaderEntry, SheetLayout, Template } from "../model/template.js";
import { put } from "./new-cell.js";
import { DAY_CHECK, type ListPlace, listCheck, validate } from "./new-checks.js";
import { FITS, LINE, type Look, setHeight } from "./new-style.js";

/** The banner and the header block above the headings, as far as there is room for them, once the columns have their widths. */
export function writeHeader(
  sheet: Worksheet,
  { template, layout, header, place }: NewHeader & { readonly layout: SheetLayout },
): void {
  if (layout.headingRow > 1 && template.banner) {
    put(sheet.getCell(1, 1), template.banner, "title");
    sheet.mergeCells(1, 1, 1, BANNER_COLUMNS);
  }
  const block = (template.header ?? []).map((entry, index) => ({ entry, at: placeOf(entry, index, layout) }));
  if (block.some(({ at }) => Math.max(at.label.row, at.value.row) >= layout.headingRow)) return;
  const texts = new Map<number, [text: string, width: number][]>();
  const write = ({ row, column }: Place, value: CellValue | undefined, look: Look, spanned?: number) => {
    const width = spanned ?? (sheet.getColumn(column).width ?? NARROW) * (FITS[look] ?? 1);
    put(sheet.getCell(row, column), value, look);
    if (typeof value === "string") texts.set(row, [...(texts.get(row) ?? []), [value, width]]);
  };
  for (const { entry, at } of block) {
    const { label, value } = at;
    const spans = value.column > label.column + 1;
    if (spans) sheet.mergeCells(label.row, label.column, label.row, value.column - 1);
    write(label, entry.label, "label", spans ? SPANNED : undefined);
    if (value.row > label.row + 1)
      write({ row: label.row + 1, column: label.column }, HEADER_GUIDANCE[entry.field], "guidance");
    const isDay = entry.field === "poamDate" || entry.field === "exportedOn";
    write(value, header.get(entry.field), isDay ? "value-date" : "value");
    const cell = `${columnLetters(value.column)}${value.row}`;
    if (entry.list) validate(sheet, cell, listCheck(entry.list, place));
    else if (isDay) validate(sheet, cell, DAY_CHECK);
  }
  for (const [row, found] of texts) {
    const [shown, widths] = [found.map(([text]) => text), found.map(([, width]) => width)];
    setHeight(sheet.getRow(row), shown, widths, LINE);
  }
}

/** The width of a column that holds no field. */
const NARROW = 9;
/** Columns under the banner: the first may be hidden. */
const BANNER_COLUMNS = 6;
/** More characters than any label has. */
const SPANNED = 100;

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
