import type { IsoDate } from "../model/date.js";
import type { Tally } from "../model/report-grids.js";
import type { ReportCell, ReportColumn } from "../model/report-section.js";
import { amount } from "./last-line.js";

/** A number, or `not supplied` where it could not be had. */
export function figure(value: number | undefined): ReportCell {
  return value === undefined ? MISSING : { value };
}

/** A number with the items that it counts. */
export function counted(tally: Tally | undefined): ReportCell {
  return tally === undefined ? MISSING : { value: tally.count, items: tally.items };
}

/** A text; blank where there is none. */
export function words(value: string | undefined): ReportCell {
  return { value: value ?? null };
}

/** A text that somebody has to supply. */
export function supplied(value: string | undefined): ReportCell {
  return value === undefined ? MISSING : { value };
}

/** A day; blank where there is none. */
export function day(value: IsoDate | undefined): ReportCell {
  return { value: value === undefined ? null : { date: value } };
}

/** The items' ids; of many, only the first: JSON has them all. The ids shown stand in `items`, too. */
export function listed(items: readonly string[]): ReportCell {
  if (items.length === 0) return words(undefined);
  return { value: idList(items), items: items.slice(0, MOST) };
}

/** `V-1, V-2`, from the 21st on `and 3 more`. */
export function idList(items: readonly string[]): string {
  const shown = items.slice(0, MOST).join(", ");
  return items.length > MOST ? `${shown} and ${amount(items.length - MOST)} more` : shown;
}

const MOST = 20;

export const MISSING: ReportCell = { is: "not-supplied" };

export function columns(kind: ReportColumn["kind"], ...headings: readonly string[]): readonly ReportColumn[] {
  return headings.map((heading) => ({ heading, kind }));
}
