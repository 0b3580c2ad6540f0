import type { PoamScore, ScoredItem } from "../model/poam-score.js";
import type { Paint } from "./paint.js";

/** A score and the workbook it is of. */
export interface ScoreResult {
  readonly path: string;
  readonly template: string;
  readonly score: PoamScore;
}

export interface ScoreRun {
  readonly version: string;
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
}

/** A format of `poam score`: all of its text. */
export type ScoreReporter = (result: ScoreResult, run: ScoreRun) => Promise<string>;

/** The score without the text of cells: ids of items and dates are left out, requirements stay. */
export function redactedScore(result: ScoreResult): ScoreResult {
  const { score } = result;
  const { conditional, completion } = score;
  return {
    ...result,
    score: {
      ...score,
      notMet: score.notMet.map((one) => ({ ...one, items: one.items.map(placeOnly) })),
      uncounted: score.uncounted.map(placeOnly),
      unread: score.unread.map(placeOnly),
      conditional: {
        ...conditional,
        closeout: conditional.closeout && { ...conditional.closeout, statusDate: null, last: null },
      },
      completion: { ...completion, date: null },
    },
  };
}

function placeOnly({ at }: ScoredItem): ScoredItem {
  return { id: null, at, dueOn: null };
}
