import type { CertificationClass } from "../catalogs/vdr-timeframes.js";
import type { VerFacts } from "../model/evidence.js";
import type { PoamItem } from "../model/item.js";
import type { Context } from "./rule.js";

/** What the sidecar says of an item; undefined where there is no sidecar or it does not know the id. */
export function verFactsOf(item: PoamItem, { evidence }: Context): VerFacts | undefined {
  const id = item.id?.value;
  return id === undefined ? undefined : evidence.ver?.items.get(id);
}

/** The system's certification class: the config's, else the sidecar's. */
export function classOf({ system, evidence }: Context): CertificationClass | undefined {
  return system.class ?? evidence.ver?.class;
}
