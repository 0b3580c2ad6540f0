import type { CellPatch, CellValue } from "../model/cell.js";
import type { Poam, Register } from "../model/poam.js";
import type { Sheet } from "../model/workbook.js";
import type { Anchor, Anchors } from "../workbook/anchors.js";
import { MAX_ROW } from "../workbook/cell-scan.js";
import { handlesOf, textAt } from "./cell-copy.js";

/** A row in which an item can be written. */
export interface FreeRow {
  readonly row: number;
  /** Where the row lies below the form's own, or below its table: the last of these, whose style it takes and which ranges end at. */
  readonly like: number | undefined;
  /** Whether the form has no cells there, so that all of them are to be written. */
  readonly isNew: boolean;
}

/** Gives away the free rows of a register, one after the other. */
export interface FreeRows {
  /** So many rows that follow one another, or why there are none, to complete "the item stays where it is: ". */
  take(count: number): readonly FreeRow[] | string;
}

/** Whether a row holds formulas and nothing else, as the rows do that a form has ready for items. */
export function hasFormulasAlone(sheet: Sheet, row: number): boolean {
  const filled = handlesOf(sheet, row).filter(
    (handle) => sheet.formula(handle) !== undefined || sheet.text(handle).trim() !== "",
  );
  return filled.length > 0 && filled.every((handle) => sheet.formula(handle) !== undefined);
}

/**
 * The rows below the last item of a register: first those that the form has styled for items, then new ones with the style
 * of the last. Rows with formulas alone are free; one with a comment, a hyperlink or a drawing on it is passed over.
 */
export function freeRows(poam: Poam, register: Register, anchors: Anchors): FreeRows {
  const sheet = poam.workbook.sheets.find(({ name }) => name === register.sheet)!;
  const columns = headedColumns(sheet, register);
  const isFilled = (row: number) =>
    handlesOf(sheet, row).some(
      (handle) =>
        columns.has(sheet.column(handle)) && sheet.formula(handle) === undefined && sheet.text(handle).trim() !== "",
    );
  const last = lastItemRow(poam, register);
  const first = last > 0 ? last : firstItemRow(register);
  let next = last + 1;
  if (last === 0) for (next = first; isFilled(next); next++);
  /** The last row of the form, as soon as rows below it are given away. */
  let end: number | undefined;

  return {
    take(count) {
      const rows: FreeRow[] = [];
      for (; rows.length < count; next++) {
        if (next > MAX_ROW) return "the sheet has no row left";
        const here = anchors.within(sheet.name, next, next);
        const why = whyTaken(next, here);
        if (why !== undefined) return why;
        if (isPassedOver(here)) rows.length = 0;
        else rows.push(freeRow(next));
      }
      return rows;
    },
  };

  /** A heading or guidance is no example of what an item looks like. */
  function freeRow(row: number): FreeRow {
    const like = end !== undefined && end >= first ? end : undefined;
    return { row, like, isNew: like !== undefined && !anchors.isLaidOut(sheet.name, row) };
  }

  /** Sees, too, whether the form ends above the row. */
  function whyTaken(row: number, here: readonly Anchor[]): string | undefined {
    if (isFilled(row)) return `row ${row} of '${sheet.name}', where it would go, is not empty`;
    const block = here.find(
      ({ what }) => what === "a merged cell" || what === "an array formula" || what === "a data table",
    );
    if (block) return `row ${row} of '${sheet.name}', where it would go, has ${block.what}`;
    if (end === undefined && (!anchors.isLaidOut(sheet.name, row) || endsAbove(row))) end = row - 1;
    const table =
      end === undefined ? undefined : anchors.within(sheet.name, end, row).find(({ hindrance }) => hindrance);
    return table && `the table of '${sheet.name}' cannot be given a row: ${table.hindrance}`;
  }

  function endsAbove(row: number): boolean {
    return anchors
      .within(sheet.name, row - 1, row)
      .some(({ what, range }) => (what === "a table" || what === "a filter") && range.lastRow === row - 1);
  }

  function isPassedOver(here: readonly Anchor[]): boolean {
    return here.some(({ what }) => what === "a comment" || what === "a hyperlink" || what === "a drawing");
  }
}

/** The patches that write values, by column, into a free row; one that is new gets all headed cells, so that it looks like the others. */
export function rowPatches(
  sheet: Sheet,
  headed: ReadonlySet<number>,
  { row, like, isNew }: FreeRow,
  values: ReadonlyMap<number, CellValue>,
): CellPatch[] {
  const columns = isNew ? new Set([...headed, ...values.keys()]) : values.keys();
  return Array.from(columns, (column) => ({
    at: { sheet: sheet.name, row, column },
    was: textAt(sheet, row, column),
    value: values.get(column) ?? null,
    ...(like === undefined ? {} : { like: { sheet: sheet.name, row: like, column } }),
  }));
}

/** The columns of a register that have a heading, be it one without a meaning to us. */
export function headedColumns(sheet: Sheet, { headingRow, columns }: Register): ReadonlySet<number> {
  const headed = new Set(columns.map(({ column }) => column));
  for (const handle of handlesOf(sheet, headingRow)) {
    if (sheet.text(handle).trim() !== "") headed.add(sheet.column(handle));
  }
  return headed;
}

/** 0 where there is no item. */
export function lastItemRow(poam: Poam, { sheet }: Register): number {
  let last = 0;
  for (const item of poam.items()) {
    if (item.sheet === sheet) last = Math.max(last, item.row, item.continuations.at(-1)?.row ?? 0);
  }
  return last;
}

function firstItemRow({ headingRow, layout }: Register): number {
  return headingRow + (layout ? layout.firstRow - layout.headingRow : 1);
}
