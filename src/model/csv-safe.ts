import { escaper, LONE_SURROGATE, unescaped } from "./character-escapes.js";
import { disarmed, rearmed } from "./disarm.js";

/**
 * A text as a CSV file can hold it and nothing runs it: control characters but tabs and line ends as Excel's `_xHHHH_`, as
 * readers take a file that holds them for no text; formulas behind a `'`.
 */
export function csvSafe(text: string): string {
  return disarmed(SUSPECT.test(text) ? escaped(text) : text);
}

/** The text that `csvSafe` was given. */
export function csvMeant(text: string): string {
  return unescaped(rearmed(text));
}

/** Controls of C0, DEL and C1, of which terminals obey some, and halves of surrogate pairs, which no file can hold. */
const CONTROL = "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]";
const escaped = escaper(`${CONTROL}|${LONE_SURROGATE}`);
/** A quick look that tells most texts from those to be escaped. */
const SUSPECT = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]|_x/i;
