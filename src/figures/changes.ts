import type { IsoDate } from "../model/date.js";
import type { PoamItem } from "../model/item.js";
import type { ChangedItem, Changes } from "../model/report-changes.js";
import { mentionOf } from "./entry.js";

/** Which item of the last POA&M is which of this one, as `poam diff` finds it, too. */
export interface Pairing {
  readonly pairs: readonly { readonly was: PoamItem; readonly now: PoamItem }[];
  readonly vanished: readonly PoamItem[];
  readonly added: readonly PoamItem[];
}

/** What became of the items since the last POA&M. */
export function changesOf(
  { pairs, vanished, added }: Pairing,
  since: { readonly workbook: string; readonly day: IsoDate },
  counts: { readonly openBefore: number; readonly openNow: number },
  redact: boolean,
): Changes {
  const changed = (item: PoamItem): ChangedItem => ({ ...mentionOf(item, redact), state: item.state });
  const became = (holds: (was: PoamItem["state"], now: PoamItem["state"]) => boolean) =>
    pairs.filter(({ was, now }) => holds(was.state, now.state)).map(({ now }) => changed(now));
  return {
    since,
    ...counts,
    added: added.filter(isCounted).map(changed),
    closed: became((was, now) => was === "open" && now === "closed"),
    reopened: became((was, now) => was === "closed" && now === "open"),
    vanished: vanished.filter(isCounted).map(changed),
    regrouped: became((was, now) => was !== now && (was === "configuration" || now === "configuration")),
  };
}

/** Configuration findings count by the one item that stands for them. */
function isCounted({ state }: PoamItem): boolean {
  return state !== "configuration";
}
