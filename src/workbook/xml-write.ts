import { escaper, LONE_SURROGATE } from "../model/character-escapes.js";

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
export const UNWRITABLE = `[\\x00-\\x08\\x0b-\\x1f\\ufffe\\uffff]|${LONE_SURROGATE}`;
const escaped = escaper(UNWRITABLE);

/** Nothing in it is written otherwise: one look at most texts spares seven. */
const AS_IT_IS = /^[^&<>"_\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]*$/;

/** A cell's text as character data: characters that XML cannot hold as Excel's `_xHHHH_`, and a literal `_x000D_` kept apart from it. */
export function cellText(text: string): string {
  return AS_IT_IS.test(text) ? text : xmlText(escaped(text));
}
