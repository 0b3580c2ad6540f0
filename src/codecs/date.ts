import { type DateDoubt, dayNumber, daysBetween, type IsoDate, isInCalendar, isoDate } from "../model/date.js";

export type DateOrder = "mdy" | "dmy";

export interface DateReading {
  readonly value: IsoDate | undefined;
  readonly doubt: DateDoubt | undefined;
  /** The day in either order, where the text leaves the order open. */
  readonly orders?: Readonly<Record<DateOrder, IsoDate>>;
}

/**
 * The day that a text cell names; blank text gives neither value nor doubt. Years of two digits
 * are 2000–2099: no POA&M plans for the years in which Excel sees 30–99. A time of day and its zone are passed over: the day is the one written.
 */
export function readDate(text: string, order: DateOrder | undefined): DateReading {
  if (text.length === 10 && text.charCodeAt(4) === HYPHEN && text.charCodeAt(7) === HYPHEN) {
    const value = isoDate(+text.slice(0, 4), +text.slice(5, 7), +text.slice(8));
    if (value === text && isInCalendar(value)) return { value, doubt: undefined };
  }
  const trimmed = text.trim();
  if (trimmed === "") return NOTHING;
  if (trimmed.length > LONGEST) return UNREADABLE;
  const day = trimmed.replace(TIME, "").replace(WEEKDAY, "");
  return (
    yearFirst(day) ??
    yearLast(day, order) ??
    monthNamed(day) ??
    (PERIODS.some((p) => p.test(day)) ? RELATIVE : UNREADABLE)
  );
}

/**
 * Whether a text read as that day can mean another: its weekday is another day's, its year of two digits can be one of the
 * last century, or its day can be the year (26-Feb-12) of a day within ten years of `asOf`.
 */
export function mayMeanAnother(text: string, day: IsoDate, asOf: IsoDate): boolean {
  const bare = text.trim().replace(TIME, "");
  const weekday = WEEKDAY.exec(bare)?.[0].slice(0, 3).toLowerCase();
  // The first of January 1970 was a Thursday.
  if (weekday !== undefined && weekday !== WEEKDAYS[(((dayNumber(day) + 4) % 7) + 7) % 7]) return true;
  const [, first, year] = SHORT_YEAR_LAST.exec(bare.replace(WEEKDAY, "")) ?? [];
  if (year === undefined) return false;
  if (Number(year) >= LAST_CENTURY) return true;
  const turned = isoDate(2000 + Number(first), Number(day.slice(5, 7)), Number(year));
  return Number(day.slice(8)) === Number(first) && turned !== undefined && turned !== day && isNear(turned, asOf);
}

/** Whether the text names a time of day besides the day; midnight is what a program writes that knows none. */
export function hasTimeOfDay(text: string): boolean {
  const time = TIME.exec(text.trim())?.[0];
  return time !== undefined && !MIDNIGHT.test(time);
}

/**
 * The order of day and month that a workbook keeps to, by those of its texts that can be read in one way only, such as
 * 3/25/2026; undefined where there are none, or where both orders occur.
 */
export function dateOrderEvidence(texts: Iterable<string>): DateOrder | undefined {
  let seen: DateOrder | undefined;
  for (const text of texts) {
    if (text.length < 6 || text.length > LONGEST) continue;
    const parts = YEAR_LAST.exec(text.trim().replace(TIME, ""));
    if (parts === null) continue;
    const [first, second] = [Number(parts[1]), Number(parts[3])];
    if (first > 31 || second > 31 || first > 12 === second > 12 || mayBeginWithYear(parts)) continue;
    const order = first > 12 ? "dmy" : "mdy";
    if (seen !== undefined && seen !== order) return undefined;
    seen = order;
  }
  return seen;
}

/** Whether the text shows by itself that the month comes first, or the day. */
export function tellsOrder(text: string): boolean {
  return dateOrderEvidence([text]) !== undefined;
}

const HYPHEN = 45;
/** `Wednesday, September 30th, 2026 at 11:59:59 p.m. UTC` has 48 characters. */
const LONGEST = 64;
const NOTHING: DateReading = { value: undefined, doubt: undefined };
const UNREADABLE: DateReading = { value: undefined, doubt: "unreadable" };
const IMPOSSIBLE: DateReading = { value: undefined, doubt: "impossible" };
const RELATIVE: DateReading = { value: undefined, doubt: "relative" };
const OUT_OF_RANGE: DateReading = { value: undefined, doubt: "out-of-range" };

const TIME =
  /[T ,](?: ?at )? ?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)? ?(?:[ap]\.?m\.?)? ?(?:Z|UTC|GMT|[ECMP][SD]?T|[+-]\d{2}:?\d{2})?$/i;
