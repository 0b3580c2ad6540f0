import { reference } from "../model/cell.js";
import type { FieldChange, ListedItem, MovedItem, ShownCell } from "../model/poam-diff.js";
import type { MergeConflict } from "../model/poam-merge.js";
import { text } from "./json.js";
import type { MergeReporter } from "./merge-run.js";

/** For programs: one document, version 1, to which keys may be added; a conflict or a change a line. */
export const mergeJson: MergeReporter = ({ path, template, merge, target, isWritten, notes }, { version }) => {
  const { conflicts, changes, added, moved, removed } = merge;
  const lists: Record<string, readonly unknown[]> = {
    conflicts: conflicts.map(conflictRecord),
    added: added.map(itemRecord),
    moved: moved.map(movedRecord),
    removed: removed.map(itemRecord),
    changes: changes.map(changeRecord),
    notes,
  };
  const head = text({
    version: 1,
    tool: { name: "poam", version },
    path,
    template,
    written: isWritten ? target : null,
  });
  const body = Object.entries(lists).map(([name, records]) => `${text(name)}:${array(records)}`);
  const { notes: _, ...counted } = lists;
  const summary = text(Object.fromEntries(Object.entries(counted).map(([name, { length }]) => [name, length])));
  return `${head.slice(0, -1)},\n${body.join(",\n")},\n"summary":${summary}}\n`;
};

function array(records: readonly unknown[]): string {
  return records.length === 0 ? "[]" : `[\n${records.map((record) => text(record)).join(",\n")}\n]`;
}

function conflictRecord({ item, field, heading, base, ours, theirs, why }: MergeConflict) {
  const sides = { base: cellRecord(base), ours: cellRecord(ours), theirs: cellRecord(theirs) };
  return { item, field: field ?? null, heading, ...sides, why: why ?? null };
}

function cellRecord(cell: ShownCell | undefined) {
  return cell ? { cell: reference(cell.at), text: cell.text } : null;
}

function itemRecord({ id, weakness, state, at }: ListedItem) {
  return { id, weakness, state, cell: reference(at) };
}

function movedRecord(item: MovedItem) {
  const { id, state, at } = item.was;
  return { ...itemRecord(item), was: { id, state, cell: reference(at) } };
}

function changeRecord({ item, field, heading, was, now }: FieldChange) {
  return { item, field: field ?? null, heading, was: cellRecord(was), now: cellRecord(now) };
}
