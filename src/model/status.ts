import type { ItemState } from "./item.js";

/**
 * Whether a status text ends an item. Texts come from every tool there is, with dates and remarks behind
 * (`Completed 11/13/2018`), so the first word decides. Risk Accepted stays open: the weakness is still there.
 */
export function stateOf(status: string): Exclude<ItemState, "configuration"> {
  return CLOSED.test(status.trim()) ? "closed" : "open";
}

const CLOSED =
  /^(?:completed?|closed?|closure|resolved|done|fixed|remediated|corrected|archived|cancell?ed|withdrawn|verified|pass(?:ed)?|not applicable|n\/?a|false positive|100 ?%)(?![a-z])/i;
