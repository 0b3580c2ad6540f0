import type { MergedRange } from "../model/workbook.js";
import { parseRange } from "./cell-range.js";

/** A range that a formula or a defined name speaks of, and where it stands in the text (its sheet's name left out). */
export interface Reference {
  /** Undefined where none is named: the formula's own sheet. */
  readonly sheet: string | undefined;
  readonly range: MergedRange;
  readonly start: number;
  readonly end: number;
}

/** Texts and names in brackets are passed over; then perhaps a sheet's name, then a place. */
const TOKEN =
  /"(?:[^"]|"")*"|\[[^[\]]*\](?:[\p{L}\p{N}_.]+!)?|(?:(?:'((?:[^']|'')+)'|(?<![\w.\]])([\p{L}_][\p{L}\p{N}_.]*))!)?(?<![\p{L}\p{N}_.$])(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_.(!$[])/giu;

/** The places that a formula names as such; what it computes (OFFSET, INDIRECT) or calls by name is not among them. */
export function referencesIn(formula: string): Reference[] {
  return [...formula.matchAll(TOKEN)].flatMap(({ 0: token, 1: quoted, 2: bare, 3: place, index }) => {
    const range = place === undefined ? undefined : parseRange(place);
    if (!range) return [];
    const end = index + token.length;
    return { sheet: quoted?.replaceAll("''", "'") ?? bare, range, start: end - place!.length, end };
  });
}

/** The ranges of a name that stands for nothing else, as a print area does; none where it computes something. */
export function referenceList(formula: string): Reference[] {
  const references = referencesIn(formula);
  const rest = references.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), formula);
  return /^(?:(?:'(?:[^']|'')+'|[^'!,()&+*/^<>=-]+)!(?:,|$))+$/u.test(rest) ? references : [];
}

/** Sheets' names differ by more than case. */
export function sameSheet(one: string, other: string): boolean {
  return one === other || one.toLowerCase() === other.toLowerCase();
}
