import type { CellRef } from "./cell.js";
import type { IsoDate } from "./date.js";

/** A planned milestone whose day has passed without a word of what became of it. */
export interface MissedMilestone {
  /** Undefined for milestones in rows of their own. */
  readonly number: number | undefined;
  readonly due: IsoDate;
  readonly at: CellRef;
}
