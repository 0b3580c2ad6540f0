import type { CellRef } from "../model/cell.js";
import type { Difference } from "../model/poam.js";
import type { ColumnLayout, SheetLayout } from "../model/template.js";
import { fold } from "./fold.js";
import type { HeadingCell, HeadingRow } from "./heading-rows.js";

/** How a heading row answers to a sheet's layout. */
export interface LayoutMatch {
  readonly row: HeadingRow;
  readonly layout: SheetLayout;
  readonly columns: readonly MatchedColumn[];
  readonly missing: readonly ColumnLayout[];
  readonly extra: readonly HeadingCell[];
  /** 0 to 1: twice the headings found over the headings of both, as forms differ in a few columns of many. */
  readonly score: number;
}

export interface MatchedColumn {
  readonly layout: ColumnLayout;
  readonly cell: HeadingCell;
  /** True where the text is not the form's, yet plainly means it. */
  readonly altered: boolean;
}

/** The best score that a row could have with a layout: counted quickly, to pass over most forms. */
export function highestScore(row: HeadingRow, layout: SheetLayout): number {
  const names = allNamesOf(layout);
  let common = 0;
  for (const { folded, lead } of row.cells) if (names.has(folded) || names.has(lead)) common++;
  // As many again may be slips of the pen.
  const columns = layout.columns.filter(({ optional }) => !optional).length;
  return Math.min(1, (2 * (common + SLIPS)) / (columns + row.cells.length));
}

const SLIPS = 4;

export function matchLayout(row: HeadingRow, layout: SheetLayout): LayoutMatch {
  const columns: MatchedColumn[] = [];
  const open = new Set(layout.columns);
  const left = new Set(row.cells);
  const take = (wanted: (column: ColumnLayout, cell: HeadingCell) => boolean, altered: boolean) => {
    for (const cell of left) {
      const candidates = layout.columns.filter((column) => open.has(column) && wanted(column, cell));
      const column = chooseTwin(candidates, cell, left);
      if (!column) continue;
      columns.push({ layout: column, cell, altered });
      open.delete(column);
      left.delete(cell);
    }
  };
  take((column, cell) => namesOf(column)[0] === cell.folded, false);
  takeAliases(layout, open, left, columns);
  take((column, cell) => namesOf(column).includes(cell.lead), true);
  take((column, cell) => namesOf(column).some((name) => nearlyEqual(name, cell.folded)), true);
  columns.sort((a, b) => a.cell.column - b.cell.column);
  const missing = layout.columns.filter((column) => open.has(column) && !column.optional);
  const extra = row.cells.filter((cell) => left.has(cell));
  const expected = columns.length + missing.length;
  return { row, layout, columns, missing, extra, score: (2 * columns.length) / (expected + row.cells.length) };
}

/** What is missing, altered, moved, extra or there twice, each at its heading or where that would stand. */
export function headingDifferences(match: LayoutMatch): Difference[] {
  const at = (column: number): CellRef => ({ sheet: match.row.sheet.name, row: match.row.row, column });
  const differences: Difference[] = [];
  const moved = movedColumns(match);
  for (const { layout, cell, altered } of match.columns) {
    const entry = { at: at(cell.column), expected: layout.heading, found: cell.text };
    if (altered) differences.push({ kind: "heading-altered", ...entry });
    if (moved.has(layout)) differences.push({ kind: "heading-moved", ...entry });
  }
  for (const column of match.missing) {
    differences.push({
      kind: "heading-missing",
      at: at(placeOfMissing(match, column)),
      expected: column.heading,
      found: undefined,
    });
  }
  for (const cell of match.extra) {
    const twin = match.columns.find((column) => column.cell.folded === cell.folded);
    const kind = twin ? "heading-duplicated" : "heading-extra";
    differences.push({ kind, at: at(cell.column), expected: twin?.layout.heading, found: cell.text });
  }
  return differences;
}

/** Where a form has a heading twice and the sheet has it once, the one with a meaning is meant (eMASS 2020, columns A and C). */
function chooseTwin(
  candidates: readonly ColumnLayout[],
  cell: HeadingCell,
  left: ReadonlySet<HeadingCell>,
): ColumnLayout | undefined {
  if (candidates.length < 2) return candidates[0];
  const twins = [...left].filter((other) => other.folded === cell.folded).length;
  return twins >= candidates.length ? candidates[0] : (candidates.find((column) => column.field) ?? candidates[0]);
}

/** Aliases in their order of preference: of `Due Date` and `Target Date` in one sheet the first-named wins. */
function takeAliases(
  layout: SheetLayout,
  open: Set<ColumnLayout>,
  left: Set<HeadingCell>,
  columns: MatchedColumn[],
): void {
  for (const column of layout.columns) {
    if (!open.has(column)) continue;
    const names = namesOf(column);
    let best: HeadingCell | undefined;
    for (const cell of left) {
      const rank = names.indexOf(cell.folded);
      if (rank >= 0 && (!best || rank < names.indexOf(best.folded))) best = cell;
    }
    if (!best) continue;
    columns.push({ layout: column, cell: best, altered: false });
    open.delete(column);
    left.delete(best);
  }
}

const layoutNames = new WeakMap<SheetLayout, ReadonlySet<string>>();

function allNamesOf(layout: SheetLayout): ReadonlySet<string> {
  let names = layoutNames.get(layout);
  if (!names) {
    names = new Set(layout.columns.flatMap(namesOf));
    layoutNames.set(layout, names);
  }
  return names;
}

const foldedNames = new WeakMap<ColumnLayout, readonly string[]>();

/** The heading and its aliases, folded; kept, as every heading row is held against every form. */
function namesOf(column: ColumnLayout): readonly string[] {
  let names = foldedNames.get(column);
  if (!names) {
    names = [column.heading, ...(column.aliases ?? [])].map(fold);
    foldedNames.set(column, names);
  }
  return names;
}

/** One slip of the pen in a heading of at least eight letters: `Weakness Desription`. */
function nearlyEqual(a: string, b: string): boolean {
  if (a.length < 8 || Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const slips = Math.max(a.length, b.length) - start - end;
  const swapped = slips === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
  return slips <= 1 || swapped;
}

/** Headings out of the form's order: those outside the longest run that keeps it. */
function movedColumns(match: LayoutMatch): ReadonlySet<ColumnLayout> {
  const order = match.columns.map(({ layout }) => match.layout.columns.indexOf(layout));
  const best: number[] = [];
  const before: number[] = [];
  for (let i = 0; i < order.length; i++) {
    best[i] = 1;
    before[i] = -1;
    for (let j = 0; j < i; j++) {
      if (order[j]! < order[i]! && best[j]! + 1 > best[i]!) {
        best[i] = best[j]! + 1;
        before[i] = j;
      }
    }
  }
  const moved = new Set(match.columns.map(({ layout }) => layout));
  for (let i = best.indexOf(Math.max(...best)); i >= 0; i = before[i]!) moved.delete(match.columns[i]!.layout);
  return moved;
}

function placeOfMissing(match: LayoutMatch, missing: ColumnLayout): number {
  const index = match.layout.columns.indexOf(missing);
  for (let i = index - 1; i >= 0; i--) {
    const neighbour = match.columns.find(({ layout }) => layout === match.layout.columns[i]);
    if (neighbour) return neighbour.cell.column + 1;
  }
  return Math.max(1, (match.columns[0]?.cell.column ?? 2) - 1);
}
