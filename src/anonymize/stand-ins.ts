import type { Vocabulary, WordPart } from "./vocabulary.js";

/** Made-up words in place of others. */
export interface StandIns {
  /** The stand-in of a word in small letters: as long, the same each time, and of no other word. */
  of(word: string): string;
  readonly count: number;
}

/** What draws numbers from 0 to below `limit`, the same ones in each run: nothing of the text goes into it. */
export type Draw = (limit: number) => number;

/**
 * Stand-ins in the order in which words are asked for. They are no word of the vocabulary and none of the `originals`, and
 * hold none of these of five letters or more; what rules look for within a word stays where it stands.
 */
export function standIns(vocabulary: Vocabulary, originals: ReadonlySet<string>, draw: Draw): StandIns {
  const telling = new Set([...originals].filter((word) => isTelling(word, vocabulary)));
  const known = new Map<string, string>();
  const given = new Set<string>();
  const isFree = (made: string, word: string, strict: boolean) =>
    !given.has(made) &&
    made !== word &&
    (!isColumn(made) || isColumn(word)) &&
    !vocabulary.has(made) &&
    (!strict || (!originals.has(made) && samePlaces(vocabulary.partsOf(made), vocabulary.partsOf(word)))) &&
    !holdsOne(made, telling);
  const make = (word: string): string => {
    const kept = vocabulary.partsOf(word);
    for (let tries = 0; tries < TRIES; tries++) {
      const made = madeUp(word, kept, tries < TRIES / 2, draw);
      if (isFree(made, word, tries < STRICT)) return made;
    }
    // So many short words, or so odd a script, that none is left of that length.
    for (let tries = 0; ; tries++) {
      const longer = `${madeUp(word, kept, true, draw)}${LATIN[draw(LATIN.length)]}${draw(2) ? "a" : "o"}`;
      if (isFree(longer, word, false) || (tries > TRIES && !given.has(longer))) return longer;
    }
  };
  return {
    of(word) {
      let made = known.get(word);
      if (made === undefined) {
        made = make(word);
        known.set(word, made);
        given.add(made);
      }
      return made;
    },
    get count() {
      return known.size;
    },
  };
}

/** Whether Excel reads it as a column, and with a number behind it as a cell: what is no cell is not to become one. */
function isColumn(word: string): boolean {
  return /^[a-z]{1,3}$/.test(word) && (word.length < 3 || word <= "xfd");
}

/** Letters enough for a word to be known by: what is shorter is in every text. */
export const TELLING = 5;

/** Words of a file by which somebody could know it: of five letters or more, and neither the forms' nor the rules'. */
export function isTelling(word: string, vocabulary: Vocabulary): boolean {
  return word.length >= TELLING && !vocabulary.has(word) && !vocabulary.isPiece(word);
}

/** Whether a word holds one of the words of five letters or more. */
export function holdsOne(word: string, words: ReadonlySet<string>): boolean {
  for (const length of lengthsIn(words)) {
    for (let start = 0; start + length <= word.length; start++) {
      if (words.has(word.slice(start, start + length))) return true;
    }
  }
  return false;
}

/** The lengths from five letters on: there are few, however long a word may be. */
function lengthsIn(words: ReadonlySet<string>): readonly number[] {
  let lengths = knownLengths.get(words);
  if (!lengths) {
    lengths = [...new Set([...words].map(({ length }) => length))].filter((length) => length >= TELLING);
    knownLengths.set(words, lengths);
  }
  return lengths;
}

const knownLengths = new WeakMap<ReadonlySet<string>, readonly number[]>();

/** A generator of numbers (mulberry32) that begins at the same place in every run. */
export function newDraw(): Draw {
  let state = 0x9e3779b9;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

const TRIES = 400;
const STRICT = 300;
const VOWELS = "aeiou";
const CONSONANTS = "bdfgklmnprstvz";
const LATIN = "abcdefghijklmnopqrstuvwxyz";
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Latin}/u, LATIN],
  [/\p{Script=Greek}/u, "αβγδεζηθικλμνξοπρστυφχψω"],
  [/\p{Script=Cyrillic}/u, "абвгдежзиклмнопрстуфхцчшэюя"],
  [/\p{Script=Hebrew}/u, "אבגדהוזחטיכלמנסעפצקרשת"],
  [/\p{Script=Arabic}/u, "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"],
  [/\p{Script=Hiragana}/u, "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめも"],
  [/\p{Script=Katakana}/u, "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモ"],
  [/\p{Script=Hangul}/u, "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허"],
  [/\p{Script=Han}/u, "一二三四五六七八九十日月山川田木火土金水上下左右大小中天地人"],
];

/** Consonant and vowel take turns, so that people can say it; later tries take any letter. */
function madeUp(word: string, kept: readonly WordPart[], sayable: boolean, draw: Draw): string {
  let made = "";
  let vowel = draw(2) === 1;
  for (const letter of word) {
    const at = made.length;
    if (kept.some(({ start, end }) => at >= start && at < end)) {
      made += letter;
      continue;
    }
    const letters = SCRIPTS.find(([script]) => script.test(letter))?.[1] ?? LATIN;
    const from = sayable && letters === LATIN ? (vowel ? VOWELS : CONSONANTS) : letters;
    const drawn = from[draw(from.length)]!;
    // A letter beyond the first plane counts as two.
    made += letter.length === 2 ? drawn + LATIN[draw(LATIN.length)] : drawn;
    vowel = !vowel;
  }
  return made;
}

function samePlaces(some: readonly WordPart[], others: readonly WordPart[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ start, end }, index) => others[index]!.start === start && others[index]!.end === end)
  );
}
