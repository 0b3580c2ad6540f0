import { type CellRef, reference } from "../model/cell.js";
import type { ItemState } from "../model/item.js";
import { changeLines } from "./cell-change.js";
import type { CellChange, Extent, FixReporter, FixResult, FixRun, ItemMoved } from "./fix-report.js";
import { amount, count, joined } from "./last-line.js";
import { printable, textWidth, wrapped } from "./printable.js";
import { ranges } from "./ranges.js";

/** For people: rule by rule and column by column what each cell was and is; where many are alike, the first of them. */
export const fixPretty: FixReporter = {
  begin: () => "",
  *file(result, run, index) {
    if (result.error !== null) return;
    if (index > 0) yield "\n";
    for (const group of groupedBy(result.cells, ({ rule, at }) => `${rule}\n${at.column}\n${at.sheet}`)) {
      yield `${[heading(group[0]!, run), ...listed(group, run, (one) => cellLines(one, result, run))].join("\n")}\n\n`;
    }
    for (const group of groupedBy(result.moves, ({ rule, sheet, to }) => `${rule}\n${to}\n${sheet}`)) {
      yield `${[heading(group[0]!, run), ...group.map((one) => moveLine(one, run))].join("\n")}\n\n`;
    }
    const left = groupedBy(result.left, ({ rule, at, why }) => `${rule}\n${at.column}\n${at.sheet}\n${why}`);
    if (left.length > 0) {
      const lines = left.flatMap((group) =>
        listed(group, run, ({ at, rule, why }) =>
          hanging(`  ${printable(reference(at))}  `, `${rule}: ${printable(why)}`, run),
        ),
      );
      yield `${[run.paint.strong("Left as they are:"), ...lines].join("\n")}\n\n`;
    }
    yield `${joined(closing(result, run), run.terminal ? run.width : Number.POSITIVE_INFINITY).join("\n")}\n`;
  },
  end({ files, changed, unreadable, cells }, run) {
    if (files < 2 || files === unreadable) return "";
    const what = run.write ? "changed" : "would change";
    const unread = unreadable > 0 ? ` · ${run.paint.error(`${count(unreadable, "file")} could not be fixed`)}` : "";
    return `\n${count(cells, "cell")} ${what} in ${count(changed, "file")} of ${amount(files)}${unread}\n`;
  },
};

/** Up to so many alike are shown one by one; of more, the first few. */
const SHOWN_ALL = 5;
const SHOWN_FIRST = 3;

const STATES: Readonly<Record<ItemState, string>> = {
  open: "the open items",
  closed: "the closed items",
  configuration: "the configuration findings",
};

/** `14 cells would change in 2 parts; 27 of 29 stay byte-identical`, `3 more with --unsafe`: parts of the closing line. */
function closing({ path, extent, moves, unsafe, left, written, backup }: FixResult, run: FixRun): string[] {
  const { paint, write } = run;
  const name = printable(path);
  const more = unsafe > 0 ? [`${amount(unsafe)} more with --unsafe`] : [];
  if (extent === null) {
    const nothing = left.length > 0 ? "nothing else to fix" : unsafe > 0 ? "nothing safe to fix" : "nothing to fix";
    return [`${name}: ${paint.good(nothing)}${write ? ", so no file was written" : ""}`, ...more];
  }
  const changed = `${count(extent.cells, "cell")} ${write ? "changed" : "would change"}`;
  return [
    `${name}: ${paint.strong(changed)}${whereOf(extent, write)}`,
    ...(moves.length > 0 ? [`${count(moves.length, "item")} ${write ? "moved" : "would move"}`] : []),
    ...more,
    ...(written !== null && written !== path ? [`written to ${printable(written)}`] : []),
    ...(backup !== null ? [`as it was: ${printable(backup)}`] : []),
    ...(write ? [] : ["to write it, add --write"]),
  ];
}

/** A CSV file is its only part. */
function whereOf({ parts, changedParts }: Extent, write: boolean): string {
  if (parts === 1) return `; all other bytes ${write ? "are as they were" : "stay"}`;
  const same = `${amount(parts - changedParts)} of ${amount(parts)}`;
  return ` in ${count(changedParts, "part")}; ${same} ${write ? "parts" : "stay"} byte-identical`;
}

function heading({ rule, safety, ...one }: CellChange | ItemMoved, run: FixRun): string {
  const { paint, width } = run;
  const over = "heading" in one && one.heading !== undefined ? ` (${printable(one.heading)})` : "";
  const grade = safety === "unsafe" ? " [unsafe]" : "";
  const [first = "", ...rest] = wrapped(`${rule}${grade}: ${run.summaryOf(rule)}${over}`, width, "");
  const end = rule.length + grade.length;
  const name = paint[safety === "unsafe" ? "warning" : "info"](first.slice(0, end));
  return [name + first.slice(end), ...rest].join("\n");
}

/** All of a group, or its first few and where the others are. */
function listed<T extends { readonly at: CellRef }>(
  group: readonly T[],
  { paint, width }: FixRun,
  lines: (one: T) => readonly string[],
): string[] {
  const shown = group.length <= SHOWN_ALL ? group.length : SHOWN_FIRST;
  const more = group.slice(shown);
  const shownLines = group.slice(0, shown).flatMap(lines);
  if (more.length === 0) return shownLines;
  const lead = `  and ${amount(more.length)} more like it: `;
  const rows = [...new Set(more.map(({ at }) => at.row))].sort((a, b) => a - b);
  return [...shownLines, `${lead}${paint.mark(ranges(more[0]!.at.column, rows, width - lead.length))}`];
}

function cellLines({ at, item, was, value }: CellChange, { redacted }: FixResult, run: FixRun): string[] {
  const place = printable(reference(at));
  if (redacted) return [`  ${place}`];
  return changeLines(`  ${place}  ${item ? `${printable(item)}  ` : ""}`, was, value, run.width, run.paint);
}

function moveLine({ sheet, row, item, to, place }: ItemMoved, { paint }: FixRun): string {
  const goal = place ? `'${printable(place.sheet)}' row ${place.row}` : STATES[to];
  return `  '${printable(sheet)}' row ${row}${item ? `  ${printable(item)}` : ""} → ${paint.good(goal)}`;
}

/** Text behind a lead, its further lines below its beginning; where the lead takes most of the line, all of it below. */
function hanging(lead: string, text: string, { width }: FixRun): string[] {
  if (textWidth(lead) > width / 2) return [lead.trimEnd(), ...wrapped(text, width, "    ")];
  const indent = " ".repeat(textWidth(lead));
  const [first = "", ...rest] = wrapped(text, width, indent);
  return [lead + first.slice(indent.length), ...rest];
}

/** In the order of each group's first. */
function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}
