import type { SettingFlags } from "../settings.js";

export interface ReportFlags extends Omit<SettingFlags, "previous"> {
  readonly output?: string;
  readonly format?: ReportFormat;
  readonly previous?: readonly string[];
  readonly organisation?: string;
  readonly debug?: true;
}

export const REPORT_FORMATS = ["markdown", "html", "xlsx", "json"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
