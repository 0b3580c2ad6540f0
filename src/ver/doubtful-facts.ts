import type { IsoDate } from "../model/date.js";
import type { VerFacts } from "../model/evidence.js";
import { dayOf } from "./moment.js";

/** What of an item's facts cannot be so. */
export type DoubtfulFact = "evaluatedOn" | "projectedNextReduction";

/**
 * Facts that contradict others: an evaluation after the as-of day or before the detection, a projected rating that is not below
 * the current one. They say nothing, and are not reported.
 */
export function doubtfulFacts(
  { evaluatedOn, projectedNextReduction: next, rating }: VerFacts,
  detectedAt: string | undefined,
  asOf: IsoDate,
): readonly DoubtfulFact[] {
  const doubtful: DoubtfulFact[] = [];
  const isEarly = evaluatedOn !== undefined && detectedAt !== undefined && evaluatedOn < dayOf(detectedAt);
  if (isEarly || (evaluatedOn !== undefined && evaluatedOn > asOf)) doubtful.push("evaluatedOn");
  if (next !== undefined && rating !== undefined && next.targetRating >= rating)
    doubtful.push("projectedNextReduction");
  return doubtful;
}
