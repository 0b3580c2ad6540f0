/**
 * Writes characters that a format cannot hold as Excel's `_xHHHH_`, and keeps what looks like such an escape already apart from
 * them; `unescaped` gives the text back. `unwritable` is a regular expression's source that matches one character.
 */
export function escaper(unwritable: string): (text: string) => string {
  const toEscape = new RegExp(unwritable, "g");
  /** What a reader would take for an escape, be it that its last `_` is the first of an escape yet to be written. */
  const likeEscape = new RegExp(`_(?=x[0-9a-f]{4}(?:_|${unwritable}))`, "gi");
  return (text) =>
    text
      .replace(likeEscape, "_x005F_")
      .replace(toEscape, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

/** Half a surrogate pair, for `escaper`: no encoding has bytes for it. */
export const LONE_SURROGATE = "[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]";

/** The text that an `escaper` was given. */
export function unescaped(text: string): string {
  if (!text.includes("_x") && !text.includes("_X")) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
