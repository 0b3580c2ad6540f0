import type { IsoDate } from "../model/date.js";
import type { PoamItem } from "../model/item.js";
import type { Poam } from "../model/poam.js";
import type { ItemMention } from "../model/report.js";
import type { Changes } from "../model/report-changes.js";
import { mentionOf } from "./entry.js";

/** What became of the items between two POA&Ms, matched by id, whatever its case. Configuration findings are left out. */
export function changesSince(
  before: { readonly poam: Poam; readonly workbook: string; readonly day: IsoDate },
  poam: Poam,
  redact: boolean,
): Changes {
  const [old, now] = [matchable(before.poam), matchable(poam)];
  const added: ItemMention[] = [];
  const closed: ItemMention[] = [];
  const reopened: ItemMention[] = [];
  const vanished: ItemMention[] = [];
  for (const [key, item] of now.items) {
    const was = old.items.get(key)?.state;
    if (was === undefined) added.push(mentionOf(item, redact));
    if (item.state === "closed" && was !== "closed") closed.push(mentionOf(item, redact));
    if (item.state === "open" && was === "closed") reopened.push(mentionOf(item, redact));
  }
  for (const [key, item] of old.items) {
    if (item.state === "open" && !now.items.has(key) && !now.twice.has(key)) vanished.push(mentionOf(item, redact));
  }
  return {
    since: { workbook: before.workbook, day: before.day },
    openBefore: before.poam.counts.open,
    openNow: poam.counts.open,
    added,
    closed,
    reopened,
    vanished,
    unmatched: old.unmatched + now.unmatched,
  };
}

/** Items by id, and how many open ones cannot be told apart by it. */
function matchable(poam: Poam): {
  items: ReadonlyMap<string, PoamItem>;
  twice: ReadonlySet<string>;
  unmatched: number;
} {
  const items = new Map<string, PoamItem>();
  const twice = new Set<string>();
  let unmatched = 0;
  for (const item of poam.items()) {
    if (item.state === "configuration") continue;
    const key = item.id?.value?.trim().toLowerCase();
    if (key === undefined || items.has(key)) {
      if (item.state === "open") unmatched++;
      if (key !== undefined) twice.add(key);
    } else items.set(key, item);
  }
  for (const key of twice) {
    if (items.get(key)?.state === "open") unmatched++;
    items.delete(key);
  }
  return { items, twice, unmatched };
}
