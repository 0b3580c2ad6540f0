import type { MergeConflict } from "../model/poam-merge.js";
import type { CellChange, Change, MoveChange } from "./change.js";
import { agrees, type Content, isSame, shownCell } from "./content.js";
import { cellsOf, columnOf, contentOf, type ItemCells, placesIn } from "./item-cells.js";
import type { ItemTrio } from "./item-trios.js";
import { idOf, listed, placeOf, type Side, type Sides, sheetCell } from "./sides.js";

/** What theirs did to one item of base: changes for ours, and conflicts where ours did something else. */
export function itemChanges(trio: ItemTrio, sides: Sides): (Change | MergeConflict)[] {
  const { base, ours, theirs } = trio;
  const cells = {
    base: cellsOf(sides.base, base),
    ours: ours && cellsOf(sides.ours, ours),
    theirs: theirs && cellsOf(sides.theirs, theirs),
  };
  if (cells.ours && cells.theirs)
    return bothHave({ base: cells.base, ours: cells.ours, theirs: cells.theirs }, trio.reusedBy, sides);
  if (cells.ours) return removedByTheirs(cells.base, cells.ours);
  return cells.theirs ? removedByOurs(cells.base, cells.theirs) : [];
}

interface ThreeCells {
  readonly base: ItemCells;
  readonly ours: ItemCells;
  readonly theirs: ItemCells;
}

function bothHave(cells: ThreeCells, reusedBy: ItemTrio["reusedBy"], sides: Sides): (Change | MergeConflict)[] {
  const { base, ours, theirs } = cells;
  const [by, other] = reusedBy === "ours" ? ["ours", theirs] : ["theirs", ours];
  if (reusedBy !== undefined && differences(base, other).length > 0) {
    const why = `${by} has given the id to another weakness, and the other has changed the item`;
    const shown = ({ item }: ItemCells) => ({ at: placeOf(item), text: item.weakness?.text ?? "" });
    const sidesShown = { base: shown(base), ours: shown(ours), theirs: shown(theirs) };
    return [{ item: idOf(ours.item), field: undefined, heading: "", ...sidesShown, why }];
  }
  const hasMoved = theirs.item.sheet !== base.item.sheet && theirs.item.sheet !== ours.item.sheet;
  if (!hasMoved) return cellChanges(cells, ours.item.sheet, sides.ours);
  if (ours.item.sheet === base.item.sheet) return moveOf(cells, cellChanges(cells, theirs.item.sheet, sides.ours));
  return [sheetConflict(cells, undefined), ...cellChanges(cells, ours.item.sheet, sides.ours)];
}

/** One change that is made of all that theirs changed in the item when moving it; conflicts stand for themselves. */
function moveOf(cells: ThreeCells, found: readonly (Change | MergeConflict)[]): (Change | MergeConflict)[] {
  const { ours, theirs } = cells;
  const changed = found.filter((one): one is CellChange => "kind" in one && one.kind === "cell");
  const conflicts = found.filter((one): one is MergeConflict => !("kind" in one));
  const before = changed.filter(({ patch }) => patch.at.sheet === ours.item.sheet);
  const after = ours.rows.map(() => new Map<number, Content>());
  for (const { patch, content } of changed) {
    if (patch.at.sheet !== ours.item.sheet) after[ours.rows.indexOf(patch.at.row)]!.set(patch.at.column, content);
  }
  const move: MoveChange = {
    kind: "move",
    item: ours.item,
    theirs: theirs.item,
    move: { sheet: ours.item.sheet, row: ours.item.row, to: theirs.item.state },
    target: theirs.item.sheet,
    before,
    after,
    told: changed.map(({ told }) => told),
    otherwise: (why) => [
      sheetConflict(cells, `theirs moved the item, and it stays where it is: ${why}`),
      ...changed.flatMap((one) => one.otherwise("the item could not be moved")),
    ],
  };
  return [move, ...conflicts];
}

