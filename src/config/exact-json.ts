/** What `JSON.parse` alters in silence, and the line (from 1) in which it stands. */
export interface InexactJson {
  readonly line: number;
  /** A sentence without its place, and what to do. */
  readonly what: string;
}

/**
 * The first place where what `JSON.parse` makes of a text is not what the text says: a key given twice in one object, of which
 * the last would stand, or a number of more digits than a double keeps. The text must be valid JSON.
 */
export function inexactJson(text: string): InexactJson | undefined {
  // The keys of each open object; none for a list.
  const open: (Set<string> | undefined)[] = [];
  let mayBeKey = false;
  for (let at = 0; at < text.length; at++) {
    switch (text[at]) {
      case "{":
        open.push(new Set());
        mayBeKey = true;
        break;
      case "[":
        open.push(undefined);
        mayBeKey = false;
        break;
      case "}":
      case "]":
        open.pop();
        break;
      case ",":
        mayBeKey = open.at(-1) !== undefined;
        break;
      case '"': {
        const end = stringEnd(text, at);
        const keys = mayBeKey ? open.at(-1) : undefined;
        if (keys) {
          const key = keyOf(text.slice(at, end + 1));
          if (keys.has(key))
            return { line: lineOf(text, at), what: `the key ${shown(key)} is given twice. Leave one of them out.` };
          keys.add(key);
        }
        mayBeKey = false;
        at = end;
        break;
      }
      default: {
        const number = numberAt(text, at);
        if (number === undefined) break;
        if (!isKept(number)) {
          const what = `the number ${shown(number)} would be rounded. Write it in quotes, as a text.`;
          return { line: lineOf(text, at), what };
        }
        at += number.length - 1;
      }
    }
  }
  return undefined;
}

function stringEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text[end - 1 - escapes] === "\\") escapes++;
    if (escapes % 2 === 0) return end;
  }
}

function keyOf(quoted: string): string {
  return quoted.includes("\\") ? JSON.parse(quoted) : quoted.slice(1, -1);
}

function numberAt(text: string, at: number): string | undefined {
  const code = text.charCodeAt(at);
  if (code !== MINUS && (code < ZERO || code > NINE)) return undefined;
  NUMBER.lastIndex = at;
  return NUMBER.exec(text)![0];
}

const NUMBER = /[-+.eE\d]+/y;
const [MINUS, ZERO, NINE] = [45, 48, 57];

/** Whether the double that a number becomes is written with the same digits. */
function isKept(number: string): boolean {
  // Up to 15 digits always are.
  if (number.length <= 15 && !/[eE]/.test(number)) return true;
  const value = Number(number);
  return Number.isFinite(value) && significant(String(value)) === significant(number);
}

/** A number as digits without zeros at either end, and the power of ten of the last: 1200 and 1.2e3 are `12e2`. */
function significant(number: string): string {
  const [, sign, whole, part = "", power = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/.exec(number)!;
  const digits = `${whole}${part}`.replace(/^0+/, "");
  const bare = digits.replace(/0+$/, "");
  return bare === "" ? "0" : `${sign}${bare}e${Number(power) - part.length + digits.length - bare.length}`;
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}

function shown(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

const LONGEST = 40;
