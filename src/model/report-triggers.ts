/** One of FedRAMP's escalation triggers (ConMon Performance Management Guide 3.0, Table 1). */
export interface Trigger {
  readonly id: TriggerId;
  /** What trips it, in words. */
  readonly what: string;
  /** The least that follows: a detailed finding review, or a corrective action plan. */
  readonly level: "DFR" | "CAP";
  /** `not-supplied`: what it is counted from is in neither the POA&M nor the config. */
  readonly state: "tripped" | "not-tripped" | "not-supplied";
  /** What was counted: items, per cent, days; undefined where nothing was supplied or there is nothing to count. */
  readonly count: number | undefined;
  /** From which count on it is tripped (for days before a date: below which). */
  readonly threshold: number | undefined;
  readonly unit: string;
  /** The items counted, whether it is tripped or not. */
  readonly items: readonly string[];
  /** How the count came about, or what has to be supplied. */
  readonly detail: string;
  /** Ready to be printed. */
  readonly source: string;
}

export const TRIGGER_IDS = [
  "unique-vulnerabilities-up",
  "unauthenticated-scans",
  "unauthenticated-scans-again",
  "high-aged-30",
  "high-aged-60",
  "moderate-aged-90",
  "moderate-aged-120",
  "assessment-plan-late",
  "package-late",
  "deliverables-poor-or-late",
  "transparency-lacking",
  "trigger-repeated",
  "change-notice-short",
] as const;
export type TriggerId = (typeof TRIGGER_IDS)[number];
