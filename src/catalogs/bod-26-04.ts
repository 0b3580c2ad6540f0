/**
 * CISA Binding Operational Directive 26-04 of 2026-06-10, as CERT/CC publishes its decision table (version 1.0.0):
 * remediation by publicly exposed, known exploited, automatable and technical impact. Undefined: with the next scheduled
 * major upgrade.
 */
export function remediationTime({
  exposed,
  known,
  automatable,
  total,
}: RemediationFactors): RemediationTime | undefined {
  if (known && total && (exposed || automatable)) return { days: 3, triage: true };
  if (exposed && automatable && (known || total)) return { days: 3, triage: false };
  if (known) return { days: 14, triage: false };
  if (exposed) return { days: automatable || total ? 14 : 60, triage: false };
  return automatable ? { days: 60, triage: false } : undefined;
}

export interface RemediationFactors {
  readonly exposed: boolean;
  readonly known: boolean;
  readonly automatable: boolean;
  /** Whether the technical impact is total; else it is partial. */
  readonly total: boolean;
}

export interface RemediationTime {
  readonly days: number;
  /** Whether forensic triage is asked for besides. */
  readonly triage: boolean;
}
