import { type CellPatch, type CellValue, columnLetters } from "../model/cell.js";
import { toSerial } from "../model/date.js";
import { FIELDS } from "../model/field.js";
import type { Placed, PlacedRow, PlacedSheet } from "../model/placed.js";
import type { Poam, Register } from "../model/poam.js";
import { UserError } from "../model/user-error.js";
import type { Sheet } from "../model/workbook.js";
import type { Anchors } from "../workbook/anchors.js";
import { handlesOf, textAt } from "./cell-copy.js";
import { fillHeader } from "./fill-header.js";
import { type FreeRow, freeRows, headedColumns, rowPatches } from "./free-rows.js";

/** What filling a blank form comes to. The patches hold together: where one of them cannot be made, none may be. */
export interface FillPlan {
  readonly patches: readonly CellPatch[];
  /** What the form has no room for, and would be lost. */
  readonly refused: readonly RefusedFill[];
  /** What the user should know, one sentence each. */
  readonly notes: readonly string[];
}

/** `item 3 for 'Open POA&M Items'`, and why the form does not take it; both are parts of a sentence. */
export interface RefusedFill {
  readonly what: string;
  readonly why: string;
}

/**
 * Writes items and header values into a publisher's own form: into the rows that it has ready for items, then into new ones
 * below in their look. A formula gives way to a recorded value and stays wherever there is none. Throws a UserError for a
 * workbook that holds items already. `file` is its base name, for messages.
 */
export function fillBlank(blank: Poam, placed: Placed, anchors: Anchors, file: string): FillPlan {
  refuseFilled(blank, file);
  const header = fillHeader(blank, placed.header);
  const sheets = placed.sheets
    .filter(({ items }) => items.length > 0)
    .map((ofSheet) => fillSheet(blank, ofSheet, anchors));
  return {
    patches: [header.patches, ...sheets.map(({ patches }) => patches)].flat(),
    refused: [...header.refused, ...sheets.flatMap(({ refused }) => refused)],
    notes: sheets.flatMap(({ notes }) => notes),
  };
}

/** Items stand in the order of their form's blank rows; among those of somebody else, nobody could tell them apart. */
function refuseFilled(blank: Poam, file: string): void {
  const items = blank.counts.total;
  const documents = [...blank.documentation()].length;
  if (items + documents === 0) return;
  const held = [
    ...(items > 0 ? [items === 1 ? "an item" : `${items.toLocaleString("en")} items`] : []),
    ...(documents > 0
      ? [documents === 1 ? "a documentation finding" : `${documents.toLocaleString("en")} documentation findings`]
      : []),
  ].join(" and ");
  throw new UserError("not-blank", `${file} holds ${held} already. Give the publisher's blank form to be filled.`);
}

function fillSheet(blank: Poam, { sheet: { name, columns }, items }: PlacedSheet, anchors: Anchors): FillPlan {
  const register = blank.registers.find((one) => one.sheet === name);
  const sheet = blank.workbook.sheets.find((one) => one.name === name);
  const refusal = (index: number, why: string): RefusedFill => ({ what: `item ${index + 1} for '${name}'`, why });
  const refuseAll = (why: string): FillPlan => {
    return { patches: [], refused: items.map((_, index) => refusal(index, why)), notes: [] };
  };
  if (!register || !sheet) return refuseAll(`the form has no sheet '${name}' of items`);
  if (sheet.visibility !== "visible") return refuseAll(`the sheet '${name}' is hidden`);
  const refused: RefusedFill[] = [];
  const headed = headedColumns(sheet, register);
  const dates = new Set(
    columns.flatMap(({ column, field }) => (field && FIELDS[field].kind === "date" ? [column] : [])),
  );
  const free = freeRows(blank, register, anchors);
  const cleared = clearedExamples(blank, sheet, headed);
  const patches: CellPatch[] = [...cleared.patches];
  const tally = newTally(sheet, register);
  for (const [index, item] of items.entries()) {
    const rows = free.take(item.length);
    if (typeof rows === "string") {
      refused.push(refusal(index, rows));
      continue;
    }
    for (const [line, row] of rows.entries()) {
      const values = asShown(item[line]!, dates, sheet.date1904 ?? false);
      for (const patch of rowPatches(sheet, headed, row, values)) patches.push(patch);
      tally.add(row, values, line === 0);
    }
  }
  return { patches, refused, notes: [...cleared.notes, ...tally.notes()] };
}

/** The form's example item would be counted among the real ones. */
function clearedExamples(blank: Poam, sheet: Sheet, headed: ReadonlySet<number>): Pick<FillPlan, "patches" | "notes"> {
  const rows = blank.oddRows.flatMap(({ kind, at }) =>
    kind === "example-left-in" && at.sheet === sheet.name ? [at.row] : [],
  );
  const patches = rows.flatMap((row) =>
    handlesOf(sheet, row).flatMap((handle) => {
      const column = sheet.column(handle);
      const at = { sheet: sheet.name, row, column };
      if (!headed.has(column) || sheet.formula(handle) !== undefined) return [];
      return [{ at, was: textAt(sheet, row, column), value: null }];
    }),
  );
  return { patches, notes: rows.map((row) => `the form's example in row ${row} of '${sheet.name}' is cleared`) };
}

/** As text: a number in a cell that shows dates, which would be read as a day, and a day that the calendar of Excel lacks. */
function asShown(row: PlacedRow, dates: ReadonlySet<number>, date1904: boolean): ReadonlyMap<number, CellValue> {
  const values = new Map<number, CellValue>(row);
  for (const [column, value] of row) {
    if (typeof value === "number" && dates.has(column)) values.set(column, `${value}`);
    if (typeof value === "object" && toSerial(value.date, date1904) === undefined) values.set(column, value.date);
  }
  return values;
}

/** Counts what the user should know of a sheet's rows. */
function newTally(sheet: Sheet, register: Register) {
  const replaced = new Map<number, number>();
  const kept = new Map<number, number>();
  let added = 0;
  const count = (counts: Map<number, number>, column: number) => counts.set(column, (counts.get(column) ?? 0) + 1);
  const heading = (column: number) => {
    const text = textAt(sheet, register.headingRow, column).replace(/\s+/g, " ").trim();
    return `"${text || columnLetters(column)}" on '${sheet.name}'`;
  };
  return {
    add({ row, isNew }: FreeRow, values: ReadonlyMap<number, CellValue>, isFirst: boolean) {
      if (isNew) added++;
      for (const handle of handlesOf(sheet, row)) {
        const column = sheet.column(handle);
        if (sheet.formula(handle) === undefined) continue;
        if (values.has(column)) count(replaced, column);
        else if (isFirst) count(kept, column);
      }
    },
    notes(): string[] {
      return [
        ...[...replaced].map(([column, times]) => `${valuesIn(times)} the form's formula in ${heading(column)}`),
        ...[...kept].map(([column, times]) => `${itemsWithout(times)} the form's formula in ${heading(column)}`),
        ...(added > 0 ? [`${rowsBelow(added)} below those that the form has ready on '${sheet.name}'`] : []),
      ];
    },
  };
}

const valuesIn = (count: number) =>
  count === 1
    ? "1 recorded value takes the place of"
    : `${count.toLocaleString("en")} recorded values take the place of`;
const itemsWithout = (count: number) =>
  count === 1 ? "1 item without a value keeps" : `${count.toLocaleString("en")} items without a value keep`;
const rowsBelow = (count: number) => (count === 1 ? "1 row is added" : `${count.toLocaleString("en")} rows are added`);
