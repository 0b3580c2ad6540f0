import { type CellRef, reference } from "../model/cell.js";
import type { IsoDate } from "../model/date.js";
import type { Answer, PoamItem } from "../model/item.js";
import type { ItemStatus } from "../model/item-status.js";
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
  const adjusted = isAdjusted(item.riskAdjustment?.value) ? item.adjustedRating?.value : undefined;
  return named(
    item.id?.value,
    item.weakness?.value,
    ratingLabel(item.originalRating?.value, adjusted),
    { sheet: at.sheet, row: at.row, column: at.column },
    redact,
  );
}

/** The same, of an item whose cells were read already. */
export function mentionOfStatus({ id, weakness, rating, deviations, at }: ItemStatus, redact: boolean): ItemMention {
  const adjusted = isAdjusted(deviations.riskAdjustment) ? rating.adjusted : undefined;
  return named(id, weakness, ratingLabel(rating.original, adjusted), at, redact);
}

/** Items counted, by id. */
export function tally(entries: readonly ItemMention[]): Tally {
  return { count: entries.length, items: entries.map(({ id }) => id) };
}

/** Whether an adjustment is approved or asked for. */
export function isAdjusted(riskAdjustment: Answer | null | undefined): boolean {
  return riskAdjustment === "Yes" || riskAdjustment === "Pending";
}

function named(
  id: string | null | undefined,
  weakness: string | null | undefined,
  rating: string,
  at: CellRef,
  redact: boolean,
): ItemMention {
  return {
    id: (redact ? undefined : id) ?? reference(at),
    weakness: (redact ? undefined : weakness) ?? undefined,
    rating,
    at,
  };
}

/** `High`, or `High/Moderate` where an adjustment is approved or pending. */
function ratingLabel(original: Rating | null | undefined, adjusted: Rating | null | undefined): string {
  if (!adjusted || adjusted === original) return original ?? "";
  return `${original ?? "?"}/${adjusted}`;
}
