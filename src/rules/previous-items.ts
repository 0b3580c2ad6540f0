import { isPlaceholder } from "../codecs/placeholder.js";
import type { PoamItem } from "../model/item.js";
import type { Poam } from "../model/poam.js";

/**
 * Last month's items by `itemKey`, made once for all rules that look back. An id that was used twice then is left out:
 * nobody can say which of the two is meant.
 */
export function previousItems(previous: Poam): ReadonlyMap<string, PoamItem> {
  let items = known.get(previous);
  if (items === undefined) {
    items = new Map();
    const twice = new Set<string>();
    for (const item of previous.items()) {
      const key = itemKey(item);
      if (key === undefined) continue;
      if (items.has(key)) twice.add(key);
      else items.set(key, item);
    }
    for (const key of twice) items.delete(key);
    known.set(previous, items);
  }
  return items;
}

const known = new WeakMap<Poam, Map<string, PoamItem>>();

/** What an item is found by in another workbook: its id, whatever the case; configuration findings are numbered on their own. */
export function itemKey({ id, state }: PoamItem): string | undefined {
  return id?.value === undefined
    ? undefined
    : (state === "configuration" ? "configuration\0" : "") + id.value.toLowerCase();
}

/**
 * Whether two items of one id are two weaknesses: neither name nor detection date is the same, and the scanner's ids
 * differ or, where there are none, less than half of the words are the same. Names are reworded and dates mended, but
 * hardly all of it at once. Of one day, both the scanner's ids and most of the words must differ.
 */
export function isAnotherWeakness(item: PoamItem, before: PoamItem): boolean {
  const [name, nameBefore] = [words(item.weakness?.value), words(before.weakness?.value)];
  if (!name || !nameBefore || !item.detectedOn?.value || !before.detectedOn?.value) return false;
  if (name.join(" ") === nameBefore.join(" ")) return false;
  const [found, foundBefore] = [sourceId(item), sourceId(before)];
  const common = name.filter((word) => nameBefore.includes(word)).length;
  const areOtherWords = common * 2 < Math.min(name.length, nameBefore.length);
  if (item.detectedOn.value === before.detectedOn.value) {
    return found !== undefined && foundBefore !== undefined && found !== foundBefore && areOtherWords;
  }
  return found && foundBefore ? found !== foundBefore : areOtherWords;
}

function words(text: string | undefined): readonly string[] | undefined {
  return text?.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? undefined;
}

function sourceId(item: PoamItem): string | undefined {
  const text = item.sourceIdentifier?.value;
  return text === undefined || isPlaceholder(text) ? undefined : text.toLowerCase();
}
