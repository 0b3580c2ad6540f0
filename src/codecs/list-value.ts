import type { FieldKind } from "../model/field.js";
import { editDistance } from "../model/nearest.js";
import { readRating } from "../model/rating.js";
import { readAnswer } from "./answer.js";

/**
 * The value of a list that a text means: written otherwise (`ongoing`, `not-applicable`), named otherwise (`medium`, `y`),
 * or with one slip of the pen in a long word. Undefined where none or more than one fits, or a sign of doubt, negation or
 * comparison stands with it (`Low?`, `>Low`); a numeral is no word (`II` is not `Moderate`), and Critical is not High.
 */
export function listedValue(text: string, list: readonly string[], kind: FieldKind): string | undefined {
  if (text.length > LONGEST) return undefined;
  const bare = text.replace(AROUND, "");
  const words = folded(bare);
  if (words === "") return undefined;
  const plain = list.filter((value) => [...signs(bare)].every((sign) => value.includes(sign)));
  return (
    only(plain, (value) => folded(value) === words) ??
    only(plain, (value) => meansTheSame(bare, value, kind)) ??
    only(plain, (value) => isSlip(words, folded(value)))
  );
}

/** Longer than any value of a form's list. */
const LONGEST = 200;
/** Blanks and quotes around a text, and the stop behind it. */
const AROUND = /^[\s"'“”‘’]+|[\s"'“”‘’.,;]+$/g;

/** What is neither a letter nor a digit, nor merely joins two words. */
function signs(text: string): string {
  return text.replace(/[\p{L}\p{N}\s]|(?<=[\p{L}\p{N}]\s?)[-_/.,&'’](?=\s?[\p{L}\p{N}])/gu, "");
}

function only(list: readonly string[], fits: (value: string) => boolean): string | undefined {
  const [value, another] = list.filter(fits);
  return another === undefined ? value : undefined;
}

/** The words of a text, a blank between two; N/A is one. */
function folded(text: string): string {
  const words = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ");
  return words.trim().replace(/^n a$/, "na");
}

/** One letter too many, too few or other than it should be. A shorter word is too near to others, and so is each number. */
function isSlip(words: string, value: string): boolean {
  const isLong = Math.min(words.length, value.length) >= 5;
  return isLong && digits(words) === digits(value) && editDistance(value, words) === 1;
}

function digits(text: string): string {
  return text.replace(/\P{N}+/gu, "");
}

function meansTheSame(text: string, value: string, kind: FieldKind): boolean {
  if (kind === "answer") return readAnswer(value) !== undefined && readAnswer(text) === readAnswer(value);
  if (kind !== "rating" || NUMERAL.test(text) !== NUMERAL.test(value)) return false;
  return readRating(value) !== undefined && readRating(text) === readRating(value);
}

const NUMERAL = /^(?:cat[ -]?)?(?:i{1,3}|[123])$/i;
