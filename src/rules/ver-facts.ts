import { mitigationDays } from "../catalogs/vdr-timeframes.js";
import { addDays, type IsoDate } from "../model/date.js";
import type { VerFacts } from "../model/evidence.js";
import type { PoamItem } from "../model/item.js";
import type { Context } from "./rule.js";

/** What the sidecar says of an item; undefined where there is no sidecar or it does not know the id. */
export function verFactsOf(item: PoamItem, { evidence }: Context): VerFacts | undefined {
  const id = item.id?.value;
  return id === undefined ? undefined : evidence.ver?.items.get(id);
}

/** By when an evaluated vulnerability is to be mitigated, in words too; undefined where a fact is missing or none is set. */
export function mitigationDue(
  { evaluatedOn, rating, likelyExploitable, internetReachable }: VerFacts,
  { system }: Context,
): { readonly due: IsoDate; readonly basis: string } | undefined {
  if (!evaluatedOn || !rating || !system.class || likelyExploitable === undefined) return undefined;
  if (likelyExploitable && internetReachable === undefined) return undefined;
  const days = mitigationDays(system.class, rating, likelyExploitable, internetReachable === true);
  if (days === undefined) return undefined;
  const reach = likelyExploitable
    ? `likely exploitable, ${internetReachable ? "internet-reachable" : "not internet-reachable"}`
    : "not likely exploitable";
  const time = days < 1 ? `${days * 24} hours` : days === 1 ? "1 day" : `${days} days`;
  // Twelve hours end on the day of the evaluation or on the next; the sheet has no hours, so the next day counts.
  return { due: addDays(evaluatedOn, Math.ceil(days)), basis: `N${rating}, ${reach}: ${time} from ${evaluatedOn}` };
}
