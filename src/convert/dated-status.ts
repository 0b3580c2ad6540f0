import { readDate } from "../codecs/date.js";
import type { CarriedItem } from "../model/carried-item.js";
import type { IsoDate } from "../model/date.js";

/** A status as eMASS before 2026 has it, which has no column for the day of completion: `Completed 11/13/2025`. */
export function datedStatus(status: string, day: IsoDate): string {
  const [year, month, date] = day.split("-");
  return `${status} ${month}/${date}/${year}`;
}

/** Such a status taken apart; undefined where it is none. */
export function readDatedStatus(text: string): { readonly status: string; readonly day: IsoDate } | undefined {
  const [, status, digits] = DATED.exec(text.trim()) ?? [];
  const day = digits === undefined ? undefined : readDate(digits, "mdy").value;
  return day === undefined ? undefined : { status: status!, day };
}

/**
 * The day on which an item was completed: FedRAMP's forms have it as the status date of a closed item, and as the remediation
 * date of a document's deficiency.
 */
export function completionDay({ state, fields }: Pick<CarriedItem, "state" | "fields">): IsoDate | undefined {
  const own = state === "closed" ? fields.get("statusDate") : fields.get("remediatedOn");
  const told = fields.get("completedOn") ?? own;
  if (told !== undefined) return typeof told.value === "object" ? (told.value?.date ?? undefined) : undefined;
  const status = fields.get("status");
  return status && readDatedStatus(status.text)?.day;
}

const DATED = /^(completed?|closed)\s+(\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})$/i;
