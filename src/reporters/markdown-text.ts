import { printable } from "./printable.js";

/** The text with every character escaped that Markdown, or the HTML within it, could take for its own: cells come from strangers. */
export function plainMarkdown(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>#|~&@]/g, (character) => ENTITIES[character] ?? `\\${character}`);
}

const ENTITIES: Readonly<Record<string, string>> = { "<": "&lt;", "&": "&amp;", "@": "&#64;" };

/** A table; the texts are escaped. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return [headings, headings.map(() => "---"), ...rows.map((row) => row.map(plainMarkdown))].map(tableRow).join("");
}

/** One row, its texts as they are. */
export function tableRow(texts: readonly string[]): string {
  return `| ${texts.join(" | ")} |\n`;
}
