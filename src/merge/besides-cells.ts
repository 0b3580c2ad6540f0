import { type CellRef, reference } from "../model/cell.js";
import type { MergeConflict } from "../model/poam-merge.js";
import type { CellLook } from "../workbook/cell-looks.js";
import type { PackageFacts } from "../workbook/package-facts.js";
import { contentAt, isSame } from "./content.js";
import { columnOf } from "./item-cells.js";
import { itemTrios } from "./item-trios.js";
import { placeOf, rowsOf, type Sides } from "./sides.js";

/** What theirs changed that is no cell's value, and that ours does not have: no patch writes it, so that it is told. */
export function besidesCells(sides: Sides, facts: Facts): MergeConflict[] {
  return [...changedFacts(facts), ...hiddenRows(sides, facts), ...changedLooks(sides, facts), ...changedRuns(facts)];
}

/** Of each of the three. */
type Facts = { readonly [S in keyof Sides]: PackageFacts };

function changedFacts({ base, ours, theirs }: Facts): MergeConflict[] {
  const keys = new Set([...base.facts.keys(), ...theirs.facts.keys()]);
  const found = new Map<string | undefined, Set<string>>();
  for (const key of keys) {
    const [was, own, now] = [base, ours, theirs].map(({ facts }) => facts.get(key));
    // Of a sheet that came or went, the list of sheets tells.
    if ((!was && now?.sheet !== undefined) || (!now && was?.sheet !== undefined)) continue;
    if (was?.text === now?.text || own?.text === now?.text) continue;
    const { what, sheet } = (now ?? was)!;
    found.set(sheet, (found.get(sheet) ?? new Set()).add(what));
  }
  return [...found].flatMap(([sheet, all]) => {
    if (sheet === undefined) return [...all].map((what) => untold(`theirs has changed ${what}`, undefined));
    const at = { sheet, row: 1, column: 1 };
    return [untold(`theirs has changed on '${sheet}': ${[...all].join(", ")}`, at)];
  });
}

/** Of what does not stand in a cell, there are no values to show. */
function untold(why: string, at: CellRef | undefined): MergeConflict {
  const ours = at && { at, text: "" };
  return { item: null, field: undefined, heading: "", base: undefined, ours, theirs: undefined, why };
}

/** Items that theirs has hidden or shown. */
function hiddenRows(sides: Sides, { base, ours, theirs }: Facts): MergeConflict[] {
  const changed = itemTrios(sides).trios.flatMap(({ base: was, ours: own, theirs: now }) => {
    if (!own || !now) return [];
    const [before, there, after] = [base.isHidden, ours.isHidden, theirs.isHidden].map((isHidden, index) => {
      const { sheet, row } = [was, own, now][index]!;
      return isHidden(sheet, row);
    });
    return before !== after && there !== after ? [placeOf(own)] : [];
  });
  return bySheet(changed).map((cells) => untold(`theirs has hidden or shown the row of ${named(cells)}`, cells[0]));
}

/** Colours, fonts, borders, alignment and number formats of cells, a sheet at a time. */
function changedLooks(sides: Sides, facts: Facts): MergeConflict[] {
  const changed: CellRef[] = [];
  for (const { was, own, now } of sameCells(sides, facts)) {
    const before = facts.base.lookAt(was.sheet, was.row, was.column);
    const ours = facts.ours.lookAt(own.sheet, own.row, own.column);
    const theirs = facts.theirs.lookAt(now.sheet, now.row, now.column);
    if (!theirs || (before?.look === theirs.look && before.format === theirs.format)) continue;
    // A cell that nobody had touched often gets its look with its value, and another number format; and so it does in ours.
    const isKept = isUnchanged(sides, was, now);
    if (!before && !isKept) continue;
    const isLike = ({ look, format }: CellLook) => look === theirs.look && (!isKept || format === theirs.format);
    // Where values went to other rows and the looks of these stayed, nobody has changed a look.
    const there = facts.base.lookAt(now.sheet, now.row, now.column);
    const others = [before ?? facts.base.plain, ours ?? facts.ours.plain, there ?? facts.base.plain];
    if (others.some(isLike)) continue;
    changed.push(own);
  }
  return bySheet(changed).map((cells) => untold(`theirs has changed the look of ${named(cells)}`, cells[0]));
}

