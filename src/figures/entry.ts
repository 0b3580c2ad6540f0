import { reference } from "../model/cell.js";
import type { IsoDate } from "../model/date.js";
import type { Answer, PoamItem } from "../model/item.js";
import type { Rating } from "../model/rating.js";
import type { ItemMention } from "../model/report.js";
import type { Tally } from "../model/report-grids.js";
import type { CheckIn } from "../model/vendor-check-in.js";

/** One open item as the figures count it: its row, and where it stands by the one definition of late and stale. */
export interface Entry extends ItemMention {
  readonly item: PoamItem;
  readonly original: Band | undefined;
  /** The adjusted rating where its adjustment is approved or pending; else undefined. */
  readonly adjusted: Band | undefined;
  /** Of the effective rating. */
  readonly band: Band | undefined;
  readonly effective: Rating | undefined;
  readonly riskAdjustment: Answer | undefined;
  readonly falsePositive: Answer | undefined;
  readonly operationalRequirement: Answer | undefined;
  readonly detectedOn: IsoDate | undefined;
  /** Days since detection. */
  readonly age: number | undefined;
  readonly due: IsoDate | undefined;
  /** 0 where an exception holds. */
  readonly daysLate: number;
  readonly exception: string | undefined;
  /** Why it is or is not late, in words. */
  readonly why: string;
  readonly stale: boolean;
  readonly dueSoon: boolean;
  readonly vendorCheckIn: CheckIn | undefined;
  readonly kevDue: IsoDate | undefined;
}

/** A rating on the scale of three that FedRAMP's grids have: Critical and Very High count as High, Very Low as Low. */
export type Band = "High" | "Moderate" | "Low";

export function bandOf(rating: Rating | null | undefined): Band | undefined {
  return rating ? BANDS[rating] : undefined;
}

const BANDS: Readonly<Record<Rating, Band>> = {
  Critical: "High",
  "Very High": "High",
  High: "High",
  Moderate: "Moderate",
  Low: "Low",
  "Very Low": "Low",
};

/** How the report names an item: by its id, or by its place where it has none or its text may not be shown. */
export function mentionOf(item: PoamItem, redact: boolean): ItemMention {
  const at = item.id ?? { sheet: item.sheet, row: item.row, column: 1 };
  const place = { sheet: at.sheet, row: at.row, column: at.column };
  return {
    id: (redact ? undefined : item.id?.value) ?? reference(place),
    weakness: redact ? undefined : item.weakness?.value,
    rating: ratingLabel(item),
    at: place,
  };
}

/** Items counted, by id. */
export function tally(entries: readonly ItemMention[]): Tally {
  return { count: entries.length, items: entries.map(({ id }) => id) };
}

/** Whether the item has an adjustment that is approved or asked for. */
export function isAdjusted({ riskAdjustment }: PoamItem): boolean {
  return riskAdjustment?.value === "Yes" || riskAdjustment?.value === "Pending";
}

/** `High`, or `High/Moderate` where an adjustment is approved or pending. */
function ratingLabel(item: PoamItem): string {
  const original = item.originalRating?.value;
  const adjusted = isAdjusted(item) ? item.adjustedRating?.value : undefined;
  if (adjusted === undefined || adjusted === original) return original ?? "";
  return `${original ?? "?"}/${adjusted}`;
}
