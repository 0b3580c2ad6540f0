import type { GapFact, VerGap, Vulnerability } from "../model/ver-report.js";
import type { KnownItem } from "./known-items.js";
import { isApproved } from "./vulnerability.js";

/** What a person must supply for an item; `isAged`: it is only in the history, which asks for no evaluation of old items. */
export function gapsOf(known: KnownItem, vulnerability: Vulnerability, isAged: boolean): readonly VerGap[] {
  const { facts, isClosed, closedOn, trackingId, isNamesake } = known;
  const { detail, isOverdue } = vulnerability;
  const missing: GapFact[] = [];
  if (trackingId === undefined || isNamesake) missing.push("trackingId");
  if (detail.detection.detectedAt === undefined) missing.push("detectedAt");
  if (detail.detection.detectionSource === undefined) missing.push("detectionSource");
  if (isClosed && closedOn === undefined) missing.push("closedOn");
  if (!isAged) {
    if (facts.evaluatedOn === undefined) missing.push("evaluatedOn");
    // What was never there has no reach and no impact.
    if (detail.finalDisposition !== "False Positive" && !isApproved(known.item, "falsePositive")) {
      for (const fact of EVALUATED) if (facts[fact] === undefined) missing.push(fact);
    }
    if (isOverdue && detail.overdueStatus === undefined) missing.push("explanation");
  }
  return missing.map((fact) => ({ fact, item: known }));
}

const EVALUATED = ["internetReachable", "likelyExploitable", "rating"] as const;