function sheetConflict({ base, ours, theirs }: ThreeCells, why: string | undefined): MergeConflict {
  return {
    ...{ item: idOf(ours.item), field: undefined, heading: "Sheet", why },
    ...{ base: sheetCell(base.item), ours: sheetCell(ours.item), theirs: sheetCell(theirs.item) },
  };
}

/**
 * Cell by cell, wherever theirs differs from base. `target` is the sheet on which the item will stand: the patch of a cell
 * that has no column on ours' own sheet, or of an item that is to move, names its column there and the row where it is now.
 */
function cellChanges(cells: ThreeCells, target: string, side: Side): (Change | MergeConflict)[] {
  const { base, ours, theirs } = cells;
  const found: (Change | MergeConflict)[] = [];
  for (const { line, key } of placesIn(base, theirs)) {
    const [was, own, now] = [contentOf(base, line, key), contentOf(ours, line, key), contentOf(theirs, line, key)];
    // What both sheets compute is written otherwise on each, as their columns differ.
    const isComputed = was.formula !== undefined && now.formula !== undefined && was.at.sheet !== now.at.sheet;
    if (isSame(was, now) || isComputed) continue;
    const otherwise = conflictAt(ours, key, { was, own, now }, theirs.side);
    if (!isSame(was, own)) {
      if (!agrees(own, now)) found.push(otherwise(undefined));
      continue;
    }
    const column = columnOf(side, target, key);
    const why = whyUnwritable(now) ?? (ours.rows[line] === undefined ? NO_ROW : undefined);
    if (why !== undefined || "why" in now.copy) {
      found.push(otherwise(why));
      continue;
    }
    if (column === undefined && now.copy.value !== null) {
      found.push(otherwise(`'${target}' has no such column in ours`));
      continue;
    }
    const at = column === undefined ? own.at : { sheet: target, row: ours.rows[line]!, column };
    const { item, field, heading } = otherwise(undefined);
    found.push({
      kind: "cell",
      patch: { at, was: own.text, value: now.copy.value },
      content: now,
      told: { item, field, heading, was: shownCell(own) ?? { at, text: "" }, now: { at, text: now.text } },
      otherwise: (why) => [otherwise(`left as it is: ${why}`)],
    });
  }
  return found;
}

const NO_ROW = "theirs continues the item in a row that ours does not have";

/** Why a value of theirs cannot be written; undefined where it can. */
export function whyUnwritable(now: Content): string | undefined {
  if (now.formula !== undefined) return "theirs has another formula there, and poam writes values only";
  return "why" in now.copy ? `theirs ${now.copy.why}` : undefined;
}

function conflictAt(
  { side, item }: ItemCells,
  key: string,
  { was, own, now }: { readonly was?: Content; readonly own?: Content; readonly now?: Content },
  ...others: readonly Side[]
) {
  const sheets = [own, now, was].flatMap((content) => (content ? [content.at.sheet] : []));
  const all = [side, ...others].flatMap(({ columns }) => sheets.map((sheet) => columns.get(sheet)));
  const columns = all.find((there) => there?.columnOf(key) !== undefined);
  return (why: string | undefined): MergeConflict => ({
    item: idOf(item),
    field: columns?.fieldOf(key),
    heading: columns?.headingOf(key) ?? "",
    base: shownCell(was),
    ours: shownCell(own),
    theirs: shownCell(now),
    why,
  });
}

/** An item that ours left alone goes, too; what ours changed in it is told. */
function removedByTheirs(base: ItemCells, ours: ItemCells): (Change | MergeConflict)[] {
  const told = differences(base, ours).map(({ key, one, other }) =>
    conflictAt(ours, key, { was: one, own: other })("theirs removed the item"),
  );
  const isMoved = base.item.sheet !== ours.item.sheet;
  const whole = (why: string): MergeConflict => ({
    ...{ item: idOf(ours.item), field: undefined, heading: isMoved ? "Sheet" : "", why },
    ...{ base: sheetCell(base.item), ours: sheetCell(ours.item), theirs: undefined },
  });
  if (isMoved) return [whole("theirs removed the item"), ...told];
  if (told.length > 0) return told;
  const { sheet, row } = ours.item;
  return [
    {
      kind: "removal",
      place: { sheet, row },
      told: listed(ours.item),
      otherwise: (why) => [whole(`theirs removed the item, and it stays: ${why}`)],
    },
  ];
}

