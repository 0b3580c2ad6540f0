import { reference } from "../model/cell.js";
import type { VerReport } from "../model/ver-report.js";
import { text } from "./json.js";

/** For programs: the monthly report, version 1, with FedRAMP's three reports as they are written to files of their own. */
export function verJson(
  { header, activity, counts }: VerReport,
  reports: Readonly<Record<string, object>>,
  version: string,
): string {
  const { asOf, period, gaps, notes } = activity;
  const whole = {
    version: 1,
    tool: { name: "poam", version },
    asOf,
    period,
    system: header.system ?? null,
    organisation: header.organisation ?? null,
    class: header.class ?? null,
    workbook: header.workbook,
    counts: { ...counts, byRating: counts.byRating.map(({ rating = null, ...rest }) => ({ rating, ...rest })) },
    reports,
    missing: gaps.map(({ fact, item }) => ({ fact, item: item?.id ?? null, cell: item ? reference(item.at) : null })),
    notes,
  };
  return `${text(whole, 2)}\n`;
}
