import { reference } from "../model/cell.js";
import type { FieldChange, ListedItem, MovedItem } from "../model/poam-diff.js";
import { type DiffReporter, diffTotals, MOVES } from "./diff-run.js";
import { codeMarkdown, plainMarkdown, tableRow } from "./markdown-text.js";

/** For pull requests and e-mail: headings and tables; long texts are whole. */
export const diffMarkdown: DiffReporter = ({ before, now, diff }) => {
  const parts = [
    `## ${plainMarkdown(before)} → ${plainMarkdown(now)}`,
    `${diffTotals(diff).join(" · ")}`,
    ...section(
      "Broken invariants",
      ["item", "what", "cell", "before"],
      diff.broken.map(({ invariant, item, message, at, was }) => [
        item,
        `**${invariant}**: ${plainMarkdown(message)}`,
        codeMarkdown(reference(at)),
        was ? codeMarkdown(reference(was)) : "",
      ]),
      [1, 2, 3],
    ),
    ...MOVES.flatMap(([name, title]) => section(title, ["item", "weakness", "cell"], diff[name].map(row), [2])),
    ...section(
      "Changed",
      ["item", "column", "before", "now", "cell"],
      diff.changes.map(({ item, heading, was, now }: FieldChange) => {
        return [item ?? "", heading, was.text, now.text, codeMarkdown(reference(now.at))];
      }),
      [4],
    ),
    ...section(
      "Not compared",
      ["column", "only"],
      diff.uncompared.map(({ heading, side }) => [heading, side]),
    ),
  ];
  return `${parts.join("\n\n")}\n`;
};

/** Columns in `ready` are Markdown already. */
function section(
  title: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  ready: readonly number[] = [],
): string[] {
  if (rows.length === 0) return [];
  const lines = rows.map((row) => row.map((cell, index) => (ready.includes(index) ? cell : plainMarkdown(cell))));
  const all = [headings, headings.map(() => "---"), ...lines].map(tableRow);
  return [`### ${title}`, all.join("").trimEnd()];
}

function row(item: ListedItem | MovedItem): readonly string[] {
  const id = "was" in item && item.was.id !== item.id ? `${item.was.id} → ${item.id}` : item.id;
  return [id, item.weakness, codeMarkdown(reference(item.at))];
}