/** What theirs changed in an item that ours removed. */
function removedByOurs(base: ItemCells, theirs: ItemCells): MergeConflict[] {
  const why = "ours removed the item";
  const told = differences(base, theirs).map(({ key, one, other }) =>
    conflictAt(theirs, key, { was: one, now: other })(why),
  );
  if (base.item.sheet === theirs.item.sheet) return told;
  const moved: MergeConflict = {
    ...{ item: idOf(theirs.item), field: undefined, heading: "Sheet", why },
    ...{ base: sheetCell(base.item), ours: undefined, theirs: sheetCell(theirs.item) },
  };
  return [moved, ...told];
}

/** An item that both added: of two contents a person chooses one, cell by cell. */
export function addedByBoth(trio: { ours: ItemTrio["base"]; theirs: ItemTrio["base"] }, sides: Sides): MergeConflict[] {
  const [ours, theirs] = [cellsOf(sides.ours, trio.ours), cellsOf(sides.theirs, trio.theirs)];
  const why = "both added the item";
  const told = differences(ours, theirs).map(({ key, one, other }) =>
    conflictAt(ours, key, { own: one, now: other }, theirs.side)(why),
  );
  if (trio.ours.sheet === trio.theirs.sheet) return told;
  const sheet: MergeConflict = {
    ...{ item: idOf(trio.ours), field: undefined, heading: "Sheet", why },
    ...{ base: undefined, ours: sheetCell(trio.ours), theirs: sheetCell(trio.theirs) },
  };
  return [sheet, ...told];
}

function differences(one: ItemCells, other: ItemCells) {
  return [...placesIn(one, other)].flatMap(({ line, key }) => {
    const [a, b] = [contentOf(one, line, key), contentOf(other, line, key)];
    return agrees(a, b) ? [] : [{ key, one: a, other: b }];
  });
}

/** An item of theirs, for a free row of ours. */
export function addition(item: ItemTrio["base"], sides: Sides): Change | MergeConflict {
  const cells = cellsOf(sides.theirs, item);
  const conflict = (why: string): MergeConflict => ({
    ...{ item: idOf(item), field: undefined, heading: "", why },
    ...{ base: undefined, ours: undefined, theirs: { at: placeOf(item), text: item.weakness?.text ?? "" } },
  });
  const registers = sides.ours.poam.registers;
  const named = registers.find(({ sheet }) => sheet === item.sheet);
  const register = named ?? registers.find(({ state }) => state === item.state);
  if (!register) return conflict(`theirs added the item, and ours has no sheet '${item.sheet}'`);
  const rows: Map<number, Content>[] = [];
  for (const [line, byKey] of cells.byKey.entries()) {
    rows[line] = new Map();
    for (const [key, content] of byKey) {
      // Whether the row that it comes into has the formula, too, is seen there.
      if ("why" in content.copy && content.formula === undefined)
        return conflict(`theirs added the item, of which a cell ${content.copy.why}`);
      const column = columnOf(sides.ours, register.sheet, key);
      if (column === undefined) {
        const heading = sides.theirs.columns.get(item.sheet)?.headingOf(key) ?? "";
        return conflict(`theirs added the item, and '${register.sheet}' of ours has no column "${heading}"`);
      }
      rows[line].set(column, content);
    }
  }
  const why = (because: string) => [conflict(`theirs added the item, and it could not be written: ${because}`)];
  return { kind: "addition", sheet: register.sheet, rows, told: listed(item), otherwise: why };
}