const MIDNIGHT = /^\D{0,5}(?:0?0:00(?::00(?:[.,]0{1,9})?)? ?(?:am)?|12:00(?::00)? ?am) ?(?:Z|UTC|GMT)?$/i;
const WEEKDAY = /^(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?[.,]? /i;
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
/** The first number of a text that ends with a year of two digits, blank where a month's name comes first. */
const SHORT_YEAR_LAST = /^(\d{0,2})(?!\d).*\D(\d{2})$/;
/** Years of two digits from here on are farther off than any plan. */
const LAST_CENTURY = 50;
const YEAR_FIRST = /^(\d{4,6}) ?([-/.\\]) ?(\d{1,2}) ?\2 ?(\d{1,2})$/;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const YEAR_LAST = /^(\d{1,2}) ?([-/.\\]) ?(\d{1,2}) ?\2 ?(\d{4,6}|\d{2})$/;
const DAY_MONTH_NAME = /^(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ \-/.]{0,2}([a-z]{3,9})[ \-/.,']{0,2}(\d{4}|\d{2})$/i;
const MONTH_NAME_DAY = /^([a-z]{3,9})[ \-/.]{0,2}(\d{1,2})(?:st|nd|rd|th)?[ \-/.,']{1,2}(\d{4}|\d{2})$/i;
const YEAR_MONTH_NAME = /^(\d{4})[ \-/.]{0,2}([a-z]{3,9})[ \-/.]{0,2}(\d{1,2})$/i;

/** Texts that name a span of time or a period, but no day. */
const PERIODS = [
  /^(?:within |in |about |approx\.? |approximately |~ ?|\+ ?)?\d{1,4} ?(?:- ?\d{1,4} ?)?(?:business |working |calendar )?(?:days?|weeks?|wks?|months?|mos?|years?|yrs?)\b/i,
  /^(?:(?:[cf]y)? ?'?\d{2,4}[ \-/,]{0,2})?(?:q ?[1-4]|[1-4] ?q|[1-4](?:st|nd|rd|th) (?:quarter|qtr))(?:[ \-/,]{0,2}(?:of )?(?:[cf]y)? ?'?\d{2,4})?$/i,
  /^(?:end of |by )?(?:[cf]y ?'?)\d{2,4}$/i,
  /^(?:(?:early|mid|late|end of|by|by end of)[ -])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[ \-.,']{0,2}(?:\d{4}|\d{2})$/i,
  /^(?:19|20)\d{2}$/,
];

function yearFirst(day: string): DateReading | undefined {
  const parts = YEAR_FIRST.exec(day);
  if (parts !== null) return reading(Number(parts[1]), Number(parts[3]), Number(parts[4]));
  const compact = COMPACT.exec(day);
  const value = compact && isoDate(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  return value ? { value, doubt: undefined } : undefined;
}

function yearLast(day: string, order: DateOrder | undefined): DateReading | undefined {
  const parts = YEAR_LAST.exec(day);
  if (parts === null) return undefined;
  const year = fullYear(parts[4]!);
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  if (mayBeginWithYear(parts) && order !== "dmy") return UNREADABLE;
  if (second > 12 || first === second) return reading(year, first, second);
  if (first > 12) return reading(year, second, first);
  const mdy = isoDate(year, first, second);
  const dmy = isoDate(year, second, first);
  if (mdy === undefined || dmy === undefined) return reading(year, first, second);
  if (!isInCalendar(mdy)) return OUT_OF_RANGE;
  const orders = { mdy, dmy };
  return { value: order && orders[order], doubt: "ambiguous", orders };
}

/** 26-03-14: the 26th of March 2014, or the 14th of March 2026: not read, unless the day comes first in this workbook. */
function mayBeginWithYear([, first, separator, second, last]: readonly string[]): boolean {
  return separator !== "/" && last!.length === 2 && Number(first) > 12 && Number(second) <= 12 && Number(last) <= 31;
}

function monthNamed(day: string): DateReading | undefined {
  const dayFirst = DAY_MONTH_NAME.exec(day);
  if (dayFirst !== null) return named(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!);
  const monthFirst = MONTH_NAME_DAY.exec(day);
  if (monthFirst !== null) return named(monthFirst[3]!, monthFirst[1]!, monthFirst[2]!);
  const yearFirst = YEAR_MONTH_NAME.exec(day);
  return yearFirst === null ? undefined : named(yearFirst[1]!, yearFirst[2]!, yearFirst[3]!);
}

function named(year: string, name: string, day: string): DateReading | undefined {
  const month = MONTHS.get(name.toLowerCase());
  return month === undefined ? undefined : reading(fullYear(year), month, Number(day));
}

function reading(year: number, month: number, day: number): DateReading {
  if (year < 1 || year > 9999) return OUT_OF_RANGE;
  const value = isoDate(year, month, day);
  if (value === undefined) return IMPOSSIBLE;
  return isInCalendar(value) ? { value, doubt: undefined } : OUT_OF_RANGE;
}

function fullYear(digits: string): number {
  return Number(digits) + (digits.length > 2 ? 0 : 2000);
}

function isNear(day: IsoDate, asOf: IsoDate): boolean {
  return Math.abs(daysBetween(asOf, day)) < 3653;
}

const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ["january", "jan"],
    ["february", "feb"],
    ["march", "mar"],
    ["april", "apr"],
    ["may"],
    ["june", "jun"],
    ["july", "jul"],
    ["august", "aug"],
    ["september", "sept", "sep"],
    ["october", "oct"],
    ["november", "nov"],
    ["december", "dec"],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);
