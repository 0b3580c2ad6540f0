import { carry } from "./convert/carry.js";
import type { VerSidecar } from "./model/evidence.js";
import type { Poam } from "./model/poam.js";
import type { ReportFacts } from "./model/report-facts.js";
import type { HeaderField } from "./model/template.js";
import type { VerReport } from "./model/ver-report.js";
import { type VerSettings, verActivity } from "./ver/activity.js";
import { countsOf } from "./ver/counts.js";
import { redactedActivity } from "./ver/redact.js";

export interface VerReportOptions extends VerSettings {
  readonly facts: ReportFacts;
  /** No text from cells: items are named by their places. */
  readonly redact: boolean;
  /** The name of the POA&M's file. */
  readonly workbook: string;
  /** `poam 1.2.3` */
  readonly tool: string;
}

/** FedRAMP's monthly vulnerability report of a POA&M: what the three JSON reports say, for people. */
export function verReportOf(poam: Poam, sidecar: VerSidecar, options: VerReportOptions): VerReport {
  const { facts, redact, workbook, tool } = options;
  const carried = carry(poam);
  const whole = verActivity(carried, sidecar, options);
  const activity = redact ? redactedActivity(whole) : whole;
  const value = (field: HeaderField) => (redact ? undefined : carried.header.get(field)?.text.trim());
  return {
    header: {
      system: facts.system ?? value("system"),
      organisation: facts.organisation ?? value("organization") ?? value("component"),
      class: options.class ?? sidecar.class,
      workbook,
      tool,
    },
    activity,
    counts: countsOf(activity),
  };
}
