import { type CellRef, reference } from "../model/cell.js";
import type {
  BrokenInvariant,
  FieldChange,
  ListedItem,
  MovedItem,
  PoamDiff,
  UncomparedColumn,
} from "../model/poam-diff.js";
import { type DiffReporter, type DiffRun, diffTotals, MOVES } from "./diff-run.js";
import { amount, joined } from "./last-line.js";

import { cut, pad, printable, textWidth, wrapped } from "./printable.js";
import { ranges } from "./ranges.js";

/** For people: what may not have changed first, then who came and went, then cell by cell. */
export const diffPretty: DiffReporter = ({ before, now, diff }, run) => {
  const { paint } = run;
  const blocks = [
    [`${printable(before)} → ${paint.strong(printable(now))}`],
    ...diff.broken.map((one) => breach(one, run)),
    ...MOVES.flatMap(([name, title]) => itemList(title, diff[name], run)),
    ...changeList(diff.changes, run),
    ...uncompared(diff, run),
    joined(diffTotals(diff), run.width),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
};

function breach({ invariant, item, message, at, was }: BrokenInvariant, { paint, width }: DiffRun): string[] {
  const name = `error[${invariant}]`;
  const subject = item === "" ? "" : `${item} `;
  const [first = "", ...rest] = wrapped(`${name}: ${printable(subject + message)}`, width, "");
  const before = was && reference(was) !== reference(at) ? `  (before: ${printable(reference(was))})` : "";
  return [
    paint.error(name) + paint.strong(first.slice(name.length)),
    ...rest.map((line) => paint.strong(line)),
    `  ${paint.mark("-->")} ${printable(reference(at))}${paint.faint(before)}`,
  ];
}

/** Items under a title, a line each; nothing where there are none. */
export function itemList(
  title: string,
  items: readonly (ListedItem | MovedItem)[],
  { paint, width }: DiffRun,
): string[][] {
  if (items.length === 0) return [];
  const ids = items.map(nameOf);
  const idWidth = Math.min(40, Math.max(...ids.map(textWidth)));
  const lines = items.map((item, index) => {
    const cell = printable(reference(item.at));
    const room = Math.max(10, width - idWidth - textWidth(cell) - 6);
    const id = pad(cut(ids[index]!, idWidth), idWidth);
    return `  ${id}  ${pad(cut(printable(item.weakness), room), room)}  ${paint.mark(cell)}`;
  });
  return [[paint.strong(`${title} (${amount(items.length)})`), ...lines]];
}

function nameOf(item: ListedItem | MovedItem): string {
  const id = printable(item.id) || "(no id)";
  return "was" in item && item.was.id !== item.id ? `${printable(item.was.id) || "(no id)"} → ${id}` : id;
}

/** Changed cells: first what changed alike in many items, once; then item by item. */
export function changeList(all: readonly FieldChange[], { paint, width }: DiffRun): string[][] {
  if (all.length === 0) return [];
  const alike = [...byLikeness(all).values()].filter(({ length }) => length >= MANY);
  const told = new Set(alike.flat());
  const single = all.filter((one) => !told.has(one));
  const lines = [
    ...alike.flatMap((group) => [`  ${amount(group.length)} items`, ...together(group, paint, width)]),
    ...single.flatMap((one, index) => {
      const [name, before] = [subject(one), index > 0 ? subject(single[index - 1]!) : undefined];
      return [...(name === before ? [] : [`  ${name}`]), ...change(one, shortly(one.now.at), paint, width)];
    }),
  ];
  return [[paint.strong(`Changed (${amount(all.length)})`), ...lines]];
}

/** Up to this many alike are shown one by one. */
const MANY = 4;

/** Changes of one column from one text to one other. */
function byLikeness(all: readonly FieldChange[]): ReadonlyMap<string, readonly FieldChange[]> {
  const groups = new Map<string, FieldChange[]>();
  for (const one of all) {
    // Of a redacted change the texts do not tell.
    if (one.item === null || one.was.text === one.now.text) continue;
    const key = [one.now.at.sheet, one.now.at.column, one.was.text, one.now.text].join("\0");
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

function together(group: readonly FieldChange[], paint: DiffRun["paint"], width: number): string[] {
  const [first] = group as [FieldChange];
  const rows = [...new Set(group.map(({ now }) => now.at.row))].sort((a, b) => a - b);
  const [line = "", ...rest] = change(first, "", paint, width);
  return [line.trimEnd(), ...rest, `      ${paint.mark(ranges(first.now.at.column, rows, width - 8))}`];
}

function subject({ item, heading, now }: FieldChange): string {
  if (item === null) return heading === "" ? `${printable(now.at.sheet)}, outside of the items` : "Header block";
  return printable(item) || `${printable(now.at.sheet)}, row ${now.at.row}`;
}

/** A line where it fits, else before and now below each other. */
function change({ heading, was, now }: FieldChange, at: string, paint: DiffRun["paint"], width: number): string[] {
  const place = at === "" ? "" : paint.mark(at);
  const head = `    ${cut(printable(heading) || "cell", 40)}`;
  // Of a redacted change the place is all there is.
  if (was.text === now.text) return [`${head}  ${place}`];
  const [from, to] = [shown(was.text), shown(now.text)];
  const line = `${head}: ${from} → ${to}`;
  if (textWidth(line) + 12 <= width) return [`${head}: ${paint.faint(from)} → ${to}  ${place}`];
  const room = width - 8;
  const [short, long] = apart(from, to, room);
  return [`${head}  ${place}`, `      ${paint.faint(`- ${short}`)}`, `      + ${long}`];
}

/** Long texts from where they begin to differ. */
function apart(from: string, to: string, room: number): [string, string] {
  let same = 0;
  while (same < from.length && from[same] === to[same]) same++;
  const lead = same > room / 2 ? Math.max(0, same - 20) : 0;
  const piece = (text: string) => cut((lead > 0 ? "…" : "") + text.slice(lead), room);
  return [piece(from), piece(to)];
}

function shown(text: string): string {
  return text.trim() === "" ? "(blank)" : printable(text);
}

/** A redacted heading leaves its place. */
function nameOfColumn({ heading, at }: UncomparedColumn): string {
  return heading === "" ? printable(reference(at)) : `"${printable(heading)}"`;
}

function shortly(at: CellRef): string {
  return reference(at).replace(/^.*!/, "");
}

function uncompared({ uncompared: columns }: PoamDiff, { paint, width }: DiffRun): string[][] {
  return (["before", "now"] as const).flatMap((side) => {
    const names = columns.filter((one) => one.side === side).map(nameOfColumn);
    if (names.length === 0) return [];
    return [
      wrapped(`Only ${side}, and so not compared: ${names.join(", ")}`, width, "").map((line) => paint.faint(line)),
    ];
  });
}
