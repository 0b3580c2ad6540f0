import { printable } from "./printable.js";

/**
 * The text on one line, of which nothing is taken for Markdown, HTML or the name of a user: cells come from strangers. What
 * cannot be mistaken stays as it is, for Markdown is read unrendered, too.
 */
export function plainMarkdown(text: string): string {
  return printable(text)
    .trim()
    .replace(/[\\`*_[\]{}<>|#~]/g, "\\$&")
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replace(/^([-+=]|\d+[.)])(?=\s|$)/, "\\$1")
    .replace(/(?<!\w)@(?=\w)/g, "&#64;");
}

/** A table; the texts are escaped. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return [headings, headings.map(() => "---"), ...rows.map((row) => row.map(plainMarkdown))].map(tableRow).join("");
}

/** One row, its texts as they are. */
export function tableRow(texts: readonly string[]): string {
  return `| ${texts.join(" | ")} |\n`;
}

/** A place, as `'Open POA&M Items'!L14`, in a cell of a table. */
export function codeMarkdown(text: string): string {
  return `\`${printable(text).replaceAll("`", "'").replaceAll("|", "\\|")}\``;
}
