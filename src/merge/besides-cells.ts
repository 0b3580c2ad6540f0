import { type CellRef, reference } from "../model/cell.js";
import type { PoamItem } from "../model/item.js";
import type { MergeConflict } from "../model/poam-merge.js";
import { handlesOf } from "../rows/cell-copy.js";
import type { PackageFacts } from "../workbook/package-facts.js";
import { contentAt, isSame } from "./content.js";
import { columnOf } from "./item-cells.js";
import { itemTrios } from "./item-trios.js";
import { rowsOf, type Sides } from "./sides.js";

/** What theirs changed that is no cell's value, and that ours does not have: no patch writes it, so that it is told. */
export function besidesCells(sides: Sides, facts: { readonly [S in keyof Sides]: PackageFacts }): MergeConflict[] {
  return [...changedFacts(facts), ...changedLooks(sides, facts), ...changedRuns(facts)];
}

function changedFacts({ base, ours, theirs }: { readonly [S in keyof Sides]: PackageFacts }): MergeConflict[] {
  const keys = new Set([...base.facts.keys(), ...theirs.facts.keys()]);
  const told = [...keys].flatMap((key) => {
    const [was, own, now] = [base, ours, theirs].map(({ facts }) => facts.get(key));
    // Of a sheet that came or went, the list of sheets tells.
    if (!was && now?.sheet !== undefined) return [];
    if (!now && was?.sheet !== undefined) return [];
    if (was?.text === now?.text || own?.text === now?.text) return [];
    const { what, sheet } = (now ?? was)!;
    return [untold(`theirs has changed ${what}`, sheet === undefined ? undefined : { sheet, row: 1, column: 1 })];
  });
  return [...new Map(told.map((one) => [one.why, one])).values()];
}

/** Of what does not stand in a cell, there are no values to show. */
function untold(why: string, at: CellRef | undefined): MergeConflict {
  const ours = at && { at, text: "" };
  return { item: null, field: undefined, heading: "", base: undefined, ours, theirs: undefined, why };
}

/** Colours, fonts, borders, alignment and number formats of cells, a sheet at a time. */
function changedLooks(sides: Sides, facts: { readonly [S in keyof Sides]: PackageFacts }): MergeConflict[] {
  const cells = new Map<string, CellRef[]>();
  for (const { was, own, now } of sameCells(sides)) {
    const [before, ours, theirs] = [
      facts.base.lookAt(was.sheet, was.row, was.column),
      facts.ours.lookAt(own.sheet, own.row, own.column),
      facts.theirs.lookAt(now.sheet, now.row, now.column),
    ];
    if (!before || !theirs) continue;
    // With its value, a cell often gets another number format, and so it does in ours.
    const formats = isUnchanged(sides, was, now);
    const isKept = before.look === theirs.look && (!formats || before.format === theirs.format);
    const isAlike = ours?.look === theirs.look && (!formats || ours?.format === theirs.format);
    if (!isKept && !isAlike) cells.set(own.sheet, [...(cells.get(own.sheet) ?? []), own]);
  }
  return [...cells.values()].map((all) => {
    const [first, ...more] = all as [CellRef, ...CellRef[]];
    const others = more.length === 0 ? "" : ` and of ${more.length} more cell${more.length === 1 ? "" : "s"}`;
    return untold(`theirs has changed the look of ${reference(first)}${others}`, first);
  });
}

interface SameCell {
  readonly was: CellRef;
  readonly own: CellRef;
  readonly now: CellRef;
}

/** The cells that are one in all three: those of items that stand on one sheet, and those above the items. */
function* sameCells(sides: Sides): Iterable<SameCell> {
  for (const { base, ours, theirs } of itemTrios(sides).trios) {
    if (!ours || !theirs || ours.sheet !== base.sheet || theirs.sheet !== base.sheet) continue;
    yield* ofItem(base, ours, theirs, sides);
  }
  for (const { name } of sides.base.poam.workbook.sheets) {
    if (!sides.ours.sheet(name) || !sides.theirs.sheet(name)) continue;
    const sheet = sides.base.sheet(name)!;
    const last = sides.base.poam.registers.find((one) => one.sheet === name)?.headingRow ?? Number.POSITIVE_INFINITY;
    for (let index = 0; index < sheet.rowCount && sheet.rowNumber(index) <= last; index++) {
      const row = sheet.rowNumber(index);
      for (const handle of handlesOf(sheet, row)) {
        const at = { sheet: name, row, column: sheet.column(handle) };
        yield { was: at, own: at, now: at };
      }
    }
  }
}

function* ofItem(base: PoamItem, ours: PoamItem, theirs: PoamItem, sides: Sides): Iterable<SameCell> {
  const [sheet, columns] = [sides.base.sheet(base.sheet)!, sides.base.columns.get(base.sheet)!];
  const [own, now] = [rowsOf(ours), rowsOf(theirs)];
  for (const [line, row] of rowsOf(base).entries()) {
    if (own[line] === undefined || now[line] === undefined) return;
    for (const handle of handlesOf(sheet, row)) {
      const column = sheet.column(handle);
      const key = columns.keyAt(column);
      const [there, theirsThere] = [columnOf(sides.ours, base.sheet, key), columnOf(sides.theirs, base.sheet, key)];
      if (there === undefined || theirsThere === undefined) continue;
      yield {
        was: { sheet: base.sheet, row, column },
        own: { sheet: base.sheet, row: own[line], column: there },
        now: { sheet: base.sheet, row: now[line], column: theirsThere },
      };
    }
  }
}

function isUnchanged({ base, theirs }: Sides, was: CellRef, now: CellRef): boolean {
  const [before, after] = [base.sheet(was.sheet)!, theirs.sheet(now.sheet)!];
  return isSame(contentAt(before, was.row, was.column), contentAt(after, now.row, now.column));
}

function changedRuns({ base, ours, theirs }: { readonly [S in keyof Sides]: PackageFacts }): MergeConflict[] {
  const found = [...theirs.richTexts].filter((text) => !base.richTexts.has(text) && !ours.richTexts.has(text));
  if (found.length === 0) return [];
  const cells = found.length === 1 ? "a cell" : `${found.length} cells`;
  return [untold(`theirs has given parts of the text in ${cells} a look of their own`, undefined)];
}
