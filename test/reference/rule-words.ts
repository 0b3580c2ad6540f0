import { readdirSync, readFileSync } from "node:fs";
import { CMMC_DOMAINS } from "../../src/catalogs/cmmc-domains.js";
import { NIST_800_53_R4, PRIVACY_800_53_R4 } from "../../src/catalogs/nist-800-53-r4.js";
import { NIST_800_53_R5 } from "../../src/catalogs/nist-800-53-r5.js";
import { wordsOfPattern } from "./words-of-pattern.js";

/** Rooms that read what the texts of a workbook mean. */
const ROOMS = ["rules", "codecs", "template", "model", "packs", "status"];

/** The source of `src/anonymize/rule-words.ts`. */
export function ruleWordsFile(): string {
  const words = new Set<string>(families());
  for (const room of ROOMS) {
    for (const file of readdirSync(`src/${room}`).filter((name) => name.endsWith(".ts"))) {
      for (const word of wordsLookedFor(readFileSync(`src/${room}/${file}`, "utf8"))) words.add(word);
    }
  }
  // A beginning that is itself a middle of words says nothing more.
  const all = [...words].filter((word) => /^-?[a-z]{2,}-?$/.test(word)).sort();
  const whole = all.filter((word) => !word.includes("-"));
  const parts = all.filter((word) => word.includes("-") && word.replaceAll("-", "").length > 2);
  return `// Written by npm run generate, from the patterns and lists of ${ROOMS.join(", ")}.

/** Words that rules and readers look for. */
export const RULE_WORDS = \`
${wrapped(whole)}
\`;

/** Beginnings, middles and ends of words that they look for, with a \`-\` where the word goes on. */
export const RULE_WORD_PARTS = \`
${wrapped(parts)}
\`;
`;
}

/** The words of the patterns, lists and comparisons in a source; not those of its messages, remarks and examples. */
function wordsLookedFor(source: string): string[] {
  const code = source
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "")
    .replace(/^ {2}(?:examples|why|help|summary):[\s\S]*?^ {2}\S/gm, "");
  const shown = /^ {2}examples:[\s\S]*?^ {2}\S/m.exec(source)?.[0] ?? "";
  const patterns = [...code.matchAll(PATTERN)].flatMap(([, pattern]) => [...wordsOfPattern(pattern!)]);
  const raws = [...code.matchAll(/String\.raw`([^`]*)`/g)].flatMap(([, pattern]) => [
    ...wordsOfPattern(pattern!.replace(/\$\{[^}]*\}/g, " ")),
  ]);
  const constants = [...code.matchAll(/^(?:export )?const ([A-Z][A-Z\d_]*)\b[\s\S]*?;$/gm)].flatMap(
    ([constant, name]) => (new RegExp(`\\b${name}\\b`).test(shown) ? [] : textsOf(constant.replace(PATTERN, ""))),
  );
  const compared = [...code.matchAll(/(?:[!=]==|case|includes\(|startsWith\(|endsWith\(|has\() ?"([^"]*)"/g)].map(
    ([, text]) => text!,
  );
  const words = [...constants, ...compared].flatMap(runsOf);
  return [...patterns, ...raws, ...words];
}

/** The letters that ids of controls begin with. */
function families(): string[] {
  const ids = [NIST_800_53_R4, PRIVACY_800_53_R4, NIST_800_53_R5].flatMap(
    (list) => list.match(/^[A-Z]{2}(?=-)/gm) ?? [],
  );
  return [...ids, ...Object.keys(CMMC_DOMAINS), "cci"].map((id) => id.toLowerCase());
}

const PATTERN = /(?<=[=(,:!&|?[]\s*)\/((?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/[dgimsuvy]*/g;

function textsOf(code: string): string[] {
  return [...code.matchAll(/"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`|^\s*(\w+):/gm)].map(
    ([, a, b, c]) => a ?? b ?? c ?? "",
  );
}

function runsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]+/g) ?? [];
}

function wrapped(words: readonly string[]): string {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.length - 1;
    if (last >= 0 && `${lines[last]} ${word}`.length <= 120) lines[last] += ` ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}
