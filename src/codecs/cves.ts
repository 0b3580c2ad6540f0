import { isPlaceholder } from "./placeholder.js";

/**
 * The CVE ids of a cell, and what is written like a CVE id but not in its form. An id of a slip in case or punctuation
 * only (`cve-2024-1234`, `CVE 2024 1234`) is in both lists: in `ids` as it should be, in `malformed` as it stands.
 */
export function readCves(text: string): { readonly ids: readonly string[]; readonly malformed: readonly string[] } {
  const trimmed = text.trim();
  if (WELL_FORMED.test(trimmed)) return { ids: [trimmed], malformed: NONE };
  if (trimmed === "" || isPlaceholder(trimmed)) return { ids: NONE, malformed: NONE };
  const ids: string[] = [];
  const malformed: string[] = [];
  for (const word of candidates(trimmed)) {
    if (WELL_FORMED.test(word)) {
      ids.push(word);
    } else {
      malformed.push(word);
      const id = intendedCve(word);
      if (id !== undefined) ids.push(id);
    }
  }
  return { ids, malformed };
}

/**
 * The id meant by a malformed one, where only case or punctuation is wrong or `CVE` is missing. Numbers of fewer than four
 * digits give undefined: a zero may be missing in front as well as a digit behind.
 */
export function intendedCve(malformed: string): string | undefined {
  const parts = INTENDED.exec(malformed);
  return parts === null ? undefined : `CVE-${parts[1]}-${parts[2]}`;
}

/**
 * The text with every malformed id in its form and all else as it stands; undefined where there is none to correct, or one
 * of which more is wrong than case or punctuation. A bare `2024-1234` stays: it may be another list's id.
 */
export function correctedCves(text: string): string | undefined {
  const { ids, malformed } = readCves(text);
  if (malformed.length === 0) return undefined;
  let corrected = "";
  let at = 0;
  for (const written of malformed) {
    const id = intendedCve(written);
    const begin = text.indexOf(written, at);
    if (id === undefined || begin < 0 || !/^cve/i.test(written)) return undefined;
    corrected += text.slice(at, begin) + id;
    at = begin + written.length;
  }
  corrected += text.slice(at);
  const read = readCves(corrected);
  return read.malformed.length === 0 && read.ids.join() === ids.join() ? corrected : undefined;
}

const NONE: readonly string[] = [];
const WELL_FORMED = /^CVE-\d{4}-\d{4,}$/;
/** Hyphens of every kind, as word processors put them, and what else is typed in a hyphen's place. */
const JOINT = String.raw`[\s\-\u2010-\u2015\u2212\uFF0D\u00AD_:.#]`;
const INTENDED = new RegExp(`^(?:CVE${JOINT}{0,3})?(\\d{4})${JOINT}{1,3}(\\d{4,19})$`, "i");
const BARE_ID = /^(?:19|20)\d{2}[-\u2010-\u2015\u2212]\d{4,7}$/;
const ATTEMPT = /^CVE[^a-z]*\d/i;
const PUNCTUATION_AROUND = /^[("'[<\u200B\uFEFF]+|[)"'\]>.:\u200B\uFEFF]+$/g;
/** One or two groups of digits, as they follow `CVE` in `CVE 2024 1234` and `CVE - 2024 - 1234`. */
const DIGITS = /^[-\u2010-\u2015:#]?\d{4,}(?:[-\u2010-\u2015]\d{4,})?[-\u2010-\u2015]?$/;
const DASH = /^[-\u2010-\u2015:#]$/;

/** The words of a text that are CVE ids or meant to be; parts of an id that stand apart are brought together. */
function* candidates(text: string): Iterable<string> {
  const words = text.split(/[\s,;|/]+/);
  for (let index = 0; index < words.length; index++) {
    let word = words[index]!.length > 64 ? "" : words[index]!.replace(PUNCTUATION_AROUND, "");
    if (/^CVE[-:#]?$/i.test(word) || /^CVE\D{0,2}\d{4}\D?$/i.test(word)) {
      for (let parts = 0; parts < 4 && index + 1 < words.length; parts++) {
        const next = words[index + 1]!;
        if (next.length > 24 || !(DIGITS.test(next) || DASH.test(next)) || BARE_ID.test(word)) break;
        word = `${word} ${next}`;
        index++;
      }
    }
    if (WELL_FORMED.test(word) || ATTEMPT.test(word) || BARE_ID.test(word)) yield word;
  }
}
