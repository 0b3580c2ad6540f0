import type { NRating } from "../model/evidence.js";
import type { GapFact, VerActivity, VerCounts, Vulnerability } from "../model/ver-report.js";

/** What is counted of an activity; no format counts anything of its own. */
export function countsOf({ vulnerabilities, accepted, gaps }: VerActivity): VerCounts {
  const active = vulnerabilities.filter(isActive);
  const ended = (disposition: string) => vulnerabilities.filter((one) => one.detail.finalDisposition === disposition);
  const missing = new Map<GapFact, string[]>();
  for (const { fact, item } of gaps) {
    const items = missing.get(fact) ?? [];
    missing.set(fact, items);
    if (item) items.push(item.key);
  }
  const rated = (list: readonly Vulnerability[], rating: NRating | undefined) =>
    list.filter(({ detail }) => detail.currentRating === rating).length;
  return {
    reported: vulnerabilities.length,
    active: active.length,
    fullyMitigated: ended("Fully Mitigated").length,
    partiallyMitigated: ended("Partially Mitigated").length,
    falsePositive: ended("False Positive").length,
    overdue: vulnerabilities.filter(({ detail }) => detail.overdueStatus?.isOverdue).length,
    reachableAndExploitable: active.filter(({ detail }) => detail.isInternetReachable && detail.isLikelyExploitable)
      .length,
    accepted: accepted.length,
    byRating: RATINGS.map((rating) => ({ rating, active: rated(active, rating), accepted: rated(accepted, rating) })),
    missing: [...missing].map(([fact, items]) => ({ fact, items })),
  };
}

const RATINGS = [5, 4, 3, 2, 1, undefined] as const;

/** Nobody has told its end. */
function isActive({ detail }: Vulnerability): boolean {
  return detail.finalDisposition === undefined;
}
