import { type IsoDate, isoDate } from "../model/date.js";
import type { Milestone, MilestoneChange } from "../model/item.js";
import { readDate } from "./date.js";
import { isPlaceholder } from "./placeholder.js";

/**
 * The planned milestones of a cell. `fault` measures each by FedRAMP's form, `(1) 2026-06-30 : text` with a blank line
 * between two; other layouts (`text 10/25/2018`, `M1 (2026-06-30): text | M2 …`, `1) text`) are read as far as they go.
 * Dates in digits that begin or end with the year are read month first, as the form has them.
 */
export function readMilestones(text: string): readonly Milestone[] {
  let highest = 0;
  const used = new Set<number>();
  return entries(text).map((entry) => {
    const { fault, ...milestone } = readEntry(entry, false);
    const faults = fault;
    if (milestone.number !== undefined) {
      if (used.has(milestone.number)) faults.push(`number ${milestone.number} used before`);
      else if (milestone.number < highest) faults.push(`number ${milestone.number} after number ${highest}`);
      used.add(milestone.number);
      highest = Math.max(highest, milestone.number);
    }
    return { ...milestone, fault: inWords(faults) };
  });
}

/**
 * The text with milestones that bear the number of an earlier one counted on, `(1) (1) (2)` as `(1) (2) (3)`, and all else as
 * it stands; undefined unless that is all that is wrong, or where a text may refer to a number or stands there twice.
 */
export function renumbered(text: string): string | undefined {
  const milestones = readMilestones(text);
  const isRepeated = ({ fault }: Milestone) => fault !== undefined && /^number \d+ used before$/.test(fault);
  if (!milestones.some(isRepeated) || !milestones.every((one) => !one.fault || isRepeated(one))) return undefined;
  const texts = new Set(milestones.map((one) => one.text.toLowerCase().replace(/\s+/g, " ")));
  if (texts.size < milestones.length || milestones.some((one) => REFERENCE.test(one.text))) return undefined;
  // Without another fault each stands in brackets at the beginning of a line.
  const numbers = new Map<number, number>();
  let last = 0;
  for (const { number, line } of milestones) numbers.set(line, (last = Math.max(last + 1, number!)));
  let line = 0;
  return text.replace(/[^\r\n\v\u2028]*(?:\r\n|[\r\n\v\u2028]|$)/g, (whole) => {
    const number = numbers.get(++line);
    return number === undefined ? whole : whole.replace(/\d+/, String(number));
  });
}

/** The same for changes to milestones, `(2) Update 2026-06-30 : text`, where a number may occur again. */
export function readMilestoneChanges(text: string): readonly MilestoneChange[] {
  return entries(text).map((entry) => {
    const { fault, type, ...milestone } = readEntry(entry, true);
    return { ...milestone, type, fault: inWords(fault) };
  });
}

interface Entry {
  readonly text: string;
  readonly line: number;
  /** Whether a blank line, or nothing, stands above. */
  readonly apart: boolean;
}

interface EntryReading {
  readonly number: number | undefined;
  readonly due: IsoDate | undefined;
  readonly text: string;
  readonly line: number;
  readonly type: MilestoneChange["type"];
  readonly fault: string[];
}

function inWords(faults: readonly string[]): string | undefined {
  return faults.length === 0 ? undefined : faults.join(", ");
}

/** Where entries begin: at a number, after a blank line, and in cells without any numbers on each line that has a date. */
function entries(text: string): Entry[] {
  if (text.trim() === "" || isPlaceholder(text) || (NOTHING.test(text) && anyDate(text) === undefined)) return [];
  const lines = text.split(/\r\n|[\r\n\v\u2028]/);
  const numbered = lines.some((line) => NUMBERED.test(line));
  const found: { lines: string[]; line: number; apart: boolean; dated: boolean }[] = [];
  let apart = true;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") {
      apart = true;
      continue;
    }
    for (const [part, piece] of (numbered ? sameLine(line) : line.split(BETWEEN)).entries()) {
      if (piece.trim() === "") continue;
      const above = found.at(-1);
      const dated = !numbered && anyDate(piece) !== undefined;
      const begins = numbered ? NUMBERED.test(piece) : BULLET.test(piece) || above?.dated;
      if (above === undefined || apart || part > 0 || begins) {
        found.push({ lines: [piece], line: index + 1, apart: apart && part === 0, dated });
      } else {
        above.lines.push(piece);
        above.dated ||= dated;
      }
      if (part === 0) apart = false;
    }
  }
  return found.map((entry) => ({ text: entry.lines.join("\n").trim(), line: entry.line, apart: entry.apart }));
}

/** Entries run together on one line: `(1) 2026-06-30 : a (2) 2026-07-31 : b`, `M1 …: a | M2 …: b`. */
function sameLine(line: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (const { index } of line.matchAll(NUMBERED_WITHIN)) {
    pieces.push(line.slice(start, index).trimEnd().replace(/\|$/, ""));
    start = index + 1;
  }
  pieces.push(line.slice(start).replace(/^\s*\|/, ""));
  return pieces;
}

