/**
 * Whether the text says that there is nothing, or nothing yet: N/A, None, TBD, a dash. Blank text is not a placeholder, and
 * neither is `Pending`, which is an answer.
 */
export function isPlaceholder(text: string): boolean {
  if (text.length > 40) return false;
  const bare = text.trim().toLowerCase();
  return PLACEHOLDERS.has(bare) || PLACEHOLDERS.has(bare.replace(BRACKETS_AND_STOPS, ""));
}

const BRACKETS_AND_STOPS = /^[([<"']|[\])>"'.]$/g;

const PLACEHOLDERS: ReadonlySet<string> = new Set([
  "n/a",
  "n\\a",
  "n.a",
  "n.a.",
  "n / a",
  "na",
  "none",
  "nil",
  "null",
  "not applicable",
  "not available",
  "tbd",
  "tba",
  "tbc",
  "to be determined",
  "to be announced",
  "to be defined",
  "unknown",
  "undefined",
  "?",
  "-",
  "--",
  "---",
  "–",
  "—",
]);
