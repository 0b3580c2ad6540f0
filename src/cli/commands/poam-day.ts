import { basename } from "node:path";
import { readDate } from "../../codecs/date.js";
import { type IsoDate, isIsoDate, lastOfMonth } from "../../model/date.js";
import type { Poam } from "../../model/poam.js";

/**
 * The day that a POA&M is of: its own date, or that of its export from eMASS (which writes the month first), or what its
 * file is named after: a day, or a month, whose last day is meant.
 */
export function dayOf({ submittedOn, header }: Poam, path: string): IsoDate | undefined {
  if (submittedOn?.value !== undefined) return submittedOn.value;
  const exported = header.find(({ field, filled }) => field === "exportedOn" && filled)?.value.text;
  const exportedOn = exported && readDate(exported, "mdy").value;
  if (exportedOn) return exportedOn;
  const [named, month] = /(\d{4}-\d\d)(?:-\d\d)?(?!\d)/.exec(basename(path)) ?? [];
  if (named === undefined) return undefined;
  return isIsoDate(named) ? named : lastOfMonth(month!);
}
