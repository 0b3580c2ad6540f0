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

/** VER-TFR-EVU: days from detection within which a vulnerability is to be evaluated. */
export const EVALUATION_DAYS: Readonly<Record<CertificationClass, number>> = { A: 14, B: 7, C: 5, D: 2 };

/** VER-TFR-MAV: a vulnerability not mitigated this many days after its evaluation is an accepted one. */
export const ACCEPTANCE_DAYS = 192;
