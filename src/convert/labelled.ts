/** One value that has no column of its own. */
export interface Labelled {
  readonly label: string;
  readonly text: string;
}

/** The line above labelled text. */
const MARKER = "[Kept by poam]";

/**
 * A cell's own text and, below a line that marks them, the values that have no column: `Label: value` each, the further lines
 * of a value indented by two blanks. Where the text itself looks like that, an empty list below it keeps it apart.
 */
export function withLabelled(text: string, entries: readonly Labelled[]): string {
  if (entries.length === 0 && !text.includes(MARKER)) return text;
  if (entries.length === 0 && readLabelled(text).text === text) return text;
  const lines = entries.map((entry) => `${entry.label}: ${entry.text.replaceAll("\n", "\n  ")}`);
  return [...(text === "" ? [] : [text]), MARKER, ...lines].join("\n");
}

/** Takes the two apart again: whatever was given to `withLabelled` comes back. */
export function readLabelled(text: string): { readonly text: string; readonly entries: readonly Labelled[] } {
  const at = text.includes(MARKER) ? lastMarker(text) : -1;
  if (at < 0) return { text, entries: [] };
  const entries: { label: string; text: string }[] = [];
  const own = [text.slice(0, Math.max(0, at - 1))];
  for (const line of text.slice(at + MARKER.length + 1).split("\n")) {
    const named = line.startsWith("  ") ? null : /^(.+?): (.*)$/s.exec(line);
    const above = entries.at(-1);
    if (named) entries.push({ label: named[1]!, text: named[2]! });
    else if (line.startsWith("  ") && above) above.text += `\n${line.slice(2)}`;
    // What somebody wrote below since.
    else if (line !== "") own.push(line);
  }
  return { text: own.filter((part, index) => index > 0 || part !== "").join("\n"), entries };
}

/** A heading as a label: on one line, and without what ends a label. */
export function labelOf(heading: string): string {
  return heading
    .replace(/\s+/g, " ")
    .trim()
    .replace(/:(?= |$)/g, "");
}

/** Where the marker's line begins, the last where there are several; -1 without one. */
function lastMarker(text: string): number {
  for (let at = text.lastIndexOf(MARKER); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(MARKER, at - 1)) {
    const after = text[at + MARKER.length];
    if ((at === 0 || text[at - 1] === "\n") && (after === undefined || after === "\n")) return at;
  }
  return -1;
}
