import type { Carried } from "../model/carried-item.js";
import type { VerSidecar } from "../model/evidence.js";
import type { LossReport } from "../model/losses.js";
import type { VerActivity, Vulnerability, VulnerabilityDetail } from "../model/ver-report.js";
import { activityOf, isFound, type VerSettings } from "./activity.js";
import { fatesOf } from "./fates.js";
import { knownItems } from "./known-items.js";
import { endOf, momentOf } from "./moment.js";

/** One of FedRAMP's three reports: the name of its file and the value that JSON.stringify writes; what is undefined it leaves out. */
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
  const items = knownItems(carried, sidecar, settings.asOf);
  const activity = activityOf(items, carried, sidecar, settings);
  const { gaps, notes, history } = activity;
  const reported = items.filter((known) => isFound(known, settings.asOf));
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
      json: {
        certificationPackageOverviewUri,
        reportPeriod,
        vulnerabilities: vulnerabilities.map(detailOf),
      },
    },
    {
      name: "accepted-vulnerabilities.json",
      json: {
        certificationPackageOverviewUri,
        reportPeriod,
        acceptedVulnerabilities: accepted.map(acceptedOf),
      },
    },
    {
      name: "historical-activity.json",
      json: {
        certificationPackageOverviewUri,
        generatedAt: momentOf(asOf),
        activeVulnerabilities: history.active.map(detailOf),
        acceptedVulnerabilities: history.accepted.map(acceptedOf),
      },
    },
  ];
}

function detailOf({ detail }: Vulnerability): VulnerabilityDetail {
  return detail;
}

function acceptedOf({ detail, acceptanceRationale }: Vulnerability) {
  return { vulnerabilityDetail: detail, acceptanceRationale };
}
