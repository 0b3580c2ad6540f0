import { type CellPatch, reference } from "../model/cell.js";
import type { ItemMove, MovedTo, RowPlace } from "../model/finding.js";
import type { Poam } from "../model/poam.js";
import type { Sheet } from "../model/workbook.js";
import { handleAt, textAt } from "../rows/cell-copy.js";
import { type FreeRows, freeRows, headedColumns, rowPatches } from "../rows/free-rows.js";
import type { Anchors } from "../workbook/anchors.js";
import type { Patched } from "../workbook/patched.js";
import type { AdditionChange, CellChange, Change, MoveChange, RemovalChange } from "./change.js";
import type { Content } from "./content.js";

/** What carrying changes out stands on. */
export interface MergeSteps {
  readonly read: (bytes: Buffer) => Promise<Poam>;
  readonly anchors: (bytes: Buffer) => Promise<Anchors>;
  readonly apply: (bytes: Buffer, patches: readonly CellPatch[]) => Promise<Patched>;
  readonly planLeaving: (
    poam: Poam,
    moves: readonly ItemMove[],
    removals: readonly RowPlace[],
    anchors: Anchors,
  ) => {
    readonly patches: readonly CellPatch[];
    readonly made: readonly MovedTo[];
    readonly refused: readonly { readonly move: ItemMove; readonly why: string }[];
    readonly kept: readonly { readonly place: RowPlace; readonly why: string }[];
    readonly notes: readonly string[];
  };
}

export interface CarriedOut {
  /** The very bytes that were given where nothing was written. */
  readonly bytes: Buffer;
  /** What they read as. */
  readonly poam: Poam;
  readonly done: readonly Change[];
  /** Where items have come to stand that were added or moved. */
  readonly places: ReadonlyMap<Change, RowPlace>;
  readonly refused: ReadonlyMap<Change, string>;
  readonly notes: readonly string[];
}

/**
 * Writes changes into ours: cells where they stand, then items that move or go, then new ones into the rows that are free
 * by then. What is written is always all patches, onto the bytes that were given. A change of which a patch is refused is
 * left out whole, with its reason.
 */
export async function carryOut(
  ours: { readonly bytes: Buffer; readonly poam: Poam },
  changes: readonly Change[],
  steps: MergeSteps,
): Promise<CarriedOut> {
  const refused = new Map<Change, string>();
  for (;;) {
    const known = refused.size;
    const done = await attempt(ours, changes, steps, refused);
    if (done) return done;
    if (refused.size === known) throw new Error("a patch was refused that belongs to no change");
  }
}

