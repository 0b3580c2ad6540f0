import { reference } from "../model/cell.js";
import { daysBetween, type IsoDate } from "../model/date.js";
import type { Answer, PoamItem } from "../model/item.js";
import { effectiveRating, type LatenessTerms, lateness } from "../model/lateness.js";
import type { Poam } from "../model/poam.js";
import type { Rating } from "../model/rating.js";
import type { ItemMention } from "../model/report.js";
import type { Tally } from "../model/report-grids.js";

/** One item as the figures count it: read from its row once, however many figures look at it. */
export interface Entry extends ItemMention {
  readonly item: PoamItem;
  readonly original: Band | undefined;
  /** The adjusted rating where its adjustment is approved or pending; else undefined. */
  readonly adjusted: Band | undefined;
  readonly band: Band | undefined;
  readonly effective: Rating | undefined;
  readonly riskAdjustment: Answer | undefined;
  readonly falsePositive: Answer | undefined;
  readonly operationalRequirement: Answer | undefined;
  readonly detectedOn: IsoDate | undefined;
  /** Days since detection. */
  readonly age: number | undefined;
  readonly due: IsoDate | undefined;
  readonly basis: string;
  /** 0 where an exception holds. */
  readonly daysLate: number;
  /** Calendar days after `due`, whether an exception holds or not. */
  readonly daysPastDue: number;
  readonly exception: string | undefined;
}

/** A rating on the scale of three that FedRAMP's grids have: Critical and Very High count as High, Very Low as Low. */
export type Band = "High" | "Moderate" | "Low";

/** The open items of a POA&M at a day. `redact` names them by their places and leaves their text out. */
export function openEntries(poam: Poam, terms: LatenessTerms, redact: boolean): Entry[] {
  const entries: Entry[] = [];
  for (const item of poam.items()) if (item.state === "open") entries.push(entryOf(item, terms, redact));
  return entries;
}

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

export function bandOf(rating: Rating | undefined): Band | undefined {
  return rating && BANDS[rating];
}

const BANDS: Readonly<Record<Rating, Band>> = {
  Critical: "High",
  "Very High": "High",
  High: "High",
  Moderate: "Moderate",
  Low: "Low",
  "Very Low": "Low",
};

function entryOf(item: PoamItem, terms: LatenessTerms, redact: boolean): Entry {
  const { due, basis, daysOverdue, exception } = lateness(item, terms);
  const detectedOn = item.detectedOn?.value;
  const effective = effectiveRating(item)?.value;
  return {
    ...mentionOf(item, redact),
    item,
    original: bandOf(item.originalRating?.value),
    adjusted: isAdjusted(item) ? bandOf(item.adjustedRating?.value) : undefined,
    band: bandOf(effective),
    effective,
    riskAdjustment: item.riskAdjustment?.value,
    falsePositive: item.falsePositive?.value,
    operationalRequirement: item.operationalRequirement?.value,
    detectedOn,
    age: detectedOn && daysBetween(detectedOn, terms.asOf),
    due,
    basis,
    daysLate: daysOverdue,
    daysPastDue: due === undefined ? 0 : Math.max(0, daysBetween(due, terms.asOf)),
    exception,
  } as Entry;
}

function isAdjusted({ riskAdjustment }: PoamItem): boolean {
  return riskAdjustment?.value === "Yes" || riskAdjustment?.value === "Pending";
}

/** `High`, or `High/Moderate` where an adjustment is approved or pending. */
function ratingLabel(item: PoamItem): string {
  const original = item.originalRating?.value;
  const adjusted = isAdjusted(item) ? item.adjustedRating?.value : undefined;
  if (adjusted === undefined || adjusted === original) return original ?? "";
  return `${original ?? "?"}/${adjusted}`;
}
