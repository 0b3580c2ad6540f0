import type { IsoDate } from "./date.js";
import type { Poam } from "./poam.js";

/** What the user gives besides the workbook. A rule that needs a part of it is silent where that part was not given. */
export interface Evidence {
  /** Last month's POA&M (`--previous`). */
  readonly previous?: Poam;
  /** FedRAMP's Integrated Inventory Workbook (`--inventory`), read as a register: `assets` is the unique asset identifier. */
  readonly inventory?: Poam;
  /** FedRAMP's deviation request form (`--deviations`), an item a request. */
  readonly deviations?: Poam;
  /** The SAR's Risk Exposure Table (`--ret`): open risks are open items, those corrected during testing closed ones. */
  readonly riskExposure?: Poam;
  /** CISA's catalogue of known exploited vulnerabilities (`--kev`), by CVE id. */
  readonly kev?: ReadonlyMap<string, KevEntry>;
  /** What a POA&M has no column for, by POA&M id (`poam.ver.json` beside the workbook). */
  readonly ver?: VerSidecar;
}

export interface KevEntry {
  readonly cve: string;
  readonly addedOn: IsoDate;
  readonly dueOn: IsoDate;
}

/** The facts of vulnerability evaluation and reporting (VER) that FedRAMP asks for and no POA&M form holds. */
export interface VerSidecar {
  /** By POA&M id; an item without one, or with another's, by its place: `'Open POA&M Items'!B12`. */
  readonly items: ReadonlyMap<string, VerFacts>;
  /** The address of the provider's Certification Package Overview. */
  readonly certificationPackageOverviewUri?: string;
  readonly reportPeriod?: VerPeriod;
  readonly class?: NonNullable<SystemFacts["class"]>;
}

/** What a report covers, both days included. */
export interface VerPeriod {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Potential agency impact, N1 to N5. */
export type NRating = 1 | 2 | 3 | 4 | 5;

export const DISPOSITIONS = ["Fully Mitigated", "Partially Mitigated", "False Positive"] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** An `…At` is a day or a time with its zone, `2026-03-14` or `2026-03-14T09:30:00Z`. */
export interface VerFacts {
  readonly evaluatedOn?: IsoDate;
  readonly internetReachable?: boolean;
  readonly likelyExploitable?: boolean;
  readonly rating?: NRating;
  /** Inputs of CISA BOD 26-04's matrix. */
  readonly publiclyExposed?: boolean;
  readonly automatable?: boolean;
  readonly technicalImpact?: "total" | "partial";
  /** Why it is overdue, or likely to be. */
  readonly explanation?: string;
  /** What stands for the POA&M's own values in a report: they are missing there, or not to be told. */
  readonly trackingId?: string;
  readonly detectedAt?: string;
  readonly detectionSource?: string;
  readonly closedOn?: IsoDate;
  readonly description?: string;
  readonly potentialAgencyImpact?: string;
  readonly projectedNextReduction?: { readonly estimatedAt: string; readonly targetRating: NRating };
  readonly supplementaryRiskInformation?: string;
  readonly finalDisposition?: Disposition;
  /** Why the vulnerability is accepted; an open item that has it is. */
  readonly acceptanceRationale?: string;
}

/** What is so of the system, whatever the month: from `poam.config.json`. */
export interface SystemFacts {
  /** The control baseline: an id of `BASELINES`; absent: the header's impact level decides. */
  readonly baseline?: string;
  /** FedRAMP certification class (CR26). */
  readonly class?: "A" | "B" | "C" | "D";
  readonly cmmcLevel?: 1 | 2 | 3;
  /** CMMC: the POA&M of an assessment, or the operational plan of action (CA.L2-3.12.2). Default: assessment. */
  readonly kind?: "assessment" | "operational";
  /** The Conditional CMMC Status Date (`--conditional-date`). */
  readonly conditionalDate?: IsoDate;
  /** The plan of action completion date posted to SPRS. */
  readonly sprsCompletionDate?: IsoDate;
}
