import type { IsoDate } from "../model/date.js";
import type { ItemValue } from "../model/item-document.js";

/** A day as OSCAL has it: its beginning, in UTC. */
export function dateTime(day: IsoDate): string {
  return `${day}T00:00:00Z`;
}

/** The day of a date that OSCAL's schema takes: it knows no leap days before 2000, and no year beyond 2999. */
export function schemaDay(value: ItemValue | undefined): IsoDate | undefined {
  return typeof value === "object" && value.date >= "2000" && value.date < "3" ? value.date : undefined;
}
