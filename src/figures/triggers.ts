import { addDays, daysBetween, type IsoDate } from "../model/date.js";
import type { ReportFacts } from "../model/report-facts.js";
import type { UniqueVulnerabilities } from "../model/report-grids.js";
import type { Trigger } from "../model/report-triggers.js";
import type { Band, Entry } from "./entry.js";
import type { MonthOf } from "./months.js";

/** What the triggers are counted from. */
export interface TriggerEvidence {
  readonly asOf: IsoDate;
  /** Six, the last the month reported on. */
  readonly months: readonly MonthOf[];
  readonly unique: UniqueVulnerabilities;
  readonly facts: ReportFacts;
}

/**
 * FedRAMP's escalation triggers, in the order of its table: ConMon Performance Management Guide 3.0, Table 1. "Within six
 * months" is within the six months that the report shows.
 */
export function triggersOf(evidence: TriggerEvidence): readonly Trigger[] {
  const { months, unique, facts } = evidence;
  const open = months.at(-1)!.snapshot!.open;
  const now = [uniqueUp(unique, months.length - 1), ...agedTriggers(open)];
  return [
    now[0]!,
    ...unauthenticatedScans(months, facts),
    ...now.slice(1),
    assessmentPlanLate(evidence),
    packageLate(evidence),
    reported(facts.deliverablesPoorOrLate, DELIVERABLES),
    reported(facts.transparencyLacking, TRANSPARENCY),
    repeated(now, evidence),
    reported(facts.changeNoticeShort, CHANGE_NOTICE),
  ];
}

const SOURCE = "FedRAMP Continuous Monitoring Performance Management Guide 3.0, Table 1";
const base = { source: SOURCE, items: [] as readonly string[], unit: "items" } as const;

const AGED: readonly { id: Trigger["id"]; level: Trigger["level"]; band: Band; age: number; enough: number }[] = [
  { id: "high-aged-30", level: "DFR", band: "High", age: 30, enough: 5 },
  { id: "high-aged-60", level: "CAP", band: "High", age: 60, enough: 5 },
  { id: "moderate-aged-90", level: "DFR", band: "Moderate", age: 90, enough: 10 },
  { id: "moderate-aged-120", level: "CAP", band: "Moderate", age: 120, enough: 10 },
];

/**
 * Late items by the rating that counts and the days since detection. Items that an exception holds (a vendor checked in with,
 * an approved deviation) are not late and do not count; those whose deviation is only pending do.
 */
function agedTriggers(open: readonly Entry[]): readonly Trigger[] {
  return AGED.map(({ id, level, band, age, enough }) => {
    const items = open
      .filter((entry) => entry.daysLate > 0 && entry.band === band && entry.age !== undefined && entry.age > age)
      .map(({ id }) => id);
    return {
      ...base,
      id,
      level,
      what: `${enough} or more late ${band} items older than ${age} days`,
      state: tripped(items.length >= enough),
      count: items.length,
      threshold: enough,
      items,
      detail: "Late items by the rating that counts, by days since detection.",
    };
  });
}

function uniqueUp({ months, baseline, threshold }: UniqueVulnerabilities, index: number): Trigger {
  const { total, from } = months[index]!;
  const known = total !== undefined && threshold !== undefined;
  return {
    ...base,
    id: "unique-vulnerabilities-up",
    level: "DFR",
    what: "Unique vulnerabilities 20 % or 10 above the baseline of the authorization, whichever is more",
    state: known ? tripped(total >= threshold) : "not-supplied",
    count: total,
    threshold,
    unit: "unique vulnerabilities",
    detail:
      baseline === undefined
        ? "Needs the baseline of the authorization: report.baseline in poam.config.json."
        : `Baseline ${baseline}; counted from ${from === "scans" ? "the scan summary" : "the POA&M"}.`,
  };
}

function unauthenticatedScans(months: readonly MonthOf[], { scans = [] }: ReportFacts): readonly Trigger[] {
  const shares = months.map(({ month }) => scans.find((scan) => scan.month === month)?.unauthenticatedPercent);
  const share = shares.at(-1);
  const before = shares.slice(0, -1);
  const earlier = before.filter((one) => one !== undefined && one >= 10).length;
  const known = before.some((one) => one !== undefined);
  const common = { ...base, count: share, threshold: 10, unit: "% of scans" };
  const missing = `Needs the month's share of unauthenticated scans: report.scans in poam.config.json.`;
  const over = share !== undefined && share >= 10;
  return [
    {
      ...common,
      id: "unauthenticated-scans",
      level: "DFR",
      what: "10 % or more of the scans unauthenticated, for the first time in six months",
      state: share === undefined ? "not-supplied" : tripped(over && earlier === 0),
      detail:
        share === undefined ? missing : earlier > 0 ? "Not the first time in six months." : "From the scan summary.",
    },
    {
      ...common,
      id: "unauthenticated-scans-again",
      level: "CAP",
      what: "10 % or more of the scans unauthenticated, again within six months",
      state: share === undefined || (over && !known) ? "not-supplied" : tripped(over && earlier > 0),
      detail:
        share === undefined
          ? missing
          : over && !known
            ? "Needs the scan summaries of the five months before: report.scans in poam.config.json."
            : `${earlier} of the five months before had 10 % or more.`,
    },
  ];
}

