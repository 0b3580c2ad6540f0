import { reference } from "../model/cell.js";
import type { FieldChange, ListedItem, MovedItem, ShownCell } from "../model/poam-diff.js";
import type { MergeConflict } from "../model/poam-merge.js";
import { amount, joined } from "./last-line.js";
import { type MergeReporter, type MergeRun, mergeTotals, placeIn } from "./merge-run.js";
import { cut, printable, wrapped } from "./printable.js";

/** For people: the conflicts first, each with the three values, then what was taken over, then the sums. */
export const mergePretty: MergeReporter = ({ path, merge, written }, run) => {
  const { conflicts, changes, added, moved, removed } = merge;
  const verdict = written === null ? "nothing was written: to write it, add -o" : `written to ${printable(written)}`;
  const blocks = [
    ...conflicts.map((one) => conflict(one, run)),
    ...list("Added", added, run),
    ...list("Moved", moved, run),
    ...list("Removed", removed, run),
    ...changed(changes, run),
    joined([`${printable(path)}: ${mergeTotals(merge)[0]}`, ...mergeTotals(merge).slice(1), verdict], run.width),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
};

function conflict(one: MergeConflict, { paint, width }: MergeRun): string[] {
  const { item, heading, base, ours, theirs, why } = one;
  const subject = [item === null ? "" : printable(item) || "(no id)", printable(heading)].filter((part) => part !== "");
  const said = [subject.join(" "), why === undefined ? "" : printable(why)].filter((part) => part !== "").join(": ");
  const [first = "", ...rest] = wrapped(`conflict: ${said || "both changed it"}`, width, "");
  const place = placeIn(one);
  const sides = [
    ["base", base],
    ["ours", ours],
    ["theirs", theirs],
  ] as const;
  const texts = sides.flatMap(([, cell]) => (cell ? [cell.text] : []));
  return [
    paint.error("conflict") + paint.strong(first.slice("conflict".length)),
    ...rest.map((line) => paint.strong(line)),
    ...(place === "" ? [] : [`  ${paint.mark("-->")} ${printable(place)}`]),
    // Without texts, as of what stands in no cell or is redacted, there is nothing to hold side by side.
    ...(texts.every((text) => text === "")
      ? []
      : sides.map(([side, cell]) => `  ${side.padEnd(6)}  ${shown(cell, width)}`)),
  ];
}

function shown(cell: ShownCell | undefined, width: number): string {
  if (!cell) return "(not there)";
  return cell.text.trim() === "" ? "(blank)" : cut(printable(cell.text), width - 10);
}

function list(title: string, items: readonly (ListedItem | MovedItem)[], { paint, width }: MergeRun): string[][] {
  if (items.length === 0) return [];
  const lines = items.map((item) => {
    const place = "was" in item ? `${reference(item.was.at)} → ${reference(item.at)}` : reference(item.at);
    const id = printable(item.id) || "(no id)";
    const room = Math.max(10, width - id.length - place.length - 6);
    const weakness = item.weakness === "" ? "" : `  ${cut(printable(item.weakness), room)}`;
    return `  ${id}${weakness}  ${paint.mark(printable(place))}`;
  });
  return [[paint.strong(`${title} (${amount(items.length)})`), ...lines]];
}

function changed(all: readonly FieldChange[], { paint, width }: MergeRun): string[][] {
  if (all.length === 0) return [];
  const lines = all.map(({ item, heading, was, now }) => {
    const place = printable(reference(now.at));
    const name = [item === null ? "" : printable(item) || "(no id)", cut(printable(heading), 40)].filter(
      (part) => part !== "",
    );
    // Of a redacted change the place is all there is.
    if (was.text === now.text) return `  ${[...name, paint.mark(place)].join("  ")}`;
    const room = Math.max(10, Math.floor((width - name.join(" ").length - place.length - 12) / 2));
    return `  ${name.join(" ")}: ${paint.faint(shown(was, room + 10))} → ${shown(now, room + 10)}  ${paint.mark(place)}`;
  });
  return [[paint.strong(`Changed (${amount(all.length)})`), ...lines]];
}
