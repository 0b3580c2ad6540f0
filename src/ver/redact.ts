import { reference } from "../model/cell.js";
import type { VerActivity, VerGap, Vulnerability } from "../model/ver-report.js";

/** The activity without any text from cells or from the sidecar: items are named by their places. */
export function redactedActivity(activity: VerActivity): VerActivity {
  const { vulnerabilities, accepted, history, gaps } = activity;
  return {
    ...activity,
    vulnerabilities: vulnerabilities.map(redacted),
    accepted: accepted.map(redacted),
    history: { active: history.active.map(redacted), accepted: history.accepted.map(redacted) },
    gaps: gaps.map(withoutId),
  };
}

function redacted({ detail, acceptanceRationale, ...rest }: Vulnerability): Vulnerability {
  const { detection, overdueStatus } = detail;
  return {
    ...rest,
    acceptanceRationale: acceptanceRationale && HIDDEN,
    detail: {
      ...detail,
      providerTrackingId: reference(rest.at),
      detection: { ...detection, detectionSource: detection.detectionSource && HIDDEN },
      vulnerabilityDescription: HIDDEN,
      potentialAgencyImpact: detail.potentialAgencyImpact && HIDDEN,
      overdueStatus: overdueStatus && { ...overdueStatus, explanation: overdueStatus.explanation && HIDDEN },
      supplementaryRiskInformation: detail.supplementaryRiskInformation && HIDDEN,
    },
  };
}

const HIDDEN = "(redacted)";

function withoutId({ fact, item }: VerGap): VerGap {
  return { fact, item: item && { ...item, id: undefined, key: reference(item.at), facts: {} } };
}
