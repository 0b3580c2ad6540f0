/** One value that has no column of its own. */
export interface Labelled {
  readonly label: string;
  readonly text: string;
}

/** The line above labelled text. */
const MARKER = "[Kept by poam]";

/** A value as labelled text: `Label: value`, the further lines of the value indented by two blanks. */
export function labelledLine({ label, text }: Labelled): string {
  return `${label}: ${text.replaceAll("\n", "\n  ")}`;
}

/**
 * A cell's own text and, below a line that marks them, lines of labelled text. Where the text itself looks like that, an empty
 * list below it keeps it apart.
 */
export function withLabelled(text: string, lines: readonly string[]): string {
  if (lines.length === 0 && (!text.includes(MARKER) || readLabelled(text).text === text)) return text;
  return [...(text === "" ? [] : [text]), MARKER, ...lines].join("\n");
}

/** How many characters `withLabelled` makes of a text of so many and of lines that have so many, each with its line break. */
export function labelledLength(text: number, lines: number): number {
  return text + Math.min(text, 1) + MARKER.length + lines;
}

/** Whether there may be something to take apart. */
export function mayBeLabelled(text: string): boolean {
  return text.includes(MARKER);
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

/** Where the marker's line begins, the last where there are several; -1 without one. */
function lastMarker(text: string): number {
  for (let at = text.lastIndexOf(MARKER); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(MARKER, at - 1)) {
    const after = text[at + MARKER.length];
    if ((at === 0 || text[at - 1] === "\n") && (after === undefined || after === "\n")) return at;
  }
  return -1;
}
