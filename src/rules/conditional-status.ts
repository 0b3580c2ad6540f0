import { type Closeout, type ConditionalTerms, closeoutEnd } from "../model/closeout.js";
import type { DateCell, PoamItem } from "../model/item.js";
import { isOfAssessment } from "./requirements.js";
import type { Context, RuleOption } from "./rule.js";

/** The days in which a Conditional status must be closed out, as an option of the rules that count them. */
export const CLOSEOUT_DAYS: RuleOption = {
  summary: "days from the Conditional status date by which the closeout assessment must be done",
  default: 180,
};

/**
 * Until when an open item's Conditional status lasts: from the system's status date, else from the item's own column.
 * Undefined where neither is known, and for the operational plan of action, which has no end.
 */
export function closeoutOf(item: PoamItem, context: Context): Closeout | undefined {
  const terms = conditionalTerms(context);
  return terms && closeoutEnd(item, terms);
}

/** How long the status lasts; undefined for the operational plan of action. */
export function conditionalTerms(context: Pick<Context, "system" | "option">): ConditionalTerms | undefined {
  if (!isOfAssessment(context)) return undefined;
  return { granted: context.system.conditionalDate, days: context.option("days") as number };
}

/** The date by which an item is planned to be done: the revised one where there is one. */
export function plannedEnd({ revisedCompletion, scheduledCompletion }: PoamItem): DateCell | undefined {
  return revisedCompletion?.value ? revisedCompletion : scheduledCompletion?.value ? scheduledCompletion : undefined;
}

/** The cell of the item's status date, as a related place; none where the date comes from the config. */
export function relatedStatus({ conditionalStatusDate: cell }: PoamItem) {
  return cell?.value ? [{ at: cell, label: "Conditional status" }] : [];
}
