import { columnLetters, reference } from "../model/cell.js";
import { FIELDS, type FieldName } from "../model/field.js";
import type { PoamItem } from "../model/item.js";
import type { Poam } from "../model/poam.js";
import type { Sheet, Workbook } from "../model/workbook.js";
import { printable } from "./printable.js";

/**
 * A POA&M as lines that `git diff` can compare: an item a block, a filled cell a line, a line of a cell a line; in the order
 * of the ids, so that sorted rows are no change. What stands outside of the items comes sheet by sheet without its rows, so
 * that new items above it are none either.
 */
export function* textconv(poam: Poam): Iterable<string> {
  for (const { entry, value } of poam.header)
    if (value.text.trim() !== "") yield `${entry.label}: ${printable(value.text)}\n`;
  const order = (item: PoamItem) => item.id?.value ?? `\uffff${reference(item.id ?? { ...item, column: 1 })}`;
  const items = [...poam.items()].map((item) => ({ item, key: order(item) }));
  items.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.item.row - b.item.row));
  for (const { item } of items) {
    yield `\n${printable(item.id?.value ?? "(no id)")} (${item.state})\n`;
    for (const row of [item, ...item.continuations]) {
      yield* fields(row);
      yield* ownColumns(row, poam);
    }
  }
  yield* outsideItems(poam);
}

/** Every filled cell a line, for workbooks that are no POA&M. */
export function* cellLines({ sheets }: Workbook): Iterable<string> {
  for (const sheet of sheets) {
    for (let index = 0; index < sheet.rowCount; index++) {
      for (let handle = sheet.firstCell(index); handle < sheet.firstCell(index + 1); handle++) {
        const at = { sheet: sheet.name, row: sheet.rowNumber(index), column: sheet.column(handle) };
        yield `${printable(reference(at))}: ${printable(sheet.text(handle))}\n`;
      }
    }
  }
}

function* fields(item: PoamItem): Iterable<string> {
  for (const field of Object.keys(FIELDS) as FieldName[]) {
    const cell = item[field];
    if (field === "id" || !cell || cell.kind === "empty") continue;
    const { label, kind } = FIELDS[field];
    const text = kind === "date" && typeof cell.value === "string" ? cell.value : cell.text.trim();
    yield* labelled(label, text);
  }
}

/** Columns without a meaning to poam, by their headings. */
function* ownColumns({ sheet: name, row }: PoamItem, { workbook, registers }: Poam): Iterable<string> {
  const sheet = workbook.sheets.find((one) => one.name === name)!;
  const { columns, headingRow } = registers.find((register) => register.sheet === name)!;
  const known = new Set(columns.map(({ column }) => column));
  const heading = sheet.rowIndex(headingRow);
  for (const { column, text } of cellsIn(sheet, sheet.rowIndex(row))) {
    if (known.has(column)) continue;
    const label = heading < 0 ? "" : textAt(sheet, heading, column);
    yield* labelled(label || columnLetters(column), text);
  }
}

/** Titles, headings, guidance, remarks, other sheets; not the rows that a form has ready for items, which compute nothing yet. */
function* outsideItems({ workbook, registers, items, documentation, header }: Poam): Iterable<string> {
  const rows = new Set<string>();
  for (const item of [...items(), ...documentation()])
    for (const { sheet, row } of [item, ...item.continuations]) rows.add(`${row} ${sheet}`);
  const told = new Set(header.map(({ value }) => reference(value)));
  for (const sheet of workbook.sheets) {
    const heading = registers.find((register) => register.sheet === sheet.name)?.headingRow ?? Number.POSITIVE_INFINITY;
    const lines: string[] = [];
    for (let index = 0; index < sheet.rowCount; index++) {
      const row = sheet.rowNumber(index);
      const cells = cellsIn(sheet, index);
      const isReady = row > heading && cells.every(({ isComputed }) => isComputed);
      if (isReady || rows.has(`${row} ${sheet.name}`)) continue;
      for (const { column, text } of cells) {
        if (told.has(reference({ sheet: sheet.name, row, column }))) continue;
        lines.push(...labelled(columnLetters(column), text));
      }
    }
    if (lines.length > 0) yield `\n'${printable(sheet.name)}', outside of the items\n`;
    yield* lines;
  }
}

interface FilledCell {
  readonly column: number;
  readonly text: string;
  readonly isComputed: boolean;
}

function cellsIn(sheet: Sheet, index: number): FilledCell[] {
  const cells: FilledCell[] = [];
  for (let handle = sheet.firstCell(index); handle < sheet.firstCell(index + 1); handle++) {
    const text = sheet.text(handle).trim();
    const isComputed = sheet.formula(handle) !== undefined;
    if (text !== "") cells.push({ column: sheet.column(handle), text, isComputed });
  }
  return cells;
}

/** A heading on one line. */
function textAt(sheet: Sheet, index: number, column: number): string {
  const handle = sheet.cell(index, column);
  return handle < 0 ? "" : sheet.text(handle).replace(/\s+/g, " ").trim();
}

function* labelled(label: string, text: string): Iterable<string> {
  const [first = "", ...rest] = text.split(/\r\n|\n|\r/).map(printable);
  yield `  ${printable(label)}: ${first}\n`;
  for (const line of rest) yield `    ${line}\n`;
}
