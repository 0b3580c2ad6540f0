import type { CellRef } from "./cell.js";
import type { IsoDate } from "./date.js";
import type { ItemStatus } from "./item-status.js";
import type { Rating } from "./rating.js";
import type { Changes } from "./report-changes.js";
import type { ReportFacts, ScanSummary } from "./report-facts.js";
import type { OpenSummary, PastDueAges, StatusCount, UniqueVulnerabilities } from "./report-grids.js";
import type { Trends } from "./report-trends.js";
import type { Trigger } from "./report-triggers.js";

/**
 * One system's status report of a month, with every figure that any format prints. A figure that cannot be had is undefined,
 * which formats print as "not supplied" (JSON: null), never as 0. All else is counted.
 */
export interface Report {
  readonly terms: Terms;
  readonly header: ReportHeader;
  /** What the owners of the system say of it; from the config. */
  readonly facts: ReportFacts;
  readonly totals: Totals;
  /** Undefined where the framework counts none: all but FedRAMP. */
  readonly uniqueVulnerabilities: UniqueVulnerabilities | undefined;
  /** Scanning summaries by month, oldest first; from the config, empty where none was supplied. */
  readonly scans: readonly ScanSummary[];
  readonly openSummary: OpenSummary;
  readonly pastDueAges: PastDueAges;
  /** Open items by the text of their status; undefined where the form has no status column. */
  readonly statuses: readonly StatusCount[] | undefined;
  /** Most days late first. */
  readonly lateItems: readonly LateItem[];
  /** Undefined where the form has no such column, as are `deviations` and `kev`. */
  readonly vendorDependencies: readonly VendorDependency[] | undefined;
  readonly deviations: readonly DeviationItem[] | undefined;
  readonly kev: readonly KevItem[] | undefined;
  /** What a reviewer looks at first, in sentences made of the figures. */
  readonly notes: readonly Note[];
  /** Empty where the framework has none: all but FedRAMP. */
  readonly triggers: readonly Trigger[];
  /** Undefined without a POA&M of an earlier month. */
  readonly changes: Changes | undefined;
  readonly trends: Trends;
  /** Every item and where it stands, as `poam status` says it. */
  readonly items: readonly ItemStatus[];
}

/** What a framework calls things: the report is the same, its words are the framework's. */
export interface Terms {
  readonly framework: string;
  /** `FedRAMP Continuous Monitoring Report`. */
  readonly title: string;
  /** What one row is: `POA&M item`, `requirement`. */
  readonly item: string;
  readonly items: string;
  /** `past due`, `delayed`. */
  readonly late: string;
  /** What the rows of the grids are: `Original / adjusted risk`, `Severity`. */
  readonly rating: string;
  /** What the age of an item is counted from: `detection`. */
  readonly ageFrom: string;
  /** The sources of the layout and the figures, ready to be printed. */
  readonly sources: readonly string[];
}

/** What stands above the report. Undefined: neither the workbook nor the config says it. */
export interface ReportHeader {
  /** `March, 2026`: the month reported on. */
  readonly month: string;
  readonly system: string | undefined;
  /** The provider or component; `--organisation` and the config go before the workbook. */
  readonly organisation: string | undefined;
  readonly systemId: string | undefined;
  readonly impactLevel: string | undefined;
  readonly asOf: IsoDate;
  /** The POA&M's own date; vendor check-ins are measured against it. */
  readonly submittedOn: IsoDate | undefined;
  readonly workbook: string;
  readonly template: { readonly id: string; readonly title: string };
  readonly packs: readonly string[];
  /** The POA&Ms of earlier months that the trends come from, oldest first. */
  readonly previous: readonly { readonly workbook: string; readonly day: IsoDate }[];
  /** Absolute path of the logo; HTML and xlsx embed it. */
  readonly logo: string | undefined;
  readonly tool: string;
}

/** The figures that a reader wants in one line. */
export interface Totals {
  readonly open: number;
  readonly closed: number;
  readonly configuration: number;
  readonly late: number;
  readonly dueSoon: number;
  /** Within how many days `dueSoon` counts. */
  readonly soonDays: number;
  /** Undefined where the form has no status date. */
  readonly stale: number | undefined;
  /** Not late, now or when their date comes: a vendor dependency that holds, an approved deviation, an accepted risk. */
  readonly excused: number;
  /** Open items by effective rating, gravest first; `undefined` is the rating that cannot be read. */
  readonly byRating: readonly { readonly rating: Rating | undefined; readonly count: number }[];
}

/** How the report names an item. */
export interface ItemMention {
  /** The POA&M id; its place where it has none, and under `--redact`. */
  readonly id: string;
  readonly weakness: string | undefined;
  /** `High`, or `High/Mod` where the rating is adjusted or an adjustment is pending. */
  readonly rating: string;
  readonly at: CellRef;
}

export interface LateItem extends ItemMention {
  readonly detectedOn: IsoDate | undefined;
  /** Days since detection. */
  readonly age: number | undefined;
  readonly due: IsoDate | undefined;
  readonly daysLate: number;
  readonly owner: string | undefined;
  /** Why it is late, in words, and what is pending for it. */
  readonly status: string;
}

export interface VendorDependency extends ItemMention {
  readonly product: string | undefined;
  readonly lastCheckIn: IsoDate | undefined;
  /** Days from the last check-in to the POA&M's date; negative where it is later. */
  readonly daysSince: number | undefined;
  /** Whether the check-in is recent enough for the dependency to hold. */
  readonly holds: boolean;
  readonly due: IsoDate | undefined;
  /** 0 while the dependency holds. */
  readonly daysLate: number;
}

export interface DeviationItem extends ItemMention {
  readonly type: "risk adjustment" | "false positive" | "operational requirement";
  readonly state: "pending" | "approved";
  readonly late: boolean;
  readonly rationale: string | undefined;
}

export interface KevItem extends ItemMention {
  readonly cves: readonly string[];
  /** The due date that the item gives for the directive. */
  readonly due: IsoDate | undefined;
  readonly daysLate: number;
}

export interface Note {
  /** What it is about, for formats that mark it: `late-high`, `spike`. */
  readonly id: string;
  readonly text: string;
  readonly items: readonly string[];
}

/** Several systems together: a row each, and the sums of what was counted. */
export interface Portfolio {
  readonly asOf: IsoDate;
  readonly organisation: string | undefined;
  readonly tool: string;
  readonly systems: readonly PortfolioRow[];
  /** Workbooks that could not be read, each with the sentence why; no figure counts them. */
  readonly unreadable: readonly { readonly workbook: string; readonly reason: string }[];
  /** Sums over the systems that could be read. */
  readonly totals: PortfolioFigures;
}

export interface PortfolioRow extends PortfolioFigures {
  readonly workbook: string;
  readonly system: string | undefined;
  readonly template: string;
  readonly submittedOn: IsoDate | undefined;
  readonly systemStatus: string | undefined;
  /** Names of the escalation triggers tripped. */
  readonly tripped: readonly string[];
}

export interface PortfolioFigures {
  readonly open: number;
  /** Open items by effective rating: Critical and Very High count as High, Very Low as Low. */
  readonly high: number;
  readonly moderate: number;
  readonly low: number;
  readonly unrated: number;
  readonly late: number;
  readonly stale: number | undefined;
  readonly vendorDependencies: number | undefined;
  readonly deviationsPending: number | undefined;
  readonly added: number | undefined;
  readonly closed: number | undefined;
}
