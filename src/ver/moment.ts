import { type IsoDate, isoDate, lastOfMonth } from "../model/date.js";
import type { VerPeriod } from "../model/evidence.js";

/** A day as the time at which it begins; a POA&M knows no hours. A time stays as it is, with the seconds that RFC 3339 wants. */
export function momentOf(day: string): string {
  return day.includes("T") ? day.replace(/(T\d\d:\d\d)(?!:)/, "$1:00") : `${day}T00:00:00Z`;
}

/** The last second of a day. */
export function endOf(day: IsoDate): string {
  return `${day}T23:59:59Z`;
}

/** The day of a time, as its own zone has it. */
export function dayOf(moment: string): IsoDate {
  return moment.slice(0, 10);
}

/** The calendar month of a day. */
export function monthOf(day: IsoDate): VerPeriod {
  const month = day.slice(0, 7);
  return { from: isoDate(+month.slice(0, 4), +month.slice(5), 1)!, to: lastOfMonth(month)! };
}
