import type { CellRef } from "./cell.js";
import type { IsoDate } from "./date.js";
import type { PoamItem } from "./item.js";

/** A planned milestone whose day has passed without a word of what became of it. */
export interface MissedMilestone {
  /** Undefined for milestones in rows of their own. */
  readonly number: number | undefined;
  readonly due: IsoDate;
  /** The status that such a row gives: Open, In Progress. */
  readonly status: string | undefined;
  readonly at: CellRef;
}

/**
 * An open item's missed milestones, in the order of their cells. In a cell of many only those with a number can be followed:
 * a change refers to them by it. Where the form has no column for changes, or they bear no numbers, nothing is expected of them.
 */
export function missedMilestones(item: PoamItem, asOf: IsoDate): readonly MissedMilestone[] {
  if (item.state !== "open") return NONE;
  const missed: MissedMilestone[] = [];
  for (const row of item.continuations.length === 0 ? [item] : [item, ...item.continuations]) {
    const { milestoneDue: at, milestoneStatus, milestoneCompletedOn } = row;
    if (!at?.value || at.value >= asOf || milestoneCompletedOn?.value) continue;
    const status = milestoneStatus?.value;
    if (/^(?:open|in progress)$/i.test(status ?? "")) missed.push({ number: undefined, due: at.value, status, at });
  }
  return numbered(item, asOf, missed);
}

const NONE: readonly never[] = [];

function numbered(item: PoamItem, asOf: IsoDate, missed: MissedMilestone[]): readonly MissedMilestone[] {
  const { milestones, milestoneChanges } = item;
  if (!milestones || milestones.kind === "empty" || !milestoneChanges) return missed;
  const changed = new Set((milestoneChanges.value ?? []).map(({ number }) => number));
  if (changed.has(undefined)) return missed;
  for (const { number, due } of milestones.value ?? []) {
    if (number === undefined || !due || due >= asOf || changed.has(number)) continue;
    missed.push({ number, due, status: undefined, at: milestones });
  }
  return missed;
}
