import type { IsoDate } from "../model/date.js";
import type { Tally } from "../model/report-grids.js";
import type { ReportCell, ReportColumn } from "../model/report-section.js";
import { firstOf } from "../rules/heading-of.js";

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

/** As many ids as anybody goes through in a sentence; undefined where there are none. The JSON has all of them. */
export function listed(ids: readonly string[]): string | undefined {
  return ids.length === 0 ? undefined : firstOf(ids, 50);
}

/** A text that somebody has to supply. */
export function supplied(value: string | undefined): ReportCell {
  return value === undefined ? MISSING : { value };
}

/** A day; blank where there is none. */
export function day(value: IsoDate | undefined): ReportCell {
  return { value: value === undefined ? null : { date: value } };
}

export const MISSING: ReportCell = { is: "not-supplied" };

export function columns(kind: ReportColumn["kind"], ...headings: readonly string[]): readonly ReportColumn[] {
  return headings.map((heading) => ({ heading, kind }));
}
