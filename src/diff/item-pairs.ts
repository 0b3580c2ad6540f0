import type { PoamItem } from "../model/item.js";
import type { Poam } from "../model/poam.js";
import { isAnotherWeakness, itemKey } from "../rules/previous-items.js";
import { weaknessKey } from "../rules/weakness-key.js";

/** An item before and now. `renumbered`: it bears another id; `reused`: its id stood for another weakness. */
export interface ItemPair {
  readonly was: PoamItem;
  readonly now: PoamItem;
  readonly kind: "same" | "renumbered" | "reused";
}

export interface ItemPairs {
  readonly pairs: readonly ItemPair[];
  readonly vanished: readonly PoamItem[];
  readonly added: readonly PoamItem[];
}

/**
 * Finds each item of one month in the next: by its id, then by weakness, assets and detection date, for ids are
 * renumbered; last, where nothing else is left, one id for two weaknesses.
 */
export function pairItems(before: Pick<Poam, "items">, now: Pick<Poam, "items">): ItemPairs {
  const pairs: ItemPair[] = [];
  let rest: Unpaired = { was: [...before.items()], now: [...now.items()] };
  const pair = (kind: ItemPair["kind"], keyOf: (item: PoamItem) => string | undefined, may = always) => {
    rest = paired(rest, keyOf, may, (was, item) => pairs.push({ was, now: item, kind }));
  };
  // Two items of one id are told apart by their weakness; a closed copy is not the open one.
  pair("same", (item) => both(idOf(item), fingerprintOf(item), item.state), isSame);
  pair("same", (item) => both(idOf(item), fingerprintOf(item)), isSame);
  pair("same", (item) => both(idOf(item), item.state), isSame);
  pair("same", idOf, isSame);
  pair("same", fingerprintOf, sameId);
  pair("renumbered", weaknessKey, changedId);
  pair("renumbered", fingerprintOf, changedId);
  pair("reused", idOf);
  return { pairs, vanished: rest.was, added: rest.now };
}

interface Unpaired {
  readonly was: readonly PoamItem[];
  readonly now: readonly PoamItem[];
}

type Judgement = (was: PoamItem, now: PoamItem) => boolean;

const always: Judgement = () => true;
const isSame: Judgement = (was, now) => !isAnotherWeakness(now, was);
const sameId: Judgement = (was, now) => idOf(was) === idOf(now);
const changedId: Judgement = (was, now) => !sameId(was, now);

/** Pairs items of the same key in their order and returns those that are left. */
function paired(
  { was, now }: Unpaired,
  keyOf: (item: PoamItem) => string | undefined,
  may: Judgement,
  take: (was: PoamItem, now: PoamItem) => void,
): Unpaired {
  const waiting = new Map<string, PoamItem[]>();
  for (const item of was) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const others = waiting.get(key);
    if (others) others.push(item);
    else waiting.set(key, [item]);
  }
  const found = new Set<PoamItem>();
  const left = now.filter((item) => {
    const candidates = waiting.get(keyOf(item) ?? "") ?? [];
    const partner = candidates.find((one) => !found.has(one) && may(one, item));
    if (!partner) return true;
    found.add(partner);
    if (partner === candidates[0]) candidates.shift();
    take(partner, item);
    return false;
  });
  return { was: was.filter((item) => !found.has(item)), now: left };
}

/** The id; a configuration finding that becomes an item of its own may keep it. */
function idOf(item: PoamItem): string | undefined {
  return itemKey(item)?.replace(/^configuration\0/, "");
}

/** What an item says of its weakness, where no scanner's identifier tells it. */
function fingerprintOf({ weakness, description, assets, detectedOn }: PoamItem): string | undefined {
  const name = weakness?.value ?? description?.value;
  return both(name?.toLowerCase(), assets?.text.trim().toLowerCase() ?? "", detectedOn?.text.trim() ?? "");
}

function both(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join("\0");
}
