import type { PoamItem } from "../model/item.js";

/** Whether the item's status is one of these, whatever the case and with or without a day behind it (`Completed 11/13/2018`). */
export function statusIn(item: PoamItem, statuses: readonly string[]): boolean {
  const status = item.status?.value?.toLowerCase();
  if (status === undefined) return false;
  return statuses.some((one) => status === one.toLowerCase() || status.startsWith(`${one.toLowerCase()} `));
}

/** Accepted risks have no milestones and archived items are no longer edited: nothing is asked of their milestones. */
export function takesMilestones({ status }: PoamItem): boolean {
  return !/^(?:risk accepted|archived|not applicable)\b/i.test(status?.value ?? "");
}
