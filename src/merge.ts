import { pairItems } from "./diff/item-pairs.js";
import { besidesCells } from "./merge/besides-cells.js";
import { type CarriedOut, carryOut, type MergeSteps } from "./merge/carry-out.js";
import type { Change } from "./merge/change.js";
import { mergeChanges } from "./merge/merge-changes.js";
import { placesAfter } from "./merge/places-after.js";
import { listed, type Sides, sidesOf } from "./merge/sides.js";
import type { CellRef } from "./model/cell.js";
import type { Poam } from "./model/poam.js";
import type { ShownCell } from "./model/poam-diff.js";
import type { MergeConflict, PoamMerge } from "./model/poam-merge.js";
import { UserError } from "./model/user-error.js";
import { planLeaving } from "./move.js";
import { NO_ANCHORS, readAnchors } from "./workbook/anchors.js";
import { withCsvRecords } from "./workbook/csv-rows.js";
import { isZip } from "./workbook/open.js";
import { readPackageFacts } from "./workbook/package-facts.js";
import { applyPatches } from "./workbook/patch.js";
import { applyCsvPatches } from "./workbook/patch-csv.js";

/** One of three workbooks; `file` is what messages call it. */
export interface MergeSide {
  readonly bytes: Buffer;
  readonly file: string;
  readonly poam: Poam;
}

export interface Merged {
  /** The merged workbook: ours, patched; or, where only one of the two differs from base, that one's very bytes. */
  readonly bytes: Buffer;
  readonly merge: PoamMerge;
  /** What the user should know, one sentence each. */
  readonly notes: readonly string[];
}

/**
 * Merges theirs into ours by item: what theirs changed in base and ours did not is written into ours by patches, and
 * everything else in ours stays byte for byte. What both changed differently, and what no patch can write, is told as a
 * conflict, and ours stands. `read` reads ours once it is patched. Throws a UserError for three different forms.
 */
export async function merge(
  base: MergeSide,
  ours: MergeSide,
  theirs: MergeSide,
  read: (bytes: Buffer) => Promise<Poam>,
): Promise<Merged> {
  refuseOtherForms(base, ours, theirs);
  const sides = sidesOf({ base: base.poam, ours: ours.poam, theirs: theirs.poam });
  if (theirs.bytes.equals(base.bytes) || theirs.bytes.equals(ours.bytes))
    return { bytes: ours.bytes, merge: NOTHING, notes: [] };
  const found = mergeChanges(sides);
  if (ours.bytes.equals(base.bytes)) return { bytes: theirs.bytes, merge: allOf(found.changes), notes: [] };
  const done = await carryOut(ours, found.changes, stepsFor(ours, read));
  const besides = ours.poam.workbook.format === "csv" ? [] : besidesCells(sides, await factsOf({ base, ours, theirs }));
  const merge = settled(sides, found.conflicts, done);
  return {
    bytes: done.bytes,
    merge: { ...merge, conflicts: [...merge.conflicts, ...besides] },
    notes: [...done.notes, ...orderNote(sides)],
  };
}

const NOTHING: PoamMerge = { changes: [], added: [], moved: [], removed: [], conflicts: [] };

function refuseOtherForms(...[base, ours, theirs]: readonly [MergeSide, MergeSide, MergeSide]): void {
  for (const side of [base, ours, theirs]) {
    if (side.poam.workbook.format !== "items") continue;
    throw new UserError(
      "merge-json",
      `${side.file} is JSON, which poam merge does not write: merge what it was made from.`,
    );
  }
  for (const side of [base, theirs]) {
    const [one, other] = [side, ours].map(({ poam: { template, workbook } }) => `${template.id} (${workbook.format})`);
    if (one === other) continue;
    throw new UserError(
      "merge-forms",
      `${side.file} is ${one} and ${ours.file} is ${other}: poam merge takes three workbooks of one form, so bring them to one with poam convert first.`,
    );
  }
}

