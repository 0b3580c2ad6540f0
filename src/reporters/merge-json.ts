import type { ShownCell } from "../model/poam-diff.js";
import type { MergeConflict } from "../model/poam-merge.js";
import { cellRecord, changeRecord, itemRecord, movedRecord, recordList } from "./item-records.js";
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
  const body = Object.entries(lists).map(([name, records]) => `${text(name)}:${recordList(records)}`);
  const { notes: _, ...counted } = lists;
  const summary = text(Object.fromEntries(Object.entries(counted).map(([name, { length }]) => [name, length])));
  return `${head.slice(0, -1)},\n${body.join(",\n")},\n"summary":${summary}}\n`;
};

function conflictRecord({ item, field, heading, base, ours, theirs, why }: MergeConflict) {
  const sides = { base: sideRecord(base), ours: sideRecord(ours), theirs: sideRecord(theirs) };
  return { item, field: field ?? null, heading, ...sides, why: why ?? null };
}

function sideRecord(cell: ShownCell | undefined) {
  return cell ? cellRecord(cell) : null;
}
