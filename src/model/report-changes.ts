import type { IsoDate } from "./date.js";
import type { ItemMention } from "./report.js";

/**
 * What became of the items since the last POA&M supplied, matched by id. Open now = open before + added + reopened − closed −
 * vanished, counting open items: an item that was both found and closed since is under `added` and under `closed`.
 */
export interface Changes {
  readonly since: { readonly workbook: string; readonly day: IsoDate };
  readonly openBefore: number;
  readonly openNow: number;
  /** Not in the last POA&M at all. */
  readonly added: readonly ItemMention[];
  /** Open before, or not there, and closed now. */
  readonly closed: readonly ItemMention[];
  /** Closed before, open now. */
  readonly reopened: readonly ItemMention[];
  /** Open before, and nowhere now; its place is that of the last POA&M. */
  readonly vanished: readonly ItemMention[];
  /** Open items without an id, or whose id is used twice, in either POA&M: nothing can be said of them. */
  readonly unmatched: number;
}
