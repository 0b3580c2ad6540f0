import type { Cell, CellRef } from "../model/cell.js";
import type { PoamItem } from "../model/item.js";
import { effectiveRating } from "../model/lateness.js";
import { RATINGS, type Rating } from "../model/rating.js";
import { showsClosure } from "../rules/closed-without-evidence.js";
import { hasReason } from "../rules/due-date-changed.js";
import { EXPLANATIONS, saysSomethingNew } from "../rules/explanation.js";
import { rewrittenMilestones } from "../rules/milestone-rewritten.js";
import { quoted } from "../rules/quoted.js";
import type { ItemPair } from "./item-pairs.js";

/** Something that stays as it is from month to month, for one item before and now. */
export interface Invariant {
  readonly id: string;
  readonly summary: string;
  readonly broken: (pair: ItemPair) => Breach | undefined;
}

/** What was seen, at the cell of now. */
export interface Breach {
  readonly at: CellRef;
  readonly was: CellRef | undefined;
  readonly message: string;
}

/** What assessors compare between two months. */
export const INVARIANTS: readonly Invariant[] = [
  {
    id: "id-reused",
    summary: "An id stands for the weakness that it was given to",
    broken({ was, now, kind }) {
      if (kind !== "reused") return undefined;
      const detected = was.detectedOn?.value ? `, detected ${was.detectedOn.value}` : "";
      return breach(now.id!, was.id, `${now.id!.value} was ${quoted(was.weakness?.text)}${detected}, before`);
    },
  },
  {
    id: "detection-date-changed",
    summary: "The detection date stays as it was recorded",
    broken({ was, now }) {
      const [before, after] = [was.detectedOn, now.detectedOn];
      if (!before?.value || !after || after.value === before.value) return undefined;
      return breach(after, before, `detected ${shown(after)}, but ${before.value} before`);
    },
  },
  {
    id: "milestone-rewritten",
    summary: "Planned milestones stay as they were recorded",
    broken({ was, now }) {
      const message = now.milestones && was.milestones && rewrittenMilestones(was.milestones, now.milestones);
      return message === undefined ? undefined : breach(now.milestones!, was.milestones, message);
    },
  },
  {
    id: "due-date-slipped",
    summary: "A scheduled completion date moves with a milestone change or an approved adjustment only",
    broken({ was, now }) {
      const [before, after] = [was.scheduledCompletion, now.scheduledCompletion];
      if (!before?.value || !after || now.state !== "open") return undefined;
      if (after.value === undefined) return breach(after, before, `due ${shown(after)}, but ${before.value} before`);
      if (after.value <= before.value) return undefined;
      // The date follows the detection date, and a change of that is told itself.
      if (was.detectedOn?.value !== now.detectedOn?.value) return undefined;
      const records = now.milestoneChanges ? (["milestoneChanges"] as const) : EXPLANATIONS;
      if (hasReason(now, was) || saysSomethingNew(now, was, records)) return undefined;
      return breach(after, before, `due ${after.value}, but ${before.value} before, and nothing says why`);
    },
  },
  {
    id: "rating-lowered",
    summary: "A rating is lowered by an approved deviation only",
    broken({ was, now }) {
      const [before, after] = [ratingOf(was), ratingOf(now)];
      if (!before?.value || !after) return undefined;
      if (after.kind === "empty") return breach(after, before, `not rated, but ${before.value} before`);
      if (!after.value || level(after.value) >= level(before.value)) return undefined;
      const approved = now.riskAdjustment?.value === "Yes" && now.originalRating?.value === was.originalRating?.value;
      if (approved) return undefined;
      return breach(after, before, `rated ${after.value}, but ${before.value} before, without an approved deviation`);
    },
  },
  {
    id: "closed-unproven",
    summary: "An item is closed with its completion date and its evidence",
    broken({ was, now }) {
      if (now.state !== "closed" || was.state === "closed") return undefined;
      const faults = [
        closedOn(now) ? [] : "a completion date",
        now.evidence && !showsClosure(now) ? "evidence" : [],
      ].flat();
      if (faults.length === 0) return undefined;
      const at = closedOn(now) ? now.evidence! : (now.completedOn ?? now.statusDate ?? now.status ?? placeOf(now));
      return breach(at, placeOf(was), `closed without ${faults.join(" and without ")}`);
    },
  },
];

/** What each invariant says, those between all items of a workbook too. */
export const SUMMARIES: ReadonlyMap<string, string> = new Map([
  ...INVARIANTS.map(({ id, summary }) => [id, summary] as const),
  ["item-vanished", "An open item stays until it is closed"],
  ["on-both-sheets", "An item is moved, not copied, when it is closed"],
]);

/** An item's own place: its id's cell, or its first column. */
export function placeOf(item: PoamItem): CellRef {
  return item.id ?? { sheet: item.sheet, row: item.row, column: 1 };
}

function breach(at: CellRef, was: CellRef | undefined, message: string): Breach {
  return { at, was, message };
}

function shown({ value, text }: Cell<string>): string {
  return value ?? (text.trim() === "" ? "on no day (blank)" : quoted(text));
}

/** The rating that counts; eMASS' forms call theirs severity. */
function ratingOf(item: PoamItem): Cell<Rating> | undefined {
  return effectiveRating(item) ?? item.severity;
}

/** Critical is what forms without it call High. */
function level(rating: Rating): number {
  return RATINGS.indexOf(rating === "Critical" ? "High" : rating);
}

/** Whether a day of closure stands there; FedRAMP's closed sheet has its status date for it, older eMASS forms the status. */
function closedOn({ completedOn, statusDate, status }: PoamItem): boolean {
  if (completedOn) return completedOn.kind !== "empty";
  if (statusDate) return statusDate.kind !== "empty";
  return status === undefined || /\d/.test(status.text);
}
