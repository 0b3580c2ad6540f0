import { numbers } from "./numbers.js";
import { isCommonFont, isOfParts } from "./program-words.js";
import { type Draw, newDraw, type StandIns, standIns } from "./stand-ins.js";
import type { Vocabulary } from "./vocabulary.js";

/** Texts and what is said in their place; a text of the same length, and the same one for the same text. */
export interface Wording {
  text(text: string): string;
  part(name: string): string;
  font(name: string): string;
  readonly counts: { readonly words: number; readonly numbers: number; readonly addresses: number };
}

/** What may not be changed, for a rule reads it. */
export interface Kept {
  /** Whether a rule knows the CVE id: CISA's catalogue lists it. */
  isListed(cve: string): boolean;
  /** Runs of digits that are dates, or stand in cells of numbers, too. */
  readonly digits: ReadonlySet<string>;
}

/** The wording for a file of which all words are known. */
export function wordingOf(vocabulary: Vocabulary, originals: ReadonlySet<string>, kept: Kept): Wording {
  const draw = newDraw();
  const words = standIns(vocabulary, originals, draw);
  const told = newTexts(vocabulary, words, kept, draw);
  const known = new Map<string, string>();
  return {
    text(text) {
      let other = known.get(text);
      if (other === undefined) known.set(text, (other = vocabulary.isGuidance(text) ? text : told.text(text)));
      return other;
    },
    part: (name) => name.replace(LETTERS, (run) => (isOfParts(run.toLowerCase()) ? run : told.word(run))),
    font: (name) => (isCommonFont(name) ? name : "Arial"),
    get counts() {
      return { words: words.count, numbers: told.numbers.size, addresses: told.addresses.size };
    },
  };
}

const LETTERS = /[\p{L}\p{M}]+/gu;

/** What is found in a text, in this order of preference; the names of the groups say what it is. */
const FOUND = new RegExp(
  [
    String.raw`(?<guid>(?<![\w-])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\w-]))`,
    String.raw`(?<mac>(?<![\w:-])[\da-f]{2}(?:[:-][\da-f]{2}){5}(?![\w:-]))`,
    String.raw`(?<ipv6>(?<![\w:.])(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?=[\da-f:]*[a-f\d]{3}|[\da-f:]*::)(?:[\da-f]{1,4}:){1,6}(?::[\da-f]{1,4}){1,6}|(?:[\da-f]{1,4}:){2,7}:)(?![\w:.]))`,
    String.raw`(?<ipv4>(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d]|\.\d))`,
    String.raw`(?<cve>(?<![a-z])CVE[-_ :]{0,2}(?:19|20)\d\d[-_ ]{0,2}\d{3,19})`,
    String.raw`(?<cci>(?<![a-z])CCI[-_ ]?\d{6}(?!\d))`,
    String.raw`(?<iavm>(?<!\d)20\d\d-[ABT]-\d{4}(?!\d))`,
    String.raw`(?<hash>(?<![a-z\d])(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{12,128}(?![a-z\d]))`,
    // A serial number: letters by themselves among digits.
    String.raw`(?<code>(?<![a-z\d])(?=(?:[a-z\d]{0,40}?(?<![a-z])[a-z](?![a-z])){2})[a-z\d]{5,40}(?![a-z\d]))`,
    // A long number in groups, and no row of years.
    String.raw`(?<grouped>(?<![\d.,])(?=(?:\d ?){9})(?!(?:19|20)\d\d (?:19|20)\d\d)\d{2,5}(?: \d{2,5}){2,4}(?![\d.,]| \d))`,
    String.raw`(?<phone>(?<![\d.])(?:\+\d{1,3}[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\d)|(?<!\d)\+\d[\d ().-]{6,18}\d|(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])|(?<![\d-])\d{3}-\d{4}(?![\d-]))`,
    String.raw`(?<amount>[$€£] ?\d[\d,]*(?:\.\d+)?|(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d,])|\d+(?=\/(?:tcp|udp)\b))`,
    String.raw`(?<digits>\d+)`,
    String.raw`(?<word>[\p{L}\p{M}]+)`,
  ].join("|"),
  "giu",
);

