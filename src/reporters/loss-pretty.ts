import type { SourceCell } from "../model/carried-item.js";
import type { FieldFate, ItemClash, LossReport, ValueChange } from "../model/losses.js";
import { amount, count } from "./last-line.js";
import { places } from "./loss-places.js";
import {
  changeWords,
  type LossReporter,
  type LossRun,
  lossTotals,
  nameOfField,
  sourceWords,
  totalWords,
} from "./loss-run.js";
import type { Paint } from "./paint.js";
import { printable, textWidth, wrapped } from "./printable.js";

/** For people, on stderr: how much went along, then a line for each field of which something did not go along as it is. */
export const lossPretty: LossReporter = (report, run) => {
  const { fields, changes, clashes, notes } = report;
  const of = (fate: FieldFate["fate"]) => byField(fields.filter((one) => one.fate === fate));
  const rows: readonly Row[] = [
    ...of("dropped").map(droppedRow),
    ...changes.map(changedRow),
    ...of("kept").map(keptRow),
    ...clashRows(clashes),
    ...notes.map((text): Row => ({ kind: "note", look: "faint", text, cells: [] })),
  ];
  return `${[...summary(report, run), ...rows.flatMap((row) => linesOf(row, run))].join("\n")}\n`;
};

interface Row {
  readonly kind: string;
  readonly look: keyof Paint;
  readonly text: string;
  readonly cells: readonly SourceCell[];
}

function summary(report: LossReport, { paint, width }: LossRun): string[] {
  const totals = totalWords(lossTotals(report)).join(", ");
  const text = `converted ${sourceWords(report)} to ${report.to}: ${totals}`;
  return wrapped(printable(text), width, "").map(paint.strong);
}

/** What a field's values have alike, whatever their row: `Milestone status (2)` is no field of its own. */
function byField(fates: readonly FieldFate[]): FieldFate[] {
  const groups = new Map<string, FieldFate>();
  for (const fate of fates) {
    const label = fate.label?.replace(/ \(\d{1,4}\)$/, "");
    const key = JSON.stringify([fate.from, fate.to, fate.why, label]);
    const { count, cells } = groups.get(key) ?? { count: 0, cells: [] };
    groups.set(key, { ...fate, label, count: count + fate.count, cells: [...cells, ...fate.cells] });
  }
  return [...groups.values()];
}

function droppedRow({ from, why, count: number, cells }: FieldFate): Row {
  const text = `${nameOfField(from)}: ${count(number, "value")}${why ? `, ${why}` : ""}`;
  return { kind: "dropped", look: "error", text, cells };
}

function changedRow(change: ValueChange): Row {
  const { heading, rule, cells } = change;
  const words = changeWords(change);
  const text = `${nameOfField(heading)}: ${words ? `${words}, ` : ""}${count(change.count, "value")} (${rule})`;
  return { kind: "changed", look: "warning", text, cells };
}

function keptRow({ from, to, label, count: number, cells }: FieldFate): Row {
  const isRenamed = label && label.toLowerCase() !== from.toLowerCase();
  const text = `${nameOfField(from)}: ${count(number, "value")} in ${to ?? ""}${isRenamed ? `, as ${label}` : ""}`;
  return { kind: "kept", look: "info", text, cells };
}

/** So many of a kind are told one by one. */
const TOLD = 5;

function clashRows(clashes: readonly ItemClash[]): Row[] {
  const joined = clashes.filter(({ kind }) => kind === "joined");
  const unlike = joined.filter(({ outcome }) => outcome !== "joined");
  const [telling, kept] = [
    unlike.filter((one) => outcomeOf(one) !== ""),
    unlike.filter((one) => outcomeOf(one) === ""),
  ];
  const differ = unlike.length > 0 ? `; in ${amount(unlike.length)} of them the files differ` : "";
  const text = `${count(joined.length, "item")} of one file with the same item of another${differ}`;
  return [
    ...(joined.length > 0 ? [{ kind: "joined", look: "good", text, cells: [] } as const] : []),
    ...told([...telling, ...kept], "", "faint"),
    ...told(
      clashes.filter(({ kind }) => kind === "same-id"),
      "same id",
      "warning",
    ),
    ...told(
      clashes.filter(({ kind }) => kind === "likely-duplicate"),
      "alike",
      "warning",
    ),
  ];
}

/** Without what the fields' own lines tell. */
function outcomeOf({ outcome }: ItemClash): string {
  return outcome.replace(/^joined(?:; )?/, "").replace(/(?:; )?kept as labelled text: .*$/s, "");
}

const ALL_KEPT = "what differs is kept as labelled text";

/** The first few, and how many more there are. */
function told(clashes: readonly ItemClash[], kind: string, look: keyof Paint): Row[] {
  const rows = clashes.slice(0, TOLD).map((clash): Row => {
    const { id, at, paths } = clash;
    const text = `${id === "" ? "" : `${id}: `}${outcomeOf(clash) || ALL_KEPT}`;
    return { kind, look, text, cells: at.map((cell, index) => ({ ...cell, path: paths[index]! })) };
  });
  const more = clashes.length - rows.length;
  const text = `and ${amount(more)} more, which --loss-report FILE lists`;
  return more > 0 ? [...rows, { kind, look, text, cells: [] }] : rows;
}

/** On one line where it fits, else with the cells below. */
function linesOf({ kind, look, text, cells }: Row, { paint, width }: LossRun): string[] {
  const indent = " ".repeat(11);
  const [first = indent, ...rest] = wrapped(printable(text), width, indent);
  const head = `  ${paint[look](kind)}${first.slice(2 + kind.length)}`;
  if (cells.length === 0) return [head, ...rest];
  const last = rest.at(-1) ?? first;
  const whole = places(cells, width - indent.length);
  // Of a pair each must be found.
  const below = cells.length === 2 && whole.endsWith("…") ? cells.map((cell) => places([cell])) : [whole];
  if (below.length > 1 || textWidth(whole) > width - textWidth(last) - 2)
    return [head, ...rest, ...below.map((one) => `${indent}${paint.mark(one)}`)];
  return rest.length === 0
    ? [`${head}  ${paint.mark(whole)}`]
    : [head, ...rest.slice(0, -1), `${last}  ${paint.mark(whole)}`];
}
