import type { IsoDate } from "./date.js";
import type { ItemState } from "./item.js";
import type { ItemMention } from "./report.js";

/**
 * What became of the items since the last POA&M supplied; configuration findings are left out. Without regrouped items, open
 * now = open before + those added open + reopened − closed − those vanished open.
 */
export interface Changes {
  readonly since: { readonly workbook: string; readonly day: IsoDate };
  readonly openBefore: number;
  readonly openNow: number;
  /** Not in the last POA&M; `state` tells those found and closed since. */
  readonly added: readonly ChangedItem[];
  /** Open before, closed now. */
  readonly closed: readonly ChangedItem[];
  /** Closed before, open now. */
  readonly reopened: readonly ChangedItem[];
  /** In the last POA&M, and nowhere now; state and place are those that they had. */
  readonly vanished: readonly ChangedItem[];
  /** Configuration findings that became items of their own, and the other way round. */
  readonly regrouped: readonly ChangedItem[];
}

export interface ChangedItem extends ItemMention {
  readonly state: ItemState;
}