type Cells = readonly [CellRef, ...CellRef[]];

function bySheet(all: readonly CellRef[]): Cells[] {
  const sheets = new Map<string, [CellRef, ...CellRef[]]>();
  for (const at of all) {
    const others = sheets.get(at.sheet);
    if (others) others.push(at);
    else sheets.set(at.sheet, [at]);
  }
  return [...sheets.values()];
}

/** The first, and how many more there are. */
function named([first, ...more]: Cells): string {
  const others = more.length === 0 ? "" : ` and of ${more.length} more cell${more.length === 1 ? "" : "s"}`;
  return `${reference(first)}${others}`;
}

interface SameCell {
  readonly was: CellRef;
  readonly own: CellRef;
  readonly now: CellRef;
}

/** The cells that are one in all three, be they blank: those of items that stand on one sheet, and those above the items. */
function* sameCells(sides: Sides, { base, theirs }: Facts): Iterable<SameCell> {
  for (const trio of itemTrios(sides).trios) {
    const { sheet } = trio.base;
    if (trio.ours?.sheet !== sheet || trio.theirs?.sheet !== sheet) continue;
    const [own, now] = [rowsOf(trio.ours), rowsOf(trio.theirs)];
    const [before, after] = [sides.base.columns.get(sheet)!, sides.theirs.columns.get(sheet)!];
    for (const [line, row] of rowsOf(trio.base).entries()) {
      if (own[line] === undefined || now[line] === undefined) break;
      const keys = new Set([
        ...base.columnsIn(sheet, row).map(before.keyAt),
        ...theirs.columnsIn(sheet, now[line]).map(after.keyAt),
      ]);
      for (const key of keys) {
        const columns = [sides.base, sides.ours, sides.theirs].map((side) => columnOf(side, sheet, key));
        if (columns.includes(undefined)) continue;
        const [was, there, is] = columns as [number, number, number];
        yield {
          was: { sheet, row, column: was },
          own: { sheet, row: own[line], column: there },
          now: { sheet, row: now[line], column: is },
        };
      }
    }
  }
  for (const { name } of sides.base.poam.workbook.sheets) {
    if (!sides.ours.sheet(name) || !sides.theirs.sheet(name)) continue;
    const sheet = sides.base.sheet(name)!;
    const heading = sides.base.poam.registers.find((one) => one.sheet === name)?.headingRow;
    const last = heading ?? (sheet.rowCount > 0 ? sheet.rowNumber(sheet.rowCount - 1) : 0);
    for (let row = 1; row <= last; row++) {
      for (const column of new Set([...base.columnsIn(name, row), ...theirs.columnsIn(name, row)])) {
        const at = { sheet: name, row, column };
        yield { was: at, own: at, now: at };
      }
    }
  }
}

function isUnchanged({ base, theirs }: Sides, was: CellRef, now: CellRef): boolean {
  const [before, after] = [base.sheet(was.sheet)!, theirs.sheet(now.sheet)!];
  return isSame(contentAt(before, was.row, was.column), contentAt(after, now.row, now.column));
}

function changedRuns({ base, ours, theirs }: Facts): MergeConflict[] {
  const found = [...theirs.richTexts].filter((text) => !base.richTexts.has(text) && !ours.richTexts.has(text));
  if (found.length === 0) return [];
  const cells = found.length === 1 ? "a cell" : `${found.length} cells`;
  return [untold(`theirs has given parts of the text in ${cells} a look of their own`, undefined)];
}
