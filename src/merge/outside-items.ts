import type { MergeConflict } from "../model/poam-merge.js";
import type { Sheet } from "../model/workbook.js";
import { handlesOf } from "../rows/cell-copy.js";
import { hasFormulasAlone } from "../rows/free-rows.js";
import type { CellChange } from "./change.js";
import { agrees, type Content, contentAt, isSame, shownCell } from "./content.js";
import { whyUnwritable } from "./item-changes.js";
import { rowsOf, type Side, type Sides } from "./sides.js";

/**
 * What theirs did to the cells that belong to no item (header block, headings, remarks, other sheets): cell by cell at the
 * same address, and told where rows or columns went elsewhere, so that no address speaks of the same cell.
 */
export function outsideItems(sides: Sides): (CellChange | MergeConflict)[] {
  return sides.base.poam.workbook.sheets.flatMap(({ name }) => {
    if (!sides.theirs.sheet(name)) return [];
    if (!sides.ours.sheet(name)) return removedByOurs(name, sides);
    const heading = sides.base.poam.registers.find(({ sheet }) => sheet === name)?.headingRow ?? 0;
    // What stands above the items is not pushed by them.
    return [...inRows(name, 1, heading, sides), ...inRows(name, heading + 1, Number.POSITIVE_INFINITY, sides)];
  });
}

/** What theirs changed on a sheet that ours does not have any more. */
function removedByOurs(name: string, { base, theirs }: Sides): MergeConflict[] {
  const [was, now] = [base, theirs].map((side) => outsideRows(side, name, 1, Number.POSITIVE_INFINITY));
  const [row] = isPushed(was!, now!) ? [] : changedRows(was!, now!);
  if (row === undefined) return [];
  const why = `theirs has changed cells of '${name}', a sheet that ours does not have any more`;
  const there = { at: { sheet: name, row, column: 1 }, text: "" };
  return [{ item: null, field: undefined, heading: "", base: there, ours: undefined, theirs: there, why }];
}

function inRows(name: string, first: number, last: number, sides: Sides): (CellChange | MergeConflict)[] {
  const [base, ours, theirs] = [sides.base, sides.ours, sides.theirs].map((side) =>
    outsideRows(side, name, first, last),
  ) as [OutsideRows, OutsideRows, OutsideRows];
  const changed = changedRows(base, theirs);
  if (changed.length === 0 || isPushed(base, theirs)) return [];
  const layouts = [sides.base, sides.ours, sides.theirs].map((side) => side.columns.get(name)?.layout);
  if (layouts[2] !== layouts[0] || layouts[1] !== layouts[0]) {
    const why = `the columns of '${name}' are not the same on all sides, so that cells outside of the items cannot be compared`;
    return [sheetWide(name, changed[0]!, why)];
  }
  for (const [side, rows] of [
    ["theirs", theirs],
    ["ours", ours],
  ] as const) {
    const row = shiftedRow(base, rows);
    if (row === undefined) continue;
    const why = `${side} has rows of '${name}' elsewhere, so that cells outside of the items cannot be compared`;
    return [sheetWide(name, changed[0]!, why)];
  }
  return changed.flatMap((row) => inRow(name, row, sides, { base, ours, theirs }));
}

function inRow(name: string, row: number, sides: Sides, rows: Record<keyof Sides, OutsideRows>) {
  const [was, own, now] = [sides.base, sides.ours, sides.theirs].map((side) => side.sheet(name)!) as [
    Sheet,
    Sheet,
    Sheet,
  ];
  const columns = [
    ...(rows.base.has(row) ? columnsIn(was, row) : []),
    ...(rows.theirs.has(row) ? columnsIn(now, row) : []),
  ];
  return [...new Set(columns)]
    .sort((a, b) => a - b)
    .flatMap((column) => {
      const cells = {
        was: rows.base.has(row) ? contentAt(was, row, column) : blankAt(name, row, column),
        own: contentAt(own, row, column),
        now: rows.theirs.has(row) ? contentAt(now, row, column) : blankAt(name, row, column),
      };
      if (isSame(cells.was, cells.now)) return [];
      return atCell(cells, labelOf(sides, name, row, column), rows.ours.isItem(row));
    });
}

