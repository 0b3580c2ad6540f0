import { type CellPatch, type CellValue, reference } from "./model/cell.js";
import type { ItemMove, MovedTo, RowPlace } from "./model/finding.js";
import type { Poam, Register } from "./model/poam.js";
import type { Sheet } from "./model/workbook.js";
import { copyOf, handlesOf } from "./rows/cell-copy.js";
import { closeHoles, isColumnFormula } from "./rows/close-holes.js";
import { type FreeRows, freeRows, headedColumns, rowPatches } from "./rows/free-rows.js";
import { headingOf, matchingColumns } from "./rows/moved-columns.js";
import { idIn, whyStuck } from "./rows/whole-item.js";
import type { Anchors } from "./workbook/anchors.js";
import { rangeName } from "./workbook/cell-range.js";

/** What moving items comes to. The patches hold together: where one of them cannot be made, none may be. */
export interface MovePlan {
  readonly patches: readonly CellPatch[];
  readonly made: readonly MovedTo[];
  /** What the user should know, one sentence each. */
  readonly notes: readonly string[];
  readonly refused: readonly RefusedMove[];
}

/** `why` completes "the item stays where it is: ". */
export interface RefusedMove {
  readonly move: ItemMove;
  readonly why: string;
}

/**
 * Moves items to the sheet of another state: their values are copied to its next free rows and cleared where they were, and
 * the rows below close up if nothing is anchored to them. No row is deleted or inserted. An item of which anything would be
 * lost stays where it is.
 */
export function planMoves(poam: Poam, moves: readonly ItemMove[], anchors: Anchors): MovePlan {
  const { kept: _, ...plan } = planLeaving(poam, moves, [], anchors);
  return plan;
}

/** Moves items and, at the places of `removals`, by their first rows, takes items out; those that cannot be are `kept`. */
export function planLeaving(
  poam: Poam,
  moves: readonly ItemMove[],
  removals: readonly RowPlace[],
  anchors: Anchors,
): MovePlan & { readonly kept: readonly { readonly place: RowPlace; readonly why: string }[] } {
  const patches: CellPatch[] = [];
  const made: MovedTo[] = [];
  const notes: string[] = [];
  const refused: RefusedMove[] = [];
  const kept: { place: RowPlace; why: string }[] = [];
  const items = itemRows(poam);
  const free = new Map<Register, FreeRows>();
  const known = new Map<Register, Map<string, number>>();
  const gone = new Map<Register, Set<number>>();
  for (const move of inOrder(poam, moves)) {
    const why = refusalOf(move);
    if (why !== undefined) refused.push({ move, why });
  }
  for (const place of removals) {
    const why = removalRefusalOf(place);
    if (why !== undefined) kept.push({ place, why });
  }
  for (const [register, rows] of gone) {
    const { sheet } = placeOf(poam, register);
    const ofSheet = items.get(sheet.name)!;
    const all = new Set([...ofSheet.values()].flat());
    const unnamed = new Set([...ofSheet.keys()].filter((row) => idIn(sheet, register, row) === ""));
    const closed = closeHoles({ register, sheet, items: all, unnamed, gone: rows }, anchors);
    patches.push(...closed.patches);
    notes.push(...closed.notes);
  }
  return { patches, made, notes, refused, kept };

  /** Plans one move; or says why not. */
  function refusalOf(move: ItemMove): string | undefined {
    const ends = registersOf(poam, move, items);
    if (typeof ends === "string") return ends;
    const [from, to] = ends.map((register) => placeOf(poam, register)) as [Place, Place];
    const rows = items.get(move.sheet)!.get(move.row)!;
    if (gone.get(from.register)?.has(move.row)) return "it is moved elsewhere already";
    if (!known.has(to.register)) known.set(to.register, rowsOfIds(to, items));
    const ids = known.get(to.register)!;
    const others = items.get(move.sheet)!;
    const id = idIn(from.sheet, from.register, move.row) ?? "";
    const values =
      whyUnwelcome(to, id, ids) ?? whyStuck(poam, { ...from, rows, others }, anchors) ?? valuesOf(poam, from, to, rows);
    if (typeof values === "string") return values;
    if (!free.has(to.register)) free.set(to.register, freeRows(poam, to.register, anchors));
    const places = free.get(to.register)!.take(rows.length);
    if (typeof places === "string") return places;
    ids.set(id.toLowerCase(), places[0]!.row);
    made.push({ move, to: { sheet: to.sheet.name, row: places[0]!.row } });
    const headed = headedColumns(to.sheet, to.register);
    patches.push(...values.flatMap((ofRow, index) => rowPatches(to.sheet, headed, places[index]!, ofRow)));
    notes.push(...rows.flatMap((row) => notesOn(from, row, anchors)));
    notes.push(...places.flatMap(({ row }, index) => formulasReplaced(to, row, values[index]!)));
    leave(from.register, rows);
    return undefined;
  }

  /** Plans one removal; or says why not. */
  function removalRefusalOf({ sheet, row }: RowPlace): string | undefined {
    const register = poam.registers.find((candidate) => candidate.sheet === sheet);
    const others = items.get(sheet);
    const rows = others?.get(row);
    if (!register || !others || !rows) return `there is no item in row ${row} of '${sheet}'`;
    const why = whyStuck(poam, { ...placeOf(poam, register), rows, others }, anchors);
    if (why === undefined) leave(register, rows);
    return why;
  }

  function leave(register: Register, rows: readonly number[]): void {
    const left = gone.get(register) ?? new Set();
    gone.set(register, left);
    for (const row of rows) left.add(row);
  }
}

