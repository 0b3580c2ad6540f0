import { findRequirement, type Requirement, requirementsOf } from "./cmmc.js";

/** What the requirements that are not met leave of a level's score. */
export interface Score {
  /** 110 for Level 2, 24 for Level 3. */
  readonly maximum: number;
  /** From here on a Conditional status can be had: 0.8 of the maximum (32 CFR 170.21(a), as of 1 October 2026). */
  readonly needed: number;
  /** Points lost; `points` is what remains, down to -203 at Level 2. */
  readonly lost: number;
  readonly points: number;
  /** False where 3.12.4 is not met: without an up-to-date system security plan nothing is scored. */
  readonly scorable: boolean;
}

/** A requirement that is not met, by CMMC's id or NIST's; `partial` in its partly met case, where it has one. */
export interface NotMet {
  readonly id: string;
  readonly partial?: boolean | undefined;
}

/** The score of a level; ids of other levels and unknown ones cost nothing, one that is named twice costs once. */
export function scoreOf(level: 2 | 3, notMet: Iterable<NotMet>): Score {
  const maximum = requirementsOf(level).length;
  const costs = new Map<string, number>();
  let scorable = true;
  for (const { id, partial = false } of notMet) {
    const requirement = findRequirement(id);
    if (requirement?.level !== level) continue;
    if (requirement.points === undefined) scorable = false;
    costs.set(requirement.id, Math.max(costs.get(requirement.id) ?? 0, costOf(requirement, partial)));
  }
  const lost = [...costs.values()].reduce((sum, cost) => sum + cost, 0);
  return { maximum, needed: Math.ceil((maximum * 8) / 10), lost, points: maximum - lost, scorable };
}

function costOf({ points = 0, partialPoints }: Requirement, partial: boolean): number {
  return partial ? (partialPoints ?? points) : points;
}
