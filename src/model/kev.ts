import type { IsoDate } from "./date.js";
import type { KevEntry } from "./evidence.js";
import type { PoamItem } from "./item.js";

/** When CISA wants a known exploited vulnerability gone; `entry` where that stands in its catalogue and not in the item. */
export interface KevDue {
  readonly due: IsoDate;
  readonly entry: KevEntry | undefined;
}

/**
 * An open item's due date by CISA: its own column's, else the catalogue's. A false positive has none: there is no
 * vulnerability. Where tracking is No, the column's date counts only if the catalogue lists one of the item's CVEs.
 */
export function kevDue(item: PoamItem, catalogue: ReadonlyMap<string, KevEntry> | undefined): KevDue | undefined {
  if (item.state !== "open" || item.falsePositive?.value === "Yes") return undefined;
  const entered = item.kevDueDate?.value;
  if (entered !== undefined && item.kevTracking?.value !== "No") return { due: entered, entry: undefined };
  const entry = listedIn(catalogue, item);
  if (!entry) return undefined;
  return entered === undefined ? { due: entry.dueOn, entry } : { due: entered, entry: undefined };
}

/** The catalogue's entry for the item's CVEs, of several the one due first; undefined without a catalogue or where none is listed. */
export function listedIn(catalogue: ReadonlyMap<string, KevEntry> | undefined, item: PoamItem): KevEntry | undefined {
  if (!catalogue) return undefined;
  let first: KevEntry | undefined;
  for (const cve of item.cves?.value ?? []) {
    const entry = catalogue.get(cve);
    if (entry && (!first || entry.dueOn < first.dueOn)) first = entry;
  }
  return first;
}
