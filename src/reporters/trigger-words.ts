import { TRIGGER_IDS, type TriggerId } from "../model/report-triggers.js";

/** The text with the ids of triggers, which only programs know, as their short names. */
export function triggerNames(text: string): string {
  return text.replace(IDS, (id) => NAMES[id as TriggerId]);
}

const NAMES: Readonly<Record<TriggerId, string>> = {
  "unique-vulnerabilities-up": "unique vulnerabilities above the baseline",
  "unauthenticated-scans": "unauthenticated scans",
  "unauthenticated-scans-again": "unauthenticated scans again",
  "high-aged-30": "late High items older than 30 days",
  "high-aged-60": "late High items older than 60 days",
  "moderate-aged-90": "late Moderate items older than 90 days",
  "moderate-aged-120": "late Moderate items older than 120 days",
  "assessment-plan-late": "assessment plan late",
  "package-late": "annual package late",
  "deliverables-poor-or-late": "deliverables poor or late",
  "transparency-lacking": "lack of transparency",
  "trigger-repeated": "a trigger repeated within six months",
  "change-notice-short": "change notified too late or its analysis inadequate",
};

/** Whole ids: one begins as another. */
const IDS = new RegExp(`(?<![\\w-])(?:${TRIGGER_IDS.join("|")})(?![\\w-])`, "g");