function atCell(
  { was, own, now }: Readonly<Record<"was" | "own" | "now", Content>>,
  heading: string,
  isItem: boolean,
): (CellChange | MergeConflict)[] {
  const otherwise = (why: string | undefined): MergeConflict => ({
    ...{ item: null, field: undefined, heading, why },
    ...{ base: shownCell(was), ours: shownCell(own), theirs: shownCell(now) },
  });
  if (isItem) return [otherwise("in ours an item stands in that row")];
  if (!isSame(was, own)) return agrees(own, now) ? [] : [otherwise(undefined)];
  const why = whyUnwritable(now);
  if (why !== undefined || "why" in now.copy) return [otherwise(why)];
  const told = {
    item: null,
    field: undefined,
    heading,
    was: { at: own.at, text: own.text },
    now: { at: now.at, text: now.text },
  };
  const patch = { at: own.at, was: own.text, value: now.copy.value };
  return [{ kind: "cell", patch, content: now, told, otherwise: (why) => [otherwise(`left as it is: ${why}`)] }];
}

function blankAt(sheet: string, row: number, column: number): Content {
  return { at: { sheet, row, column }, text: "", kind: "empty", formula: undefined, copy: { value: null } };
}

/** The label of a value in the header block. */
function labelOf({ ours }: Sides, sheet: string, row: number, column: number): string {
  const cell = ours.poam.header.find(
    ({ value }) => value.sheet === sheet && value.row === row && value.column === column,
  );
  return cell?.entry.label.replace(/:\s*$/, "") ?? "";
}

/**
 * The rows of a sheet that hold something and no item: what they hold, as a text that is equal for equal rows. Those ready
 * for items hold nothing yet: where one side has an item, another has the form's formulas.
 */
interface OutsideRows extends ReadonlyMap<number, string> {
  readonly isItem: (row: number) => boolean;
}

function outsideRows(side: Side, name: string, first: number, last: number): OutsideRows {
  const sheet = side.sheet(name)!;
  const items = new Set(side.items.flatMap((item) => (item.sheet === name ? rowsOf(item) : [])));
  const heading = side.poam.registers.find((one) => one.sheet === name)?.headingRow ?? Number.POSITIVE_INFINITY;
  const rows = new Map<number, string>();
  for (let index = 0; index < sheet.rowCount; index++) {
    const row = sheet.rowNumber(index);
    if (row < first || row > last || items.has(row)) continue;
    if (row < heading || !hasFormulasAlone(sheet, row)) rows.set(row, textOf(sheet, row));
  }
  return Object.assign(rows, { isItem: (row: number) => items.has(row) });
}

function textOf(sheet: Sheet, row: number): string {
  const cells = columnsIn(sheet, row).map((column) => {
    const { formula, copy, text } = contentAt(sheet, row, column);
    return [column, formula === undefined ? [copy, text] : { formula }];
  });
  return JSON.stringify(cells);
}

function columnsIn(sheet: Sheet, row: number): number[] {
  return handlesOf(sheet, row).map((handle) => sheet.column(handle));
}

function changedRows(was: OutsideRows, now: OutsideRows): number[] {
  return [...new Set([...was.keys(), ...now.keys()])]
    .filter((row) => was.get(row) !== now.get(row))
    .sort((a, b) => a - b);
}

/** Whether the rows are the same, one after the other, and only stand elsewhere: items above them came or went. */
function isPushed(was: OutsideRows, now: OutsideRows): boolean {
  const [before, after] = [was, now].map((rows) => [...rows.values()]);
  return before!.length === after!.length && before!.every((text, index) => text === after![index]);
}

/** A row that stands elsewhere now. */
function shiftedRow(was: OutsideRows, now: OutsideRows): number | undefined {
  const changed = changedRows(was, now);
  const after = new Set(changed.flatMap((row) => now.get(row) ?? []));
  return changed.find((row) => was.has(row) && after.has(was.get(row)!));
}

function sheetWide(sheet: string, row: number, why: string): MergeConflict {
  const at = { sheet, row, column: 1 };
  return { item: null, field: undefined, heading: "", base: undefined, ours: { at, text: "" }, theirs: undefined, why };
}
