import type { GapFact, VerGap } from "../model/ver-report.js";
import { amount, count } from "./last-line.js";

/** What a person is asked for, in words. */
export const GAP_NAMES: Readonly<Record<GapFact, string>> = {
  certificationPackageOverviewUri: "address of the Certification Package Overview",
  trackingId: "tracking id of its own",
  detectedAt: "detection date",
  detectionSource: "detection source",
  evaluatedOn: "evaluation date",
  internetReachable: "whether internet-reachable",
  likelyExploitable: "whether likely exploitable",
  rating: "N-rating",
  explanation: "explanation why overdue",
  closedOn: "closing date",
  description: "description",
  potentialAgencyImpact: "potential agency impact",
  supplementaryRiskInformation: "supplementary risk information",
  acceptanceRationale: "acceptance rationale",
};

/** `missing of 12 items: evaluation date (12), N-rating (3)`; undefined where nothing is. */
export function gapSentence(gaps: readonly VerGap[]): string | undefined {
  if (gaps.length === 0) return undefined;
  const counts = new Map<GapFact, number>();
  for (const { fact } of gaps) counts.set(fact, (counts.get(fact) ?? 0) + 1);
  const items = new Set(gaps.flatMap(({ item }) => item?.key ?? [])).size;
  const whole = gaps.some(({ item }) => !item) ? [GAP_NAMES.certificationPackageOverviewUri] : [];
  const ofItems = [...counts].flatMap(([fact, number]) =>
    fact === "certificationPackageOverviewUri" ? [] : [`${GAP_NAMES[fact]} (${amount(number)})`],
  );
  const some = items === 0 ? [] : [`of ${count(items, "item")}: ${ofItems.join(", ")}`];
  return `missing: ${[...whole, ...some].join("; ")}`;
}
