import { reference } from "../model/cell.js";
import type { ItemStatus } from "../model/item-status.js";
import { plainMarkdown, tableRow } from "./markdown-text.js";
import { type StatusReporter, shownItems } from "./status-run.js";
import { countsInWords, daysWords, ratingWords } from "./status-words.js";

/** For tickets and wikis: a heading and a table for each file. Cell text cannot make markup: it comes from strangers. */
export const statusMarkdown: StatusReporter = {
  begin: ({ asOf, quiet }) => (quiet ? "" : `# POA&M status as of ${asOf}\n`),
  *file({ path, error, counts, conditions, items }, run) {
    if (!run.quiet)
      yield `\n## ${plainMarkdown(path)}\n\n${error === null ? countsInWords(counts, conditions, run) : plainMarkdown(error)}.\n`;
    const shown = shownItems(items, run);
    if (shown.length === 0) return;
    yield `\n${tableRow(HEADINGS)}${tableRow(HEADINGS.map(() => "---"))}`;
    for (const item of shown) yield tableRow(cells(item, run.asOf));
  },
  end: ({ files, items, conditions }, run) =>
    run.quiet || files < 2 ? "" : `\n${files} files: ${countsInWords(items, conditions, run)}.\n`,
};

const HEADINGS = ["item", "weakness", "rating", "owner", "detected", "due", "days", "why"];

function cells(item: ItemStatus, asOf: string): readonly string[] {
  const { id, at, weakness, owner, detectedOn, dueOn, why } = item;
  const texts = [
    id ?? reference(at),
    weakness,
    ratingWords(item),
    owner,
    detectedOn,
    dueOn,
    daysWords(item, asOf),
    why,
  ];
  return texts.map((one) => plainMarkdown(one ?? ""));
}