const DAY = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
/** Shorter ones are counts, years, rooms and ports. */
const LONG = 5;
/** In a host's name they are part of the name. */
const OF_A_NAME = 3;

function newTexts(vocabulary: Vocabulary, words: StandIns, kept: Kept, draw: Draw) {
  const made = numbers(draw);
  const changed = new Set<string>();
  const addresses = new Set<string>();
  const digits = (run: string) => {
    if (DAY.test(run) || kept.digits.has(run)) return run;
    changed.add(run);
    return made.digits(run);
  };
  const address = (text: string, other: string) => {
    addresses.add(text);
    return other;
  };
  const hex = (run: string, whole: string) => (/[A-F]/.test(whole) ? made.hex(run).toUpperCase() : made.hex(run));
  const word = (run: string) => {
    const small = run.toLowerCase();
    return run.length < 2 || vocabulary.has(small) ? run : inCaseOf(run, words.of(small));
  };
  const isName = (run: string | undefined) => run !== undefined && run.length > 1 && !vocabulary.has(run.toLowerCase());
  const found = (match: RegExpMatchArray, text: string): string => {
    const [whole] = match;
    const { guid, mac, ipv6, ipv4, cve, cci, iavm, hash, code, grouped, phone, amount, digits: run } = match.groups!;
    if (guid ?? hash)
      return whole
        .split("-")
        .map((piece) => hex(piece, whole))
        .join("-");
    if (mac)
      return address(
        whole,
        whole.replace(/[\da-f]{2}/gi, (pair) => hex(pair, whole)),
      );
    if (ipv6)
      return address(
        whole,
        whole.replace(/[\da-f]{3,4}/gi, (group) => (/^f[ecd]/i.test(group) ? group : hex(group, whole))),
      );
    if (ipv4) return address(whole, made.address(whole.split(".").map(Number)));
    if (cve) {
      const [, start, number] = /^(.*?\d{4}[-_ ]{0,2})(\d+)$/.exec(cve)!;
      const id = `CVE-${/\d{4}/.exec(start!)![0]}-${number}`;
      return kept.isListed(id) ? whole : start + digits(number!);
    }
    if (cci ?? amount) return whole;
    if (iavm) return whole.slice(0, -4) + digits(whole.slice(-4));
    if (code) {
      changed.add(code);
      return made.code(code);
    }
    const shaped = grouped ?? phone;
    if (shaped) {
      changed.add(shaped);
      return made.shape(shaped);
    }
    if (run) {
      const before = /[\p{L}\p{M}]+$/u.exec(text.slice(Math.max(0, match.index! - 60), match.index))?.[0];
      const behind = /^[\p{L}\p{M}]+/u.exec(text.slice(match.index! + run.length, match.index! + run.length + 60))?.[0];
      const isLong = run.length >= LONG || (run.length >= OF_A_NAME && (isName(before) || isName(behind)));
      return isLong ? digits(run) : run;
    }
    return word(whole);
  };
  return {
    word,
    numbers: changed,
    addresses,
    text(text: string): string {
      let other = "";
      let from = 0;
      for (const match of text.matchAll(FOUND)) {
        other += text.slice(from, match.index) + found(match, text);
        from = match.index + match[0].length;
      }
      return other + text.slice(from);
    },
  };
}

/** The stand-in with capitals where the original has them. */
function inCaseOf(original: string, standIn: string): string {
  if (original === original.toLowerCase()) return standIn;
  let cased = "";
  for (let at = 0; at < standIn.length; at++) {
    const letter = original[Math.min(at, original.length - 1)]!;
    cased += letter === letter.toLowerCase() ? standIn[at] : standIn[at]!.toUpperCase();
  }
  return cased;
}
