import { INVARIANTS, placeOf } from "./diff/invariants.js";
import { type ColumnsBetween, columnsBetween, type SharedColumn } from "./diff/item-columns.js";
import { type ItemPair, pairItems } from "./diff/item-pairs.js";
import type { CellRef } from "./model/cell.js";
import { FIELDS } from "./model/field.js";
import type { DateCell, PoamItem } from "./model/item.js";
import type { HeaderCell, Poam } from "./model/poam.js";
import type { BrokenInvariant, FieldChange, ListedItem, MovedItem, PoamDiff, ShownCell } from "./model/poam-diff.js";
import type { Workbook } from "./model/workbook.js";
import { quoted } from "./rules/quoted.js";

/** What changed between two POA&Ms of one system, cell by cell, and what of it may not change. */
export function diff(before: Poam, now: Poam): PoamDiff {
  const { pairs, vanished, added } = pairItems(before, now);
  const columns = columnsBetween(before, now);
  const became = (from: PoamItem["state"], to: PoamItem["state"]) =>
    pairs.filter((pair) => pair.was.state === from && pair.now.state === to).map(moved);
  return {
    added: added.map(listed),
    closed: [...became("open", "closed"), ...became("configuration", "closed")],
    reopened: [...became("closed", "open"), ...became("closed", "configuration")],
    vanished: vanished.map(listed),
    renumbered: pairs.filter(({ kind }) => kind === "renumbered").map(moved),
    regrouped: [...became("open", "configuration"), ...became("configuration", "open")],
    changes: [
      ...headerChanges(before, now),
      ...pairs.flatMap((pair) => itemChanges(pair, columns, before.workbook, now.workbook)),
    ],
    broken: inOrder(now, [...pairs.flatMap(breaches), ...passedOn(pairs), ...gone(vanished, now), ...copies(now)]),
    uncompared: columns.uncompared,
  };
}

function listed(item: PoamItem): ListedItem {
  const weakness = item.weakness?.value ?? item.description?.value ?? "";
  return { id: idOf(item), weakness, state: item.state, at: cellRef(placeOf(item)) };
}

function moved({ was, now }: ItemPair): MovedItem {
  const { id, state, at } = listed(was);
  return { ...listed(now), was: { id, state, at } };
}

function idOf({ id }: PoamItem): string {
  return id?.value ?? "";
}

function cellRef({ sheet, row, column }: CellRef): CellRef {
  return { sheet, row, column };
}

/** An id that passed to another weakness makes everything else of the two differ. */
function breaches(pair: ItemPair): BrokenInvariant[] {
  const found = INVARIANTS.flatMap(({ id, broken }) => {
    const breach = broken(pair);
    if (!breach) return [];
    const { at, was, message } = breach;
    return { invariant: id, item: idOf(pair.now), message, at: cellRef(at), was: was && cellRef(was) };
  });
  return pair.kind === "reused" ? found.slice(0, 1) : found;
}

/** Renumbered items whose new id stood for another weakness, as where two ids were exchanged. */
function passedOn(pairs: readonly ItemPair[]): BrokenInvariant[] {
  const owners = new Map(pairs.map(({ was }) => [idOf(was).toLowerCase(), was]));
  return pairs.flatMap(({ kind, was, now }) => {
    const owner = kind === "renumbered" && idOf(now) !== "" ? owners.get(idOf(now).toLowerCase()) : undefined;
    if (!owner || owner === was) return [];
    const message = `was ${quoted(owner.weakness?.text)} before, and is now ${quoted(now.weakness?.text)}, which was ${idOf(was)}`;
    return {
      invariant: "id-reused",
      item: idOf(now),
      message,
      at: cellRef(placeOf(now)),
      was: cellRef(placeOf(owner)),
    };
  });
}

/** Open items that are nowhere: told under the heading of the ids, for they have no cell now. */
function gone(vanished: readonly PoamItem[], { registers }: Poam): BrokenInvariant[] {
  const register = registers.find(({ state }) => state === "open" || state === "by-status") ?? registers[0]!;
  const column = register.columns.find(({ field }) => field === "id")?.column ?? 1;
  const at = { sheet: register.sheet, row: register.headingRow, column };
  return vanished
    .filter(({ state }) => state === "open")
    .map((item) => {
      const message = "was open before, and is neither open nor closed now";
      return { invariant: "item-vanished", item: idOf(item), message, at, was: cellRef(placeOf(item)) };
    });
}

