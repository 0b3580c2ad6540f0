import { type CellValue, reference } from "../model/cell.js";
import type { CellChange, FixReporter } from "./fix-report.js";
import { printable } from "./printable.js";

/**
 * For review tools: a unified diff with a hunk for every cell that is written, its old text and its new one on a line
 * each. Line breaks, tabs and backslashes are written as `\n`, `\t`, `\\`; a blank has no line.
 */
export const fixDiff: FixReporter = {
  begin: () => "",
  *file({ path, patches, redacted, written }) {
    if (patches.length === 0) return;
    yield `--- ${printable(path)}\n+++ ${printable(written ?? path)}\n`;
    for (const patch of patches) yield `${hunk(patch, redacted)}\n`;
  },
  end: () => "",
};

function hunk({ at, item, rule, was, value, closesUp }: CellChange, redacted: boolean): string {
  const context = [item ? printable(item) : "", rule, closesUp ? "(closing up)" : ""]
    .filter((part) => part !== "")
    .join(" ");
  const head = `@@ ${printable(reference(at))} @@ ${context}`;
  const after = written(value);
  if (redacted) return head;
  return [head, ...(was === "" ? [] : [`-${escaped(was)}`]), ...(after === "" ? [] : [`+${after}`])].join("\n");
}

/** A date and a number say so, as a text may look the same. */
function written(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "string") return escaped(value);
  if (typeof value === "object") return `${value.date} (date)`;
  return `${typeof value === "boolean" ? String(value).toUpperCase() : value} (${typeof value})`;
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** On one line, with nothing in it that a terminal obeys or that changes the order of what is read. */
function escaped(text: string): string {
  return text.replace(
    /[\\\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (sign) => ESCAPES[sign] ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
