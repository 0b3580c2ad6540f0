import type { FieldKind } from "../model/field.js";
import { editDistance } from "../model/nearest.js";
import { readRating } from "../model/rating.js";
import { readAnswer } from "./answer.js";

/**
 * The value of a list that a text means: written otherwise (`ongoing`, `not-applicable`), named otherwise (`medium`, `y`),
 * or with one slip of the pen in a long word. Undefined where none or more than one fits; a numeral is no word (`II` is
 * not `Moderate`), and Critical is not High.
 */
export function listedValue(text: string, list: readonly string[], kind: FieldKind): string | undefined {
  const bare = folded(text);
  if (bare === "") return undefined;
  return (
    only(list, (value) => folded(value) === bare) ??
    only(list, (value) => meansTheSame(text, value, kind)) ??
    (bare.length < LONG ? undefined : only(list, (value) => editDistance(folded(value), bare) === 1))
  );
}

/** A shorter word is too near to others. */
const LONG = 5;

function only(list: readonly string[], fits: (value: string) => boolean): string | undefined {
  const [value, another] = list.filter(fits);
  return another === undefined ? value : undefined;
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function meansTheSame(text: string, value: string, kind: FieldKind): boolean {
  if (kind === "answer") return readAnswer(value) !== undefined && readAnswer(text) === readAnswer(value);
  if (kind !== "rating" || NUMERAL.test(text.trim()) !== NUMERAL.test(value)) return false;
  return readRating(value) !== undefined && readRating(text) === readRating(value);
}

const NUMERAL = /^(?:cat[ -]?)?(?:i{1,3}|[123])$/i;
