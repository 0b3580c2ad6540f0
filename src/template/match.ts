import type { CellRef } from "../model/cell.js";
import type { FieldName } from "../model/field.js";
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
  const { byName } = namesIn(layout);
  let common = 0;
  for (const { folded, lead } of row.cells) if (byName.has(folded) || byName.has(lead)) common++;
  // As many again may be slips of the pen.
  const columns = layout.columns.filter(({ optional }) => !optional).length;
  return Math.min(1, (2 * (common + SLIPS)) / (columns + row.cells.length));
}

const SLIPS = 4;

/** Folded headings of any register and the fields that they commonly mean. */
export type Synonyms = ReadonlyMap<string, FieldName>;

export function matchLayout(row: HeadingRow, layout: SheetLayout, synonyms?: Synonyms): LayoutMatch {
  const columns: MatchedColumn[] = [];
  const open = new Set(layout.columns);
  const left = new Set(row.cells);
  const take = (columnsFor: (cell: HeadingCell) => readonly ColumnLayout[] | undefined, altered: boolean) => {
    for (const cell of left) {
      const candidates = columnsFor(cell)?.filter((column) => open.has(column));
      const column = candidates && chooseTwin(candidates, cell, left);
      if (!column) continue;
      columns.push({ layout: column, cell, altered });
      open.delete(column);
      left.delete(cell);
    }
  };
  const { byHeading, byName } = namesIn(layout);
  take(({ folded }) => byHeading.get(folded), false);
  takeAliases(layout, open, left, columns);
  take(({ lead }) => byName.get(lead), true);
  take(({ folded }) => nearlyNamed(layout, folded), true);
  take(({ bare }) => byName.get(bare), true);
  if (synonyms) {
    take(({ folded, bare }) => {
      const field = synonyms.get(folded) ?? synonyms.get(bare);
      return field && layout.columns.filter((column) => column.field === field);
    }, true);
  }
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
  const texts = new Set([...left].map(({ folded }) => folded));
  for (const column of layout.columns) {
    const names = namesOf(column);
    if (!open.has(column) || !names.some((name) => texts.has(name))) continue;
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

/** The columns of a layout by their folded names, each in the layout's order: by the heading alone, and by aliases too. */
interface LayoutNames {
  readonly byHeading: ReadonlyMap<string, readonly ColumnLayout[]>;
  readonly byName: ReadonlyMap<string, readonly ColumnLayout[]>;
  /** All names by their length, which a slip of the pen changes by one at most. */
  readonly byLength: ReadonlyMap<number, readonly string[]>;
}

const layoutNames = new WeakMap<SheetLayout, LayoutNames>();

function namesIn(layout: SheetLayout): LayoutNames {
  let names = layoutNames.get(layout);
  if (!names) {
    const byHeading = new Map<string, ColumnLayout[]>();
    const byName = new Map<string, ColumnLayout[]>();
    for (const column of layout.columns) {
      const own = namesOf(column);
      addTo(byHeading, own[0]!, column);
      for (const name of new Set(own)) addTo(byName, name, column);
    }
    const byLength = new Map<number, string[]>();
    for (const name of byName.keys()) addTo(byLength, name.length, name);
    names = { byHeading, byName, byLength };
    layoutNames.set(layout, names);
  }
  return names;
}

function addTo<Key, One>(groups: Map<Key, One[]>, key: Key, one: One): void {
  const group = groups.get(key);
  if (group) group.push(one);
  else groups.set(key, [one]);
}

const foldedNames = new WeakMap<ColumnLayout, readonly string[]>();

/** The heading and its aliases, folded; kept, as every heading row is held against every form. */
export function namesOf(column: ColumnLayout): readonly string[] {
  let names = foldedNames.get(column);
  if (!names) {
    names = [column.heading, ...(column.aliases ?? [])].map(fold);
    foldedNames.set(column, names);
  }
  return names;
}

function nearlyNamed(layout: SheetLayout, folded: string): readonly ColumnLayout[] {
  const { byName, byLength } = namesIn(layout);
  const near = [folded.length - 1, folded.length, folded.length + 1]
    .flatMap((length) => byLength.get(length) ?? [])
    .filter((name) => nearlyEqual(name, folded))
    .flatMap((name) => byName.get(name)!);
  return near.length > 1 ? layout.columns.filter((column) => near.includes(column)) : near;
}

/** One slip of the pen in a heading of at least eight letters: `Weakness Desription`. */
function nearlyEqual(a: string, b: string): boolean {
  if (a.length < 8 || Math.abs(a.length - b.length) > 1 || a === b) return false;
  // One slip leaves the first letter or the last.
  if (a[0] !== b[0] && a.at(-1) !== b.at(-1)) return false;
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
