import type { Carried } from "../model/carried-item.js";
import type { VerSidecar } from "../model/evidence.js";
import type { LossReport } from "../model/losses.js";
import type { VerActivity, Vulnerability, VulnerabilityDetail } from "../model/ver-report.js";
import { type VerSettings, verActivity } from "./activity.js";
import { fatesOf } from "./fates.js";
import { knownItems } from "./known-items.js";
import { dayOf, endOf, momentOf } from "./moment.js";

/** One of FedRAMP's three reports: the name of its file and the value that is written as JSON. */
export interface VerDocument {
  readonly name: "vulnerability-detail.json" | "accepted-vulnerabilities.json" | "historical-activity.json";
  readonly json: object;
}

export interface VerReports extends Pick<VerActivity, "gaps" | "notes"> {
  readonly reports: readonly VerDocument[];
  readonly losses: Pick<LossReport, "items" | "fields" | "changes" | "notes">;
}

/** The reports of a POA&M by FedRAMP's schemas of 2026-06-24, what is missing of them, and what of the POA&M does not go in. */
export function verReports(carried: Carried, sidecar: VerSidecar, settings: VerSettings): VerReports {
  const activity = verActivity(carried, sidecar, settings);
  const { gaps, notes, history } = activity;
  const reported = knownItems(carried, sidecar).filter(
    ({ detectedAt }) => detectedAt === undefined || dayOf(detectedAt) <= settings.asOf,
  );
  return {
    reports: verDocuments(activity),
    gaps,
    notes,
    losses: {
      items: history.active.length + history.accepted.length,
      fields: fatesOf(carried, reported, settings.withDescription),
      changes: [],
      notes,
    },
  };
}

/** The three reports of an activity. What the schema requires and nobody has supplied is left out, never made up. */
export function verDocuments(activity: VerActivity): readonly VerDocument[] {
  const { certificationPackageOverviewUri, asOf, period, vulnerabilities, accepted, history } = activity;
  const reportPeriod = { from: momentOf(period.from), to: endOf(period.to) };
  return [
    {
      name: "vulnerability-detail.json",
      json: withoutUndefined({
        certificationPackageOverviewUri,
        reportPeriod,
        vulnerabilities: vulnerabilities.map(detailOf),
      }),
    },
    {
      name: "accepted-vulnerabilities.json",
      json: withoutUndefined({
        certificationPackageOverviewUri,
        reportPeriod,
        acceptedVulnerabilities: accepted.map(acceptedOf),
      }),
    },
    {
      name: "historical-activity.json",
      json: withoutUndefined({
        certificationPackageOverviewUri,
        generatedAt: momentOf(asOf),
        activeVulnerabilities: history.active.map(detailOf),
        acceptedVulnerabilities: history.accepted.map(acceptedOf),
      }),
    },
  ];
}

function detailOf({ detail }: Vulnerability): VulnerabilityDetail {
  return detail;
}

function acceptedOf({ detail, acceptanceRationale }: Vulnerability) {
  return { vulnerabilityDetail: detail, acceptanceRationale };
}

/** Plain data as JSON would have it: no key without a value. */
function withoutUndefined(value: object): object {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, plain(one)]])),
  );
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === "object" && value !== null ? withoutUndefined(value) : value;
}
