import type { KevEntry } from "../model/evidence.js";
import type { PoamItem } from "../model/item.js";
import type { Context } from "./rule.js";

/** The catalogue's entry for the item's CVEs, of several the one due first; undefined without a catalogue or where none is listed. */
export function listedIn({ kev }: Context["evidence"], item: PoamItem): KevEntry | undefined {
  if (!kev) return undefined;
  let first: KevEntry | undefined;
  for (const cve of item.cves?.value ?? []) {
    const entry = kev.get(cve);
    if (entry && (!first || entry.dueOn < first.dueOn)) first = entry;
  }
  return first;
}
