import type { IsoDate } from "./date.js";

/** What no POA&M shows, from the `report` section of the config; absent is "not supplied". */
export interface ReportFacts {
  readonly organisation?: string;
  readonly system?: string;
  /** The id of the authorization package, e.g. FR1234567890. */
  readonly systemId?: string;
  /** Absolute path of an image (PNG, JPEG or SVG). */
  readonly logo?: string;
  readonly systemStatus?: SystemStatus;
  readonly overview?: string;
  /** Unique vulnerabilities at the authorization. */
  readonly baseline?: number;
  /** The anniversary of the authorization by which this year's package is due. */
  readonly anniversary?: IsoDate;
  /** When this year's security assessment plan was delivered. */
  readonly assessmentPlanDelivered?: IsoDate;
  /** When this year's whole package was delivered. */
  readonly packageDelivered?: IsoDate;
  readonly scans?: readonly ScanSummary[];
  /** What reviewers found apart from the figures; true trips its trigger, false clears it. */
  readonly deliverablesPoorOrLate?: boolean;
  readonly transparencyLacking?: boolean;
  readonly changeNoticeShort?: boolean;
  readonly itemsOfNote?: readonly string[];
  readonly considerations?: readonly string[];
  readonly agencies?: readonly string[];
  readonly sections?: readonly ExtraSection[];
}

export const SYSTEM_STATUSES = ["Satisfactory", "Minor Concern", "Major Concern"] as const;
export type SystemStatus = (typeof SYSTEM_STATUSES)[number];

/** What a month's scans say. */
export interface ScanSummary {
  /** `yyyy-mm`. */
  readonly month: string;
  /** Of all scans of the submission, how many per cent were not authenticated. */
  readonly unauthenticatedPercent?: number;
  /** Risk-adjusted for approved deviations, each vulnerability once. */
  readonly unique?: ScanCounts;
  /** As the scanners gave them. */
  readonly raw?: ScanCounts;
}

export type ScanCounts = Readonly<Partial<Record<ScanTarget, RatingCounts>>>;

export const SCAN_TARGETS = ["os", "web", "database"] as const;
export type ScanTarget = (typeof SCAN_TARGETS)[number];

export interface RatingCounts {
  readonly high: number;
  readonly moderate: number;
  readonly low: number;
}

/** A section of the organisation's own: paragraphs of plain text. */
export interface ExtraSection {
  readonly title: string;
  readonly text: string;
}
