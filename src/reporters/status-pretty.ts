import { reference } from "../model/cell.js";
import type { ItemStatus } from "../model/item-status.js";
import { count } from "./last-line.js";
import { cut, pad, printable, textWidth, wrapped } from "./printable.js";
import { type StatusReporter, type StatusRun, shownItems } from "./status-run.js";
import { countsInWords, daysWords, ratingWords } from "./status-words.js";

/**
 * For people: a table for each file that fits the terminal, one line an item; where that is narrow, the reason stands below.
 * Not by cli-table3: ten thousand rows take it nine seconds.
 */
export const statusPretty: StatusReporter = {
  begin: () => "",
  *file({ path, error, counts, conditions, items }, run, index) {
    const { paint, quiet } = run;
    if (!quiet) {
      const said = error === null ? countsInWords(counts, conditions, run) : "could not be read";
      yield `${index > 0 ? "\n" : ""}${broken(`${printable(path)}: ${said}`, run)
        .map((line) => paint.strong(line))
        .join("\n")}\n`;
    }
    const shown = shownItems(items, run);
    if (shown.length > 0) yield* table(shown, run);
  },
  end: ({ files, unreadable, items, conditions, packs }, run) => {
    if (run.quiet || files === unreadable) return "";
    const totals = files > 1 ? [`${count(files, "file")}, ${countsInWords(items, conditions, run)}`] : [];
    const parts = [...totals, packs.join(", "), `as of ${run.asOf}`].filter((part) => part !== "");
    return `\n${broken(parts.join(" · "), run).join("\n")}\n`;
  },
};

function broken(text: string, { terminal, width }: StatusRun): readonly string[] {
  return terminal ? wrapped(text, width, "") : [text];
}

const HEADINGS = ["item", "weakness", "rating", "owner", "detected", "due", "days"];
/** What texts are cut to at the most, where there is room, and at the least; of ids and days nothing is cut. */
const MOST = [Number.POSITIVE_INFINITY, 40, 20, 24, 10, 10, Number.POSITIVE_INFINITY];
const LEAST = [Number.POSITIVE_INFINITY, 6, 4, 3, 10, 10, Number.POSITIVE_INFINITY];
const LEAST_ID = 4;
/** What part of the width ids may take. */
const ID_SHARE = 0.3;
const GAP = 2;
/** The reason stands in the line if so much of it can be read there. */
const REASON = 50;

function* table(items: readonly ItemStatus[], { asOf, paint, width }: StatusRun): Iterable<string> {
  const rows = items.map((item) => cells(item, asOf));
  const widths = fitted([HEADINGS, ...rows], width);
  const taken = widths.reduce((sum, one) => sum + one + GAP, 0);
  const inLine = width - taken >= REASON;
  yield `${paint.faint(line([...HEADINGS, ...(inLine ? ["why"] : [])], widths))}\n`;
  for (const [index, row] of rows.entries()) {
    const { why, late } = items[index]!;
    const reason = printable(why);
    const [id, ...rest] = inLine ? [...row, cut(reason, width - taken)] : row;
    // Ids are to be copied and never cut: one too long for its column stands above its line.
    const above = textWidth(id!) > widths[0]! ? `${id}\n` : "";
    const shown = `${above}${line([above === "" ? id! : "", ...rest], widths)}`;
    yield `${late ? paint.error(shown) : shown}\n`;
    if (!inLine && reason !== "") yield `${paint.faint(`    ${cut(reason, width - 4)}`)}\n`;
  }
}

function cells(item: ItemStatus, asOf: string): readonly string[] {
  const { id, at, weakness, owner, detectedOn, dueOn } = item;
  const texts = [id ?? reference(at), weakness, ratingWords(item), owner, detectedOn, dueOn, daysWords(item, asOf)];
  return texts.map((text) => printable(text ?? ""));
}

/** Columns as wide as their text; the widest gives way until the table fits, and where that is not enough, the ids' does. */
function fitted(rows: readonly (readonly string[])[], width: number): number[] {
  const widths = HEADINGS.map((_, column) => {
    const widest = rows.reduce((most, row) => Math.max(most, textWidth(row[column]!)), 0);
    return Math.min(widest, MOST[column]!);
  });
  widths[0] = Math.min(widths[0]!, Math.max(LEAST_ID, Math.floor(width * ID_SHARE)));
  for (let over = widths.reduce((sum, one) => sum + one + GAP, -GAP) - width; over > 0; over--) {
    const spare = widths.map((one, column) => one - LEAST[column]!);
    const most = Math.max(...spare);
    if (most <= 0) {
      widths[0] = Math.max(LEAST_ID, widths[0] - over);
      break;
    }
    widths[spare.indexOf(most)]!--;
  }
  return widths;
}

function line(texts: readonly string[], widths: readonly number[]): string {
  return texts
    .map((text, column) => {
      const width = widths[column];
      return width === undefined ? text : pad(cut(text, width), width + GAP);
    })
    .join("")
    .trimEnd();
}
