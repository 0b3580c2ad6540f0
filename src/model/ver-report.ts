import type { CellRef } from "./cell.js";
import type { IsoDate } from "./date.js";
import type { Disposition, NRating, VerFacts, VerPeriod } from "./evidence.js";

/**
 * FedRAMP's `vulnerabilityDetail` (common definitions, 2026-06-24): what VER-RPT-VDT and VER-RPT-AVI ask for. Times are RFC 3339.
 * The schema requires the tracking id and the detection with its two members; one that nobody has supplied is undefined.
 */
export interface VulnerabilityDetail {
  readonly providerTrackingId: string | undefined;
  readonly detection: { readonly detectedAt: string | undefined; readonly detectionSource: string | undefined };
  readonly vulnerabilityDescription: string;
  readonly potentialAgencyImpact: string | undefined;
  readonly evaluationCompletedAt: string | undefined;
  readonly isInternetReachable: boolean | undefined;
  readonly isLikelyExploitable: boolean | undefined;
  readonly currentRating: NRating | undefined;
  readonly projectedNextReduction: { readonly estimatedAt: string; readonly targetRating: NRating } | undefined;
  readonly overdueStatus: { readonly isOverdue: boolean; readonly explanation: string | undefined } | undefined;
  readonly supplementaryRiskInformation: string | undefined;
  readonly finalDisposition: Disposition | undefined;
}

/** One vulnerability as it stood on a day. */
export interface Vulnerability {
  readonly detail: VulnerabilityDetail;
  /** Why it is accepted; undefined where it is not. */
  readonly acceptanceRationale: string | undefined;
  /** The first cell of its row. */
  readonly at: CellRef;
  /** Past its time, also where the report must not say so yet for want of an explanation. */
  readonly isOverdue: boolean;
}

/** What the three reports say; `period` is that of the first two, the history is as of the as-of day. */
export interface VerActivity {
  readonly asOf: IsoDate;
  readonly certificationPackageOverviewUri: string | undefined;
  readonly period: VerPeriod;
  /** Not accepted, with activity in the period: open in it, or closed in it. */
  readonly vulnerabilities: readonly Vulnerability[];
  readonly accepted: readonly Vulnerability[];
  /** All that were ever found, as they stand on the as-of day. */
  readonly history: { readonly active: readonly Vulnerability[]; readonly accepted: readonly Vulnerability[] };
  readonly gaps: readonly VerGap[];
  /** What else the user should know, a sentence each. */
  readonly notes: readonly string[];
}

/** What a person can be asked for. */
export type GapFact =
  | "certificationPackageOverviewUri"
  | Exclude<
      keyof VerFacts,
      "publiclyExposed" | "automatable" | "technicalImpact" | "projectedNextReduction" | "finalDisposition"
    >;

/** What a person must supply before a report is complete. */
export interface VerGap {
  readonly fact: GapFact;
  /** The item; undefined for what all reports need. */
  readonly item: VerItem | undefined;
}

/** An item, and what is known of it. */
export interface VerItem {
  /** By what the sidecar knows it: its id, else its place. */
  readonly key: string;
  readonly id: string | undefined;
  readonly at: CellRef;
  readonly isClosed: boolean;
  readonly facts: VerFacts;
}

/** FedRAMP's monthly report for people (VER-TFR-MHR): an activity, what is counted in it, and what stands above. */
export interface VerReport {
  readonly header: VerHeader;
  readonly activity: VerActivity;
  readonly counts: VerCounts;
}

/** Undefined: neither the workbook nor the config says it. */
export interface VerHeader {
  readonly system: string | undefined;
  readonly organisation: string | undefined;
  readonly class: string | undefined;
  readonly workbook: string;
  readonly tool: string;
}

/** Counts of the period's vulnerabilities; all but `accepted` of those that are not accepted. */
export interface VerCounts {
  readonly reported: number;
  readonly active: number;
  readonly fullyMitigated: number;
  readonly partiallyMitigated: number;
  readonly falsePositive: number;
  /** Those that the report calls overdue: each has its explanation. */
  readonly overdue: number;
  readonly reachableAndExploitable: number;
  readonly accepted: number;
  /** Active and accepted ones by N-rating, N5 first; undefined: not rated yet. */
  readonly byRating: readonly {
    readonly rating: NRating | undefined;
    readonly active: number;
    readonly accepted: number;
  }[];
  /** What a person must supply, with the items that lack it; what no item can lack has none. */
  readonly missing: readonly { readonly fact: GapFact; readonly items: readonly string[] }[];
}