function readEntry(entry: Entry, isChange: boolean): EntryReading {
  const fault: string[] = [];
  let rest = entry.text;
  if (!entry.apart) fault.push("no blank line above it");
  const bracketed = BRACKETED_NUMBER.exec(rest);
  const otherNumber = bracketed === null ? OTHER_NUMBER.exec(rest) : null;
  const digits = bracketed?.[1] ?? otherNumber?.[1] ?? otherNumber?.[2];
  if (otherNumber !== null) fault.push("number not in brackets");
  else if (bracketed === null) fault.push("no number");
  rest = rest
    .slice((bracketed ?? otherNumber)?.[0].length ?? 0)
    .replace(BULLET, "")
    .trimStart();
  let type: MilestoneChange["type"];
  if (isChange) {
    const word = TYPE.exec(rest);
    type = word === null ? undefined : TYPES.get(word[1]!.slice(0, 3).toLowerCase());
    if (word === null) fault.push("no type (New, Update or Complete)");
    else if (!EXACT_TYPE.test(word[1]!)) fault.push(`type ${word[1]} instead of New, Update or Complete`);
    rest = rest.slice(word?.[0].length ?? 0).trimStart();
  }
  const reading = readBody(rest, fault);
  const number = digits === undefined ? undefined : Number(digits);
  return { number, due: reading.due, text: reading.text, line: entry.line, type, fault };
}

/** What follows the number: by the form a date, a colon and text. */
function readBody(body: string, fault: string[]): { due: IsoDate | undefined; text: string } {
  const leading = LEADING_DATE.exec(body);
  if (leading === null) {
    const elsewhere = anyDate(body);
    fault.push(elsewhere === undefined ? "no date" : `date (${elsewhere.text}) not in its place`);
    return { due: elsewhere?.due, text: withoutDate(body, elsewhere) };
  }
  const due = formDate(leading[1]!);
  if (due === undefined) fault.push(`${leading[1]} is no date`);
  else if (leading[1]!.includes(".")) fault.push(`date written with dots (${leading[1]})`);
  const rest = body.slice(leading[0].length).trimStart();
  if (!rest.startsWith(":")) fault.push("no colon after the date");
  const text = rest.replace(/^[:\-–—]\s*/, "").trim();
  if (text === "") fault.push("no text");
  return { due, text };
}

interface FoundDate {
  readonly due: IsoDate | undefined;
  readonly text: string;
  readonly at: number;
}

/** The first day named anywhere in a text; the last one if it ends the text, as eMASS has it. */
function anyDate(text: string): FoundDate | undefined {
  let first: FoundDate | undefined;
  for (const match of text.matchAll(DATE_WITHIN)) {
    const due = formDate(match[0]);
    if (due === undefined) continue;
    const found = { due, text: match[0], at: match.index };
    if (text.slice(match.index + match[0].length).trim() === "") return found;
    first ??= found;
  }
  return first;
}

/** The text without its date where that stands at the end (`text 10/25/2018`) or as a label (`(2026-06-30): text`). */
function withoutDate(body: string, date: FoundDate | undefined): string {
  const before = body.slice(0, date?.at ?? 0);
  const after = date === undefined ? "" : body.slice(date.at + date.text.length);
  if (date !== undefined && /^[([\s]*$/.test(before)) return after.replace(/^[)\]\s]*[:\-–—]?/, "").trim();
  const atEnd = date !== undefined && /^[)\].\s]*$/.test(after);
  const text = atEnd ? before.replace(/[\s([,;:\-–—]{1,8}$/, "").replace(/ (?:by|on|before|until|due)$/i, "") : body;
  return text.replace(/^[:\-–—]/, "").trim();
}

function formDate(text: string): IsoDate | undefined {
  const parts = /^(\d{4})[-/\\.](\d{1,2})[-/\\.](\d{1,2})$/.exec(text);
  if (parts !== null) return isoDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return readDate(text, "mdy").value;
}

/** `N/A - vendor dependency`, `No changes this month`. */
const NOTHING = /^\s*(?:n\/a|none|not applicable|no (?:milestones?|changes?))(?![\w-])/i;
/** Between unnumbered entries of one line; in `text; 10/25/2018` the date belongs to the text. */
const BETWEEN = / \| |;(?=\s|$)(?!\s{0,4}\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\s{0,4}(?:;|$))/;
/** `see (2)`, `after milestone 1`, `steps 1 and 2`. */
const REFERENCE =
  /[([#]\s*\d{1,4}\s*[)\],;&]|#\d|\b(?:milestones?|steps?|tasks?|items?|phases?|actions?|numbers?|no|nos|m)\b[ .#:(]{0,3}\d/i;
const BRACKETED_NUMBER = /^\s*\((\d{1,9})\)/;
const OTHER_NUMBER = /^\s*(?:M(?:ilestone)?[ .#_-]{0,2}(\d{1,4})\b[ ).]?|#?(\d{1,3})[).:](?=\s))/i;
const NUMBERED = new RegExp(`${BRACKETED_NUMBER.source}|${OTHER_NUMBER.source}`, "i");
const NUMBERED_WITHIN =
  /[ \t](?=\(\d{1,4}\)[ \t]{0,4}(?:(?:new|update|complete)[ \t]{1,4})?\d{1,4}[-/\\.]\d{1,2}[-/\\.]\d{1,4})|[ \t](?=\|[ \t]?M(?:ilestone )?\d)/gi;
const BULLET = /^\s*[-*•–](?=\s)/;
const TYPE = /^(new|updated?|completed?|completion|added|changed?)\b/i;
const EXACT_TYPE = /^(?:new|update|complete)$/i;
const TYPES: ReadonlyMap<string, NonNullable<MilestoneChange["type"]>> = new Map([
  ["new", "new"],
  ["add", "new"],
  ["upd", "update"],
  ["cha", "update"],
  ["com", "complete"],
]);
const LEADING_DATE = /^(\d{1,4}[-/\\.]\d{1,2}[-/\\.]\d{1,4})(?![\d/\\])/;
const DATE_WITHIN =
  /\b(?:\d{1,4}[-/\\.]\d{1,2}[-/\\.]\d{1,4}|\d{1,2}[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[ -]\d{2,4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2},? \d{4})\b/gi;
