import type { ItemClash } from "../model/losses.js";
import { amount } from "./last-line.js";
import { places } from "./loss-places.js";
import { changeWords, type LossReporter, lossTotals, nameOfField, sourceWords, totalWords } from "./loss-run.js";
import { codeMarkdown, plainMarkdown, tableRow } from "./markdown-text.js";

/** For tickets and the record: whole tables, the worst first; every cell is in them but those of values that went along as they are. */
export const lossMarkdown: LossReporter = (report) => {
  const { fields, changes, clashes, notes, to } = report;
  const of = (fate: (typeof fields)[number]["fate"]) => fields.filter((one) => one.fate === fate);
  const parts = [
    `# ${plainMarkdown(sourceWords(report))} → ${plainMarkdown(to)}`,
    totalWords(lossTotals(report)).join(" · "),
    ...section(
      "Dropped",
      ["field", "values", "why", "cells"],
      of("dropped").map((one) => [plainField(one.from), amount(one.count), plain(one.why), cellsOf(one)]),
    ),
    ...section(
      "Changed",
      ["field", "values", "change", "rule", "cells"],
      changes.map((one) => [
        plainField(one.heading),
        amount(one.count),
        plain(changeWords(one)),
        plain(one.rule),
        cellsOf(one),
      ]),
    ),
    ...section(
      "Kept as labelled text",
      ["field", "values", "in", "as", "cells"],
      of("kept").map((one) => [plainField(one.from), amount(one.count), plain(one.to), plain(one.label), cellsOf(one)]),
    ),
    ...section(
      "Items of several files",
      ["item", "what", "cells"],
      clashes.map((one) => [plain(one.id), plain(one.outcome), clashPlaces(one)]),
    ),
    ...section(
      "Carried",
      ["field", "values", "to"],
      of("carried").map((one) => [plainField(one.from), amount(one.count), plain(one.to)]),
    ),
    ...(notes.length > 0 ? ["## Notes", notes.map((note) => `- ${plainMarkdown(note)}`).join("\n")] : []),
  ];
  return `${parts.join("\n\n")}\n`;
};

/** The rows are Markdown already. */
function section(title: string, headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const table = [headings, headings.map(() => "---"), ...rows].map(tableRow);
  return [`## ${title}`, table.join("").trimEnd()];
}

function plain(text: string | undefined): string {
  return plainMarkdown(text ?? "");
}

function plainField(heading: string): string {
  return plainMarkdown(nameOfField(heading));
}

function cellsOf({ cells }: { readonly cells: Parameters<typeof places>[0] }): string {
  return cells.length === 0 ? "" : codeMarkdown(places(cells));
}

function clashPlaces({ at, paths }: ItemClash): string {
  return at.map((cell, index) => codeMarkdown(places([{ ...cell, path: paths[index]! }]))).join(", ");
}
