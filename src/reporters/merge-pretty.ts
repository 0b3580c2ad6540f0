import type { ShownCell } from "../model/poam-diff.js";
import type { MergeConflict } from "../model/poam-merge.js";
import { changeList, itemList } from "./diff-pretty.js";
import { joined } from "./last-line.js";
import { type MergeReporter, type MergeRun, mergeTotals, placeIn } from "./merge-run.js";
import { cut, printable, wrapped } from "./printable.js";

/** For people: the conflicts first, each with the three values, then what was taken over, then the sums. */
export const mergePretty: MergeReporter = ({ path, merge, target, isWritten }, run) => {
  const { conflicts, changes, added, moved, removed } = merge;
  const blocks = [
    ...conflicts.map((one) => conflict(one, run)),
    ...itemList("Added", added, run),
    ...itemList("Moved", moved, run),
    ...itemList("Removed", removed, run),
    ...changeList(changes, run),
    joined(
      [`${printable(path)}: ${mergeTotals(merge)[0]}`, ...mergeTotals(merge).slice(1), verdictOn(target, isWritten)],
      run.width,
    ),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
};

function verdictOn(target: string | null, isWritten: boolean): string {
  if (target === null) return "nothing was written: to write it, add -o";
  return isWritten ? `written to ${printable(target)}` : `${printable(target)} stays as it is`;
}

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