/** Items that stand among the open and among the closed ones: copied where they should have been moved. */
function copies(now: Poam): BrokenInvariant[] {
  const open = new Map<string, CellRef>();
  for (const { state, id } of now.items()) if (state === "open" && id?.value) open.set(id.value.toLowerCase(), id);
  return [...now.items()].flatMap(({ state, id }) => {
    const other = state === "closed" && id?.value ? open.get(id.value.toLowerCase()) : undefined;
    if (!other) return [];
    const message = `stands among the closed items, and still among the open ones, on '${other.sheet}' in row ${other.row}`;
    return { invariant: "on-both-sheets", item: id!.value!, message, at: cellRef(id!), was: undefined };
  });
}

function inOrder({ workbook }: Poam, broken: readonly BrokenInvariant[]): readonly BrokenInvariant[] {
  const sheets = new Map(workbook.sheets.map(({ name }, index) => [name, index]));
  const place = ({ sheet }: CellRef) => sheets.get(sheet)!;
  return broken.toSorted(({ at: a }, { at: b }) => place(a) - place(b) || a.row - b.row || a.column - b.column);
}

function headerChanges(before: Poam, now: Poam): FieldChange[] {
  return now.header.flatMap((cell) => {
    const old = before.header.find(({ field }) => field === cell.field);
    if (!old) return [];
    const [was, is] = [headerValue(old), headerValue(cell)];
    const heading = cell.entry.label.replace(/:\s*$/, "");
    return sameText(was.text, is.text) ? [] : { item: null, field: undefined, heading, was, now: is };
  });
}

/** The form's own guidance is no value. */
function headerValue({ value, filled }: HeaderCell): ShownCell {
  return { at: cellRef(value), text: filled ? value.text : "" };
}

/** Field by field, in the rows that continue the item too; a renumbered item's id is told as that. */
function itemChanges({ was, now, kind }: ItemPair, columns: ColumnsBetween, before: Workbook, after: Workbook) {
  const shared = columns.between(was.sheet, now.sheet).filter(({ field }) => field !== "id" || kind !== "renumbered");
  const [old, rows] = [
    [was, ...was.continuations],
    [now, ...now.continuations],
  ];
  const changes: FieldChange[] = [];
  for (let index = 0; index < Math.max(old.length, rows.length); index++) {
    for (const column of shared) {
      const cells = {
        was: cellOf(before, old[index], was, column.was),
        now: cellOf(after, rows[index], now, column.now),
      };
      if (sameText(cells.was.text, cells.now.text) || isSameDay(old[index], rows[index], column)) continue;
      changes.push({ item: idOf(now), field: column.field, heading: column.heading, ...cells });
    }
  }
  return changes;
}

/** The cell of a row; of a row that is not there, a blank one in the item's own. */
function cellOf({ sheets }: Workbook, row: PoamItem | undefined, item: PoamItem, column: number): ShownCell {
  const sheet = sheets.find(({ name }) => name === item.sheet)!;
  const handle = row ? sheet.cell(sheet.rowIndex(row.row), column) : -1;
  return { at: { sheet: item.sheet, row: (row ?? item).row, column }, text: handle < 0 ? "" : sheet.text(handle) };
}

/** White space at the ends and the kind of line break are no change. */
function sameText(one: string, other: string): boolean {
  return one === other || one.replaceAll("\r\n", "\n").trim() === other.replaceAll("\r\n", "\n").trim();
}

/** One day may be written in two ways. */
function isSameDay(was: PoamItem | undefined, now: PoamItem | undefined, { field }: SharedColumn): boolean {
  if (!was || !now || field === undefined || FIELDS[field].kind !== "date") return false;
  const [before, after] = [was[field] as DateCell | undefined, now[field] as DateCell | undefined];
  return before?.value !== undefined && before.value === after?.value;
}