function assessmentPlanLate({ asOf, facts }: TriggerEvidence): Trigger {
  const { anniversary, assessmentPlanDelivered: delivered } = facts;
  const common = {
    ...base,
    id: "assessment-plan-late",
    level: "CAP",
    what: "Annual security assessment plan delivered less than 60 days before the anniversary",
    threshold: 60,
    unit: "days before",
  } as const;
  if (anniversary !== undefined && delivered !== undefined) {
    const days = daysBetween(delivered, anniversary);
    const detail = `Delivered ${delivered}; anniversary ${anniversary}.`;
    return { ...common, state: tripped(days < 60), count: days, detail };
  }
  if (anniversary !== undefined && asOf <= addDays(anniversary, -60)) {
    return { ...common, state: "not-tripped", count: undefined, detail: `Due by ${addDays(anniversary, -60)}.` };
  }
  const need = anniversary === undefined ? "report.anniversary" : "report.assessmentPlanDelivered";
  return { ...common, state: "not-supplied", count: undefined, detail: `Needs ${need} in poam.config.json.` };
}

function packageLate({ asOf, facts }: TriggerEvidence): Trigger {
  const { anniversary, packageDelivered: delivered } = facts;
  const common = {
    ...base,
    id: "package-late",
    level: "CAP",
    what: "Full annual package delivered after the anniversary",
    threshold: 1,
    unit: "days after",
  } as const;
  if (anniversary !== undefined && delivered !== undefined) {
    const days = daysBetween(anniversary, delivered);
    const detail = `Delivered ${delivered}; anniversary ${anniversary}.`;
    return { ...common, state: tripped(days >= 1), count: Math.max(0, days), detail };
  }
  if (anniversary !== undefined && asOf <= anniversary) {
    return { ...common, state: "not-tripped", count: undefined, detail: `Due by ${anniversary}.` };
  }
  const need = anniversary === undefined ? "report.anniversary" : "report.packageDelivered";
  return { ...common, state: "not-supplied", count: undefined, detail: `Needs ${need} in poam.config.json.` };
}

interface Reported {
  readonly id: Trigger["id"];
  readonly level: Trigger["level"];
  readonly what: string;
  readonly key: keyof ReportFacts;
}

const DELIVERABLES: Reported = {
  id: "deliverables-poor-or-late",
  level: "DFR",
  what: "Poor-quality or late deliverables",
  key: "deliverablesPoorOrLate",
};
const TRANSPARENCY: Reported = {
  id: "transparency-lacking",
  level: "CAP",
  what: "Lack of transparency, or scans manipulated",
  key: "transparencyLacking",
};
const CHANGE_NOTICE: Reported = {
  id: "change-notice-short",
  level: "CAP",
  what: "Planned change notified less than 30 days ahead, or its security impact analysis inadequate",
  key: "changeNoticeShort",
};

/** What only the reviewers know; the config says it. */
function reported(answer: boolean | undefined, { id, level, what, key }: Reported): Trigger {
  return {
    ...base,
    id,
    level,
    what,
    state: answer === undefined ? "not-supplied" : tripped(answer),
    count: undefined,
    threshold: undefined,
    unit: "",
    detail: answer === undefined ? `Needs report.${key} in poam.config.json.` : "From the config.",
  };
}

/** Those tripped now that were tripped before, each month's POA&M judged on its own day. */
function repeated(now: readonly Trigger[], { months, unique }: TriggerEvidence): Trigger {
  const earlier = months.slice(0, -1).flatMap(({ snapshot, label }, index) => {
    if (!snapshot) return [];
    const then = [uniqueUp(unique, index), ...agedTriggers(snapshot.open)];
    return then.filter(({ state }) => state === "tripped").map(({ id }) => ({ id, label }));
  });
  const trippedNow = now.filter(({ state }) => state === "tripped");
  const again = trippedNow.flatMap(({ id }) => {
    const labels = earlier.filter((one) => one.id === id).map(({ label }) => label);
    return labels.length > 0 ? [`${id} (${labels.join(", ")})`] : [];
  });
  const supplied = months.slice(0, -1).filter(({ snapshot }) => snapshot).length;
  const unknown = trippedNow.length > 0 && supplied === 0;
  return {
    ...base,
    id: "trigger-repeated",
    level: "CAP",
    what: "A trigger repeated within six months",
    state: unknown ? "not-supplied" : tripped(again.length > 0),
    count: unknown ? undefined : again.length,
    threshold: 1,
    unit: "triggers",
    detail: unknown
      ? "Needs the POA&Ms of the five months before: --previous."
      : again.length > 0
        ? `Tripped before: ${again.join("; ")}.`
        : `Of those counted from the POA&M; ${supplied} of the five months before supplied.`,
  };
}

function tripped(holds: boolean): "tripped" | "not-tripped" {
  return holds ? "tripped" : "not-tripped";
}
