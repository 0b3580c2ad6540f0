import { fingerprint } from "../model/fingerprint.js";
import { EXAMPLES, GUIDANCE, HEADER_GUIDANCE, NEW_SHEET_ROWS } from "../model/guidance-texts.js";
import type { Template } from "../model/template.js";
import { RULE_WORD_PARTS, RULE_WORDS } from "./rule-words.js";

/** The words that may stay: those of forms, and those that rules look for. */
export interface Vocabulary {
  /** Of a word in small letters. */
  has(word: string): boolean;
  /** Whether a word in small letters is but a piece of what rules look for within words. */
  isPiece(word: string): boolean;
  /** The places of the letters in a word that rules look for within words: `scan` in `rescanned`. */
  partsOf(word: string): readonly WordPart[];
  /** Whether a text is a form's own, whole: its guidance. */
  isGuidance(text: string): boolean;
}

export interface WordPart {
  readonly start: number;
  readonly end: number;
}

/** The vocabulary of the forms and of all rules; `besides` are texts that the user's settings let rules look for. */
export function vocabularyOf(templates: readonly Template[], besides: readonly string[] = []): Vocabulary {
  const words = new Set(wordsOf(RULE_WORDS));
  const add = (text: string) => {
    for (const word of runsOf(text)) words.add(word);
  };
  for (const template of templates) for (const text of textsIn(template)) add(text);
  for (const text of [...OWN_TEXTS, OF_WORKBOOKS, ...besides]) add(text);
  const parts = wordsOf(RULE_WORD_PARTS).map((part) => ({
    letters: part.replaceAll("-", ""),
    isStart: !part.startsWith("-"),
    isEnd: !part.endsWith("-"),
  }));
  for (const { letters } of parts) words.add(letters);
  const guidance = new Set(templates.flatMap(({ guidance }) => guidance ?? []));
  const any = new RegExp(parts.map(({ letters }) => letters).join("|"));
  const partsOf = (word: string) => (any.test(word) ? parts.flatMap((part) => placesOf(part, word)) : NO_PARTS);
  return {
    has: (word) => words.has(word) || isCovered(word, partsOf(word)),
    isPiece: (word) => parts.some(({ letters }) => letters.includes(word)),
    partsOf,
    isGuidance: (text) => text.length > 1 && guidance.has(fingerprint(text)),
  };
}

/** Runs of letters, in small ones. */
export function runsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
}

interface Part {
  readonly letters: string;
  readonly isStart: boolean;
  readonly isEnd: boolean;
}

function placesOf({ letters, isStart, isEnd }: Part, word: string): WordPart[] {
  const places: WordPart[] = [];
  for (let start = word.indexOf(letters); start >= 0; start = word.indexOf(letters, start + 1)) {
    const end = start + letters.length;
    if ((!isStart || start === 0) && (!isEnd || end === word.length)) places.push({ start, end });
  }
  return places;
}

/** Most words hold none. */
const NO_PARTS: readonly WordPart[] = [];

/** Whether every letter stands in one of the parts: `filesecurity` is two words of rules. */
function isCovered(word: string, parts: readonly WordPart[]): boolean {
  let covered = 0;
  for (const { start, end } of [...parts].sort((a, b) => a.start - b.start)) {
    if (start > covered) return false;
    covered = Math.max(covered, end);
  }
  return covered === word.length;
}

/** Everything that a form prints or allows; its own guidance is known by fingerprints only. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === "values") return [...Object.keys(inner as object), ...textsIn(inner)];
    return NOT_PRINTED.has(key) ? [] : textsIn(inner);
  });
}

/** What describes a form, and is not on it. */
const NOT_PRINTED: ReadonlySet<string> = new Set([
  "id",
  "title",
  "source",
  "refusal",
  "guidance",
  "packs",
  "field",
  "cells",
]);

const OWN_TEXTS = [GUIDANCE, EXAMPLES, HEADER_GUIDANCE, NEW_SHEET_ROWS].flatMap(textsIn);

/** Names that Excel gives by itself, ends of addresses, and what a document's properties are called. */
const OF_WORKBOOKS = `
  sheet thisworkbook workbook worksheets named ranges charts table normal calc lists https http www com org net gov mil edu
  print area titles filterdatabase none ad rid
`;

function wordsOf(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}
