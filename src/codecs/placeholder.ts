/**
 * Whether the text says that there is nothing, or nothing yet: N/A, None, TBD, a dash. Blank text is not a placeholder, and
 * neither is `Pending`, which is an answer.
 */
export function isPlaceholder(text: string): boolean {
  return isOneOf(PLACEHOLDERS, text);
}

/** Whether the text says that there is nothing, as a blank cell would: N/A, None, a dash. TBD and Unknown say that something is owed. */
export function saysNothing(text: string): boolean {
  return isOneOf(NOTHING, text);
}

function isOneOf(words: ReadonlySet<string>, text: string): boolean {
  if (text.length > 40) return false;
  const bare = text.trim().toLowerCase();
  if (bare.length > LONGEST) return false;
  return words.has(bare) || words.has(bare.replace(BRACKETS_AND_STOPS, ""));
}

const BRACKETS_AND_STOPS = /^[([<"']|[\])>"'.]$/g;

const NOTHING: ReadonlySet<string> = new Set([
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
  "-",
  "--",
  "---",
  "–",
  "—",
]);

const PLACEHOLDERS: ReadonlySet<string> = new Set([
  ...NOTHING,
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
]);

/** Of the words above, in brackets. */
const LONGEST = Math.max(...[...PLACEHOLDERS].map(({ length }) => length)) + 2;
