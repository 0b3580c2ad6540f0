import { reference } from "../model/cell.js";
import { FIELDS } from "../model/field.js";
import type { FieldChange, ListedItem, MovedItem, ShownCell } from "../model/poam-diff.js";
import type { MergeConflict, PoamMerge } from "../model/poam-merge.js";
import { count } from "./last-line.js";
import type { Paint } from "./paint.js";

/** Three workbooks and what their merge came to, for any format. `path` is what the merged workbook is called. */
export interface MergeResult {
  readonly path: string;
  readonly template: string;
  readonly merge: PoamMerge;
  /** What -o named; null where nothing was to be written. */
  readonly target: string | null;
  /** Whether that was written; what is already as it should be is left alone. */
  readonly isWritten: boolean;
  readonly notes: readonly string[];
}

export interface MergeRun {
  readonly version: string;
  readonly paint: Paint;
  readonly width: number;
}

/** A format for a merge: one text. */
export type MergeReporter = (result: MergeResult, run: MergeRun) => string;

/** `2 items added · 12 cells changed · 1 conflict`, or that theirs has nothing that ours does not have. */
export function mergeTotals({ changes, added, moved, removed, conflicts }: PoamMerge): readonly string[] {
  const items = { added, moved, removed };
  const parts = [
    ...Object.entries(items).map(([what, { length }]) => (length > 0 ? `${count(length, "item")} ${what}` : "")),
    changes.length > 0 ? `${count(changes.length, "cell")} changed` : "",
  ].filter((part) => part !== "");
  const taken = parts.length > 0 ? parts : ["nothing to take over from theirs"];
  return [...taken, conflicts.length > 0 ? count(conflicts.length, "conflict") : "no conflicts"];
}

/** What may be shown where cell text may not: places, columns and kinds of change. */
export function redactedMerge(result: MergeResult): MergeResult {
  const { changes, added, moved, removed, conflicts } = result.merge;
  const bare = <T extends ListedItem | MovedItem>(items: readonly T[]): T[] =>
    items.map((item) => ({ ...item, id: "", weakness: "", ...("was" in item && { was: { ...item.was, id: "" } }) }));
  const label = ({ field }: FieldChange | MergeConflict) => (field === undefined ? "" : FIELDS[field].label);
  const item = (one: FieldChange | MergeConflict) => (one.item === null ? null : "");
  const cell = (one: ShownCell) => ({ ...one, text: "" });
  return {
    ...result,
    merge: {
      added: bare(added),
      moved: bare(moved),
      removed: bare(removed),
      changes: changes.map((one) => ({
        ...{ ...one, item: item(one), heading: label(one) },
        ...{ was: cell(one.was), now: cell(one.now) },
      })),
      conflicts: conflicts.map((one) => ({
        ...{ ...one, item: item(one), heading: label(one) },
        ...{
          base: one.base && cell(one.base),
          ours: one.ours && cell(one.ours),
          theirs: one.theirs && cell(one.theirs),
        },
        why: one.why && "(redacted)",
      })),
    },
  };
}

/** Where a person looks first: in ours or, where that has no such place, in theirs. */
export function placeIn({ base, ours, theirs }: MergeConflict): string {
  const cell = ours ?? theirs ?? base;
  return cell ? reference(cell.at) : "";
}
