/** Text as the character data of an element or the value of an attribute. */
export function xmlText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#13;");
}

/** What XML cannot hold (half a surrogate pair among it), and the return, which it would read as a line feed. */
const UNWRITABLE =
  "[\\x00-\\x08\\x0b-\\x1f\\ufffe\\uffff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]";
const TO_ESCAPE = new RegExp(UNWRITABLE, "g");
/** What a reader would take for an escape, be it that its last `_` is the first of an escape yet to be written. */
const LIKE_ESCAPE = new RegExp(`_(?=x[0-9a-f]{4}(?:_|${UNWRITABLE}))`, "gi");

/** Nothing in it is written otherwise: one look at most texts spares seven. */
const AS_IT_IS = /^[^&<>"_\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]*$/;

/** A cell's text as character data, its escapes as `escapedText` writes them. */
export function cellText(text: string): string {
  return AS_IT_IS.test(text) ? text : xmlText(escapedText(text));
}

/** Characters that XML cannot hold as Excel's `_xHHHH_`, and a literal `_x000D_` kept apart from it; markup stays as it is. */
export function escapedText(text: string): string {
  return text.replace(LIKE_ESCAPE, "_x005F_").replace(TO_ESCAPE, excelEscape);
}

/** `_x0007_` */
export function excelEscape(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}
