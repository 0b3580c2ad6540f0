/** A day as `yyyy-mm-dd`: comparable with `<`, no time zone to get wrong, printable as it is. */
export type IsoDate = string;

const DAY = 86_400_000;

/** The day that the clock shows where the program runs. */
export function today(now: Date): IsoDate {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
  return `${now.getFullYear()}-${month}-${day}`;
}

/** Whether the text is a day that exists, written `yyyy-mm-dd`. */
export function isIsoDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && isoDate(+text.slice(0, 4), +text.slice(5, 7), +text.slice(8)) === text;
}

/** The day, or undefined if there is no such day (month 1–12, year 1–9999). */
export function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year > 0 && year < 10_000 ? date.toISOString().slice(0, 10) : undefined;
}

/** Whether a cell of a workbook can show the day: Excel counts from 1900 on. */
export function isInCalendar(date: IsoDate): boolean {
  return date >= "1900";
}

/** So many days later or earlier; the last day that there is a text for, 9999-12-31, where it would be beyond. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(Math.min(dayNumber(date) + days, LAST_DAY));
}

/** 9999-12-31, which other systems write where there is no day. */
const LAST_DAY = 2_932_896;

/** The last day of a month given as `yyyy-mm`; undefined if there is no such month. */
export function lastOfMonth(month: string): IsoDate | undefined {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return [31, 30, 29, 28].flatMap((day) => isoDate(year, number, day) ?? [])[0];
}

/** Calendar days from one day to another; negative if `to` is the earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Days since 1970-01-01. Own arithmetic: libraries reckon in the machine's time zone, and rules ask this for every item. */
export function dayNumber(date: IsoDate): number {
  let number = numbers.get(date);
  if (number === undefined) {
    if (numbers.size >= KEPT_DAYS) numbers.clear();
    // Not Date.UTC: it takes the years 1 to 99 for those of the last century.
    number = new Date(0).setUTCFullYear(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10)) / DAY;
    numbers.set(date, number);
  }
  return number;
}

/** A POA&M's dates lie within a few years: each day is reckoned once, and its text shared. */
const texts = new Map<number, IsoDate>();
const numbers = new Map<IsoDate, number>();
const KEPT_DAYS = 50_000;

function fromDayNumber(days: number): IsoDate {
  let text = texts.get(days);
  if (text === undefined) {
    if (texts.size >= KEPT_DAYS) texts.clear();
    text = new Date(days * DAY).toISOString().slice(0, 10);
    texts.set(days, text);
  }
  return text;
}

/**
 * The day of an Excel serial; undefined outside 1 to 2958465 (0 to 2957003 in the 1904 system). Serial 60 is the
 * 29 February 1900 that never was (Excel keeps Lotus 1-2-3's error): it is given as `1900-02-28`.
 */
export function fromSerial(serial: number, date1904: boolean): IsoDate | undefined {
  const days = Math.floor(serial);
  if (date1904) return days >= 0 && days <= 2_957_003 ? fromDayNumber(days - 24_107) : undefined;
  if (!(days >= 1 && days <= 2_958_465)) return undefined;
  return fromDayNumber(days < 60 ? days - 25_568 : days - 25_569);
}

/** The serial of a day, the other way round; undefined where Excel's calendar has not begun (1900-01-01, or 1904-01-01). */
export function toSerial(date: IsoDate, date1904: boolean): number | undefined {
  const days = dayNumber(date);
  // 1 March 1900 is 61, for Excel counts a 29 February before it.
  const serial = date1904 ? days + 24_107 : days < -25_508 ? days + 25_568 : days + 25_569;
  return serial < (date1904 ? 0 : 1) ? undefined : serial;
}

/**
 * What is doubtful about a date: `ambiguous` (03/04/2026: the value is what the workbook's own evidence says, or
 * undefined), `impossible` (2026-02-30), `relative` (30 days), `unreadable` (TBD, prose), `out-of-range` (a serial or a
 * year that no calendar date has), `unformatted` (46113: a serial in a cell that is not formatted as a date; the value is
 * the day that it would show).
 */
export type DateDoubt = "ambiguous" | "impossible" | "relative" | "unreadable" | "out-of-range" | "unformatted";
