import { addDays, type IsoDate } from "../model/date.js";
import type { VerFacts } from "../model/evidence.js";

/**
 * FedRAMP Consolidated Rules 2026, release 2026.07.14.01, VDR-TFR-PVR: days from completed evaluation within which a
 * vulnerability is to be partially or fully mitigated, by certification class (A as B) and potential agency impact; for
 * each: likely exploitable and internet-reachable, likely exploitable only, not likely exploitable. N1 has no timeframe.
 */
const DAYS: Readonly<Record<"B" | "C" | "D", Readonly<Record<2 | 3 | 4 | 5, readonly [number, number, number]>>>> = {
  B: { 5: [4, 8, 32], 4: [8, 32, 64], 3: [32, 64, 192], 2: [96, 160, 192] },
  C: { 5: [2, 4, 16], 4: [4, 8, 64], 3: [16, 32, 128], 2: [48, 128, 192] },
  D: { 5: [0.5, 1, 8], 4: [2, 8, 32], 3: [8, 16, 64], 2: [24, 96, 192] },
};

export type CertificationClass = "A" | "B" | "C" | "D";

/** Days from evaluation (0.5 is twelve hours); undefined where there is no timeframe. */
export function mitigationDays(
  of: CertificationClass,
  rating: 1 | 2 | 3 | 4 | 5,
  likelyExploitable: boolean,
  internetReachable: boolean,
): number | undefined {
  if (rating === 1) return undefined;
  return DAYS[of === "A" ? "B" : of][rating][likelyExploitable ? (internetReachable ? 0 : 1) : 2];
}

/** By when an evaluated vulnerability is to be mitigated, in words too; undefined where a fact is missing or none is set. */
export function mitigationDue(
  { evaluatedOn, rating, likelyExploitable, internetReachable }: VerFacts,
  of: CertificationClass | undefined,
): { readonly due: IsoDate; readonly basis: string } | undefined {
  if (!evaluatedOn || !rating || !of || likelyExploitable === undefined) return undefined;
  if (likelyExploitable && internetReachable === undefined) return undefined;
  const days = mitigationDays(of, rating, likelyExploitable, internetReachable === true);
  if (days === undefined) return undefined;
  const reach = likelyExploitable
    ? `likely exploitable, ${internetReachable ? "internet-reachable" : "not internet-reachable"}`
    : "not likely exploitable";
  const time = days < 1 ? `${days * 24} hours` : days === 1 ? "1 day" : `${days} days`;
  // Twelve hours end on the day of the evaluation or on the next; the sheet has no hours, so the next day counts.
  return { due: addDays(evaluatedOn, Math.ceil(days)), basis: `N${rating}, ${reach}: ${time} from ${evaluatedOn}` };
}

/** VER-TFR-EVU: days from detection within which a vulnerability is to be evaluated. */
export const EVALUATION_DAYS: Readonly<Record<CertificationClass, number>> = { A: 14, B: 7, C: 5, D: 2 };

/** VER-TFR-MAV: a vulnerability not mitigated this many days after its evaluation is an accepted one. */
export const ACCEPTANCE_DAYS = 192;