function stepsFor({ file, poam }: MergeSide, read: (bytes: Buffer) => Promise<Poam>): MergeSteps {
  return {
    read,
    planLeaving,
    anchors: async (bytes) => (isZip(bytes) ? readAnchors(bytes, file) : NO_ANCHORS),
    apply: async (bytes, patches) => {
      if (isZip(bytes)) return applyPatches(bytes, patches, file);
      const rows = new Set(patches.map(({ at }) => at.row));
      // The sheet is named for the file of all three.
      return applyCsvPatches(withCsvRecords(bytes, rows), patches, `${poam.workbook.sheets[0]!.name}.csv`);
    },
  };
}

async function factsOf({ base, ours, theirs }: Record<keyof Sides, MergeSide>) {
  return {
    base: await readPackageFacts(base.bytes, base.file),
    ours: await readPackageFacts(ours.bytes, ours.file),
    theirs: await readPackageFacts(theirs.bytes, theirs.file),
  };
}

/** Where ours is base, all of theirs is taken as it is. */
function allOf(changes: readonly Change[]): PoamMerge {
  return {
    changes: changes.flatMap((change) => (change.kind === "cell" || change.kind === "move" ? change.told : [])),
    added: changes.flatMap((change) => (change.kind === "addition" ? [change.told] : [])),
    moved: changes.flatMap((change) =>
      change.kind === "move" ? [{ ...listed(change.theirs), was: listed(change.item) }] : [],
    ),
    removed: changes.flatMap((change) => (change.kind === "removal" ? [change.told] : [])),
    conflicts: [],
  };
}

/** What was carried out and what was not, each at its place in the merged workbook. */
function settled(
  sides: Sides,
  conflicts: readonly MergeConflict[],
  { poam, done, places, refused }: CarriedOut,
): PoamMerge {
  const hasLeft = done.some(({ kind }) => kind === "move" || kind === "removal");
  const after = hasLeft ? placesAfter(sides, poam) : (at: CellRef) => at;
  const there = (cell: ShownCell): ShownCell => ({ ...cell, at: after(cell.at) });
  const items = new Map([...poam.items()].map((item) => [`${item.row} ${item.sheet}`, item]));
  const itemOf = (change: Change) => {
    const { sheet, row } = places.get(change)!;
    return listed(items.get(`${row} ${sheet}`)!);
  };
  const untold = [...conflicts, ...[...refused].flatMap(([change, why]) => change.otherwise(why))];
  return {
    changes: done.flatMap((change) => {
      if (change.kind === "cell") return [{ ...change.told, now: there(change.told.now) }];
      if (change.kind !== "move") return [];
      const { sheet, row } = places.get(change)!;
      return change.told.map((told) => {
        const line = told.now.at.row - change.item.row;
        // A value that has no column where the item went is gone.
        const column = told.now.at.sheet === sheet ? told.now.at.column : 1;
        return { ...told, now: { ...told.now, at: { sheet, row: row + line, column } } };
      });
    }),
    added: done.flatMap((change) => (change.kind === "addition" ? [itemOf(change)] : [])),
    moved: done.flatMap((change) => (change.kind === "move" ? [{ ...itemOf(change), was: listed(change.item) }] : [])),
    removed: done.flatMap((change) => (change.kind === "removal" ? [change.told] : [])),
    conflicts: untold.map((one) => ({ ...one, ours: one.ours && there(one.ours) })),
  };
}

/** Rows that were sorted are no change of any item. */
function orderNote({ base, theirs }: Sides): string[] {
  const order = pairItems({ items: () => base.items }, { items: () => theirs.items })
    .pairs.filter(({ was, now }) => was.sheet === now.sheet)
    .sort((a, b) => (a.was.sheet < b.was.sheet ? -1 : a.was.sheet > b.was.sheet ? 1 : a.was.row - b.was.row));
  const isSorted = order.every(({ now }, index) => {
    const before = order[index - 1]?.now;
    return !before || before.sheet !== now.sheet || before.row < now.row;
  });
  return isSorted ? [] : ["theirs has its items in another order; they stay in the order of ours"];
}
