import { addDays, type IsoDate } from "../model/date.js";
import type { DateCell, PoamItem } from "../model/item.js";
import { isOfAssessment } from "./requirements.js";
import type { Context, RuleOption } from "./rule.js";

/** The days in which a Conditional status must be closed out, as an option of the rules that count them. */
export const CLOSEOUT_DAYS: RuleOption = {
  summary: "days from the Conditional status date by which the closeout assessment must be done",
  default: 180,
};

export interface Closeout {
  readonly statusDate: IsoDate;
  /** The last day of the status. */
  readonly last: IsoDate;
}

/**
 * Until when an open item's Conditional status lasts: from the system's status date, else from the item's own column.
 * Undefined where neither is known, and for the operational plan of action, which has no end.
 */
export function closeoutOf(item: PoamItem, context: Context): Closeout | undefined {
  if (item.state !== "open" || !isOfAssessment(context)) return undefined;
  const statusDate = context.system.conditionalDate ?? item.conditionalStatusDate?.value;
  if (statusDate === undefined) return undefined;
  return { statusDate, last: addDays(statusDate, context.option("days") as number) };
}

/** The date by which an item is planned to be done: the revised one where there is one. */
export function plannedEnd({ revisedCompletion, scheduledCompletion }: PoamItem): DateCell | undefined {
  return revisedCompletion?.value ? revisedCompletion : scheduledCompletion?.value ? scheduledCompletion : undefined;
}

/** The cell of the item's status date, as a related place; none where the date comes from the config. */
export function relatedStatus({ conditionalStatusDate: cell }: PoamItem) {
  return cell?.value ? [{ at: cell, label: "Conditional status" }] : [];
}
