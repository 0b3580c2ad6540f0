import { isPlaceholder } from "../codecs/placeholder.js";
import { type RatingCounts, SCAN_TARGETS, type ScanCounts, type ScanSummary } from "../model/report-facts.js";
import type { UniqueMonth, UniqueVulnerabilities } from "../model/report-grids.js";
import type { Band, Entry } from "./entry.js";
import type { MonthOf } from "./months.js";

/**
 * Unique vulnerabilities by month: FedRAMP ConMon Strategy & Guide 3.2, figure 2, and Vulnerability Scanning Requirements 3.0
 * (a vulnerability is unique by the scanner's id). The month's scan summary counts where the config has one; else the POA&M's
 * open items with a source identifier, each identifier once at its gravest rating, approved false positives left out.
 */
export function uniqueVulnerabilities(
  months: readonly MonthOf[],
  scans: readonly ScanSummary[],
  baseline: number | undefined,
): UniqueVulnerabilities {
  return {
    months: months.map(({ snapshot, ...month }): UniqueMonth => {
      const given = scans.find((scan) => scan.month === month.month)?.unique;
      const summary = given && Object.keys(given).length > 0 ? given : undefined;
      const counts = summary ? sumOf(summary) : snapshot && uniqueIn(snapshot.open);
      if (!counts)
        return { ...month, high: undefined, moderate: undefined, low: undefined, total: undefined, from: undefined };
      const { high, moderate, low, other = 0 } = counts;
      return { ...month, high, moderate, low, total: high + moderate + low + other, from: summary ? "scans" : "poam" };
    }),
    baseline,
    threshold: baseline === undefined ? undefined : thresholdOf(baseline),
    note: "Where no scan summary is supplied, the open items' source identifiers are counted, each once.",
  };
}

/** Baseline + 20 %, or + 10, whichever is more: ConMon Performance Management Guide 3.0, Table 1. */
export function thresholdOf(baseline: number): number {
  return baseline + Math.max(10, Math.ceil(baseline / 5));
}

/** All targets of a scan summary together. */
export function sumOf(counts: ScanCounts): RatingCounts & { readonly other?: number } {
  const given = SCAN_TARGETS.flatMap((target) => counts[target] ?? []);
  const sum = (of: (one: RatingCounts) => number) => given.reduce((total, one) => total + of(one), 0);
  return { high: sum(({ high }) => high), moderate: sum(({ moderate }) => moderate), low: sum(({ low }) => low) };
}

function uniqueIn(open: readonly Entry[]): RatingCounts & { readonly other?: number } {
  const gravest = new Map<string, Band | undefined>();
  for (const { item, band, falsePositive } of open) {
    const id = item.sourceIdentifier?.value?.trim().toLowerCase();
    if (id === undefined || isPlaceholder(id) || falsePositive === "Yes") continue;
    const known = gravest.get(id);
    if (!gravest.has(id) || rank(band) < rank(known)) gravest.set(id, band);
  }
  const count = (band: Band | undefined) => [...gravest.values()].filter((one) => one === band).length;
  return { high: count("High"), moderate: count("Moderate"), low: count("Low"), other: count(undefined) };
}

function rank(band: Band | undefined): number {
  return band === undefined ? 3 : ["High", "Moderate", "Low"].indexOf(band);
}