interface Place {
  readonly register: Register;
  readonly sheet: Sheet;
}

/** By sheet and the item's own row: that row and those that continue it. */
type ItemRows = ReadonlyMap<string, ReadonlyMap<number, readonly number[]>>;

function itemRows(poam: Poam): ItemRows {
  const items = new Map<string, Map<number, readonly number[]>>();
  for (const { sheet, row, continuations } of poam.items()) {
    const ofSheet = items.get(sheet) ?? new Map<number, readonly number[]>();
    items.set(sheet, ofSheet.set(row, [row, ...continuations.map((below) => below.row)]));
  }
  return items;
}

/** The first row of each id, ids in lower case. */
function rowsOfIds({ register, sheet }: Place, items: ItemRows): Map<string, number> {
  const ids = new Map<string, number>();
  for (const row of items.get(sheet.name)?.keys() ?? []) {
    const id = (idIn(sheet, register, row) ?? "").toLowerCase();
    if (!ids.has(id)) ids.set(id, row);
  }
  return ids;
}

/** Sheet by sheet, from top to bottom, each once. */
function inOrder(poam: Poam, moves: readonly ItemMove[]): ItemMove[] {
  const order = new Map(poam.workbook.sheets.map(({ name }, index) => [name, index]));
  const once = new Map(moves.map((move) => [JSON.stringify([move.sheet, move.row, move.to]), move]));
  const rank = ({ sheet }: ItemMove) => order.get(sheet) ?? order.size;
  return [...once.values()].sort((a, b) => rank(a) - rank(b) || a.row - b.row);
}

function placeOf(poam: Poam, register: Register): Place {
  return { register, sheet: poam.workbook.sheets.find(({ name }) => name === register.sheet)! };
}

/** From where to where an item goes; or why it cannot. */
function registersOf(poam: Poam, { sheet, row, to }: ItemMove, items: ItemRows): [Register, Register] | string {
  const register = poam.registers.find((candidate) => candidate.sheet === sheet);
  if (!register || !items.get(sheet)?.has(row)) return `there is no item in row ${row} of '${sheet}'`;
  if (register.state === "by-status") return `'${sheet}' holds open and closed items alike, by their status`;
  if (register.state === to) return `'${sheet}' is the sheet of ${to} items already`;
  const target = poam.registers.find(({ state }) => state === to);
  return target ? [register, target] : `the workbook has no sheet of ${to} items`;
}

/** Why the item would be out of sight on the other sheet, or there twice. */
function whyUnwelcome({ sheet }: Place, id: string, ids: ReadonlyMap<string, number>): string | undefined {
  if (sheet.visibility !== "visible") return `the sheet '${sheet.name}', where it would go, is hidden`;
  const row = id === "" ? undefined : ids.get(id.toLowerCase());
  return row === undefined ? undefined : `row ${row} of '${sheet.name}', where it would go, is an item ${id} already`;
}

/** Each row's values by their new columns; or why one has no place there. */
function valuesOf(poam: Poam, from: Place, to: Place, rows: readonly number[]): Map<number, CellValue>[] | string {
  const columns = matchingColumns(poam, from.register, to.register);
  const all: Map<number, CellValue>[] = [];
  for (const row of rows) {
    const values = new Map<number, CellValue>();
    all.push(values);
    for (const handle of handlesOf(from.sheet, row)) {
      const column = from.sheet.column(handle);
      const copy = copyOf(from.sheet, handle);
      const at = rangeName({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column });
      if ("why" in copy) return `${at} ${copy.why}`;
      if (copy.value === null) continue;
      const target = columns.get(column);
      if (target === undefined) {
        const heading = headingOf(from.sheet, from.register, column);
        return `'${to.sheet.name}' has no column for ${heading === "" ? at : `"${heading}" (${at})`}`;
      }
      values.set(target, copy.value);
    }
  }
  return all;
}

function formulasReplaced({ sheet }: Place, row: number, values: ReadonlyMap<number, CellValue>): string[] {
  return handlesOf(sheet, row)
    .map((handle) => sheet.column(handle))
    .filter((column) => values.has(column))
    .map(
      (column) => `the item's value takes the place of a formula in ${reference({ sheet: sheet.name, row, column })}`,
    );
}

/** What does not go with the item. */
function notesOn({ sheet }: Place, row: number, anchors: Anchors): string[] {
  const notes: string[] = [];
  const at = (column: number) => reference({ sheet: sheet.name, row, column });
  if (sheet.isRowHidden(sheet.rowIndex(row)))
    notes.push(`row ${row} of '${sheet.name}' is hidden; its item moves all the same`);
  for (const { what, range } of anchors.within(sheet.name, row - 1, row)) {
    if (range.lastRow < row) continue;
    if (what === "a drawing") notes.push(`${what} that reaches over ${at(range.firstColumn)} does not follow the item`);
    if (what === "a formula elsewhere" && range.firstRow === row && range.lastRow === row) {
      notes.push(`${at(range.firstColumn)} is read by ${what}, which does not follow the item`);
    }
  }
  for (const handle of handlesOf(sheet, row)) {
    const column = sheet.column(handle);
    if (sheet.formula(handle) !== undefined && !isColumnFormula(sheet, row, column)) {
      notes.push(`of the formula in ${at(column)} only the value moves`);
    }
    const copy = copyOf(sheet, handle);
    if (sheet.kind(handle) === "date" && "value" in copy && typeof copy.value === "number") {
      notes.push(`the number in ${at(column)}, a time of day or no day of the calendar, moves as it is`);
    }
  }
  return notes;
}