/** One way to the end; undefined where something was refused: it is in `refused` then. */
async function attempt(
  ours: { readonly bytes: Buffer; readonly poam: Poam },
  all: readonly Change[],
  steps: MergeSteps,
  refused: Map<Change, string>,
): Promise<CarriedOut | undefined> {
  const known = refused.size;
  const changes = all.filter((change) => !refused.has(change));
  const written: Written = new Map();
  const notes = new Set<string>();
  let now = ours;

  const cells = changes.flatMap((change) => cellsOf(change).map((cell) => [change, cell] as const));
  for (const [change, { patch }] of cells) write(written, patch, [change]);
  if (!(await apply())) return undefined;
  for (const [change, { patch, content }] of cells) {
    if (isMisread(now.poam, patch.at, content)) refused.set(change, MISREAD);
  }
  if (refused.size > known) return undefined;

  const places = new Map<Change, RowPlace>();
  const leaving = changes.filter((change) => change.kind === "move" || change.kind === "removal");
  if (leaving.length > 0) {
    for (const patch of await leavingPatches(leaving)) write(written, patch, leaving);
    if (refused.size > known || !(await apply())) return undefined;
  }
  const added = changes.filter((change) => change.kind === "addition");
  if (added.length > 0) {
    for (const [change, patches] of await addedPatches(added))
      for (const patch of patches) write(written, patch, [change]);
    if (refused.size > known || !(await apply())) return undefined;
  }
  for (const change of changes) {
    const place = places.get(change);
    const rows = change.kind === "addition" ? change.rows : change.kind === "move" ? change.after : [];
    for (const [line, values] of rows.entries()) {
      for (const [column, content] of values) {
        const at = { sheet: place!.sheet, row: place!.row + line, column };
        if (isMisread(now.poam, at, content)) refused.set(change, MISREAD);
      }
    }
  }
  return refused.size > known
    ? undefined
    : { bytes: now.bytes, poam: now.poam, done: changes, places, refused, notes: [...notes] };

  /** Whether all that is written by now could be; reads it. */
  async function apply(): Promise<boolean> {
    if (written.size === 0) return true;
    const patched = await steps.apply(
      ours.bytes,
      [...written.values()].map(({ patch }) => patch),
    );
    for (const { patch, why } of patched.refused) {
      for (const change of written.get(reference(patch.at))!.for) refused.set(change, why);
    }
    if (patched.refused.length > 0) return false;
    for (const note of patched.notes) notes.add(note);
    now = { bytes: patched.bytes, poam: await steps.read(patched.bytes) };
    return true;
  }

  async function leavingPatches(leaving: readonly (MoveChange | RemovalChange)[]): Promise<CellPatch[]> {
    const moves = leaving.filter((change) => change.kind === "move");
    const removals = leaving.filter((change) => change.kind === "removal");
    const plan = steps.planLeaving(
      now.poam,
      moves.map(({ move }) => move),
      removals.map(({ place }) => place),
      await steps.anchors(now.bytes),
    );
    const patches = new Map(plan.patches.map((patch) => [reference(patch.at), patch]));
    for (const { move, why } of plan.refused) refused.set(moves.find((one) => one.move === move)!, why);
    for (const { place, why } of plan.kept) refused.set(removals.find((one) => one.place === place)!, why);
    for (const { move, to } of plan.made) {
      const change = moves.find((one) => one.move === move)!;
      if (to.sheet !== change.target) refused.set(change, `its items of that state go to '${to.sheet}'`);
      places.set(change, to);
      const sheet = sheetOf(now.poam, to.sheet);
      for (const [line, values] of change.after.entries()) {
        for (const [column, { copy }] of values) {
          const at = { sheet: to.sheet, row: to.row + line, column };
          const patch = patches.get(reference(at)) ?? { at, was: textAt(sheet, at.row, column), value: null };
          patches.set(reference(at), { ...patch, value: "value" in copy ? copy.value : null });
        }
      }
    }
    for (const note of plan.notes) notes.add(note);
    return [...patches.values()];
  }

  async function addedPatches(added: readonly AdditionChange[]): Promise<Map<AdditionChange, CellPatch[]>> {
    const anchors = await steps.anchors(now.bytes);
    const free = new Map<string, FreeRows>();
    const all = new Map<AdditionChange, CellPatch[]>();
    for (const change of added) {
      const register = now.poam.registers.find(({ sheet }) => sheet === change.sheet)!;
      const sheet = sheetOf(now.poam, change.sheet);
      if (!free.has(change.sheet)) free.set(change.sheet, freeRows(now.poam, register, anchors));
      const rows = free.get(change.sheet)!.take(change.rows.length);
      if (typeof rows === "string") {
        refused.set(change, rows);
        continue;
      }
      const lost = rows.flatMap((row, line) => unreadIn(sheet, row.row, change.rows[line]!));
      if (lost.length > 0) {
        refused.set(change, `a cell of it ${lost[0]}`);
        continue;
      }
      places.set(change, { sheet: change.sheet, row: rows[0]!.row });
      const headed = headedColumns(sheet, register);
      all.set(
        change,
        rows.flatMap((row, line) => rowPatches(sheet, headed, row, valuesFor(sheet, row.row, change.rows[line]!))),
      );
    }
    return all;
  }
}

const MISREAD = "the number format of the cell in ours would make it another value";

/** By place: what is to be written there, and for which changes. */
type Written = Map<string, { readonly patch: CellPatch; readonly for: readonly Change[] }>;

/** Of a cell that is written again, the text that was read in the given bytes stays what it was. */
function write(written: Written, patch: CellPatch, changes: readonly Change[]): void {
  const place = reference(patch.at);
  const before = written.get(place);
  if (!before) written.set(place, { patch, for: changes });
  else written.set(place, { patch: { ...before.patch, value: patch.value }, for: [...before.for, ...changes] });
}

/** What is written while the item stands where it is. */
function cellsOf(change: Change): readonly CellChange[] {
  if (change.kind === "cell") return [change];
  return change.kind === "move" ? change.before : [];
}

/** What theirs computes and the row of ours computes, too, is left to its formula. */
function valuesFor(sheet: Sheet, row: number, contents: ReadonlyMap<number, Content>) {
  const values = [...contents].flatMap(([column, content]) => {
    const { copy } = content;
    return isComputed(sheet, row, column, content) || "why" in copy ? [] : [[column, copy.value] as const];
  });
  return new Map(values);
}

/** Why values cannot be had that the row does not compute either. */
function unreadIn(sheet: Sheet, row: number, contents: ReadonlyMap<number, Content>): string[] {
  return [...contents].flatMap(([column, content]) =>
    "why" in content.copy && !isComputed(sheet, row, column, content) ? [content.copy.why] : [],
  );
}

function isComputed(sheet: Sheet, row: number, column: number, { formula }: Content): boolean {
  const handle = handleAt(sheet, row, column);
  return formula !== undefined && handle >= 0 && sheet.formula(handle) !== undefined;
}

/** A number shows as a day or as a number by the format of its cell. */
function isMisread(poam: Poam, at: CellPatch["at"], { copy, kind }: Content): boolean {
  if (!("value" in copy) || typeof copy.value !== "number") return false;
  const sheet = sheetOf(poam, at.sheet);
  const handle = handleAt(sheet, at.row, at.column);
  if (handle < 0 || poam.workbook.format === "csv" || sheet.formula(handle) !== undefined) return false;
  return sheet.kind(handle) !== kind;
}

function sheetOf({ workbook }: Poam, name: string): Sheet {
  return workbook.sheets.find((sheet) => sheet.name === name)!;
}
