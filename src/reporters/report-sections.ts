import type { Report } from "../model/report.js";
import type { ReportSection } from "../model/report-section.js";
import {
  changesSection,
  considerationsSections,
  headerSection,
  notesSection,
  outlookSection,
  scansSection,
  statusSummary,
  triggersSection,
} from "./report-fact-sections.js";
import { agesSection, openSection, statusSection, uniqueSection } from "./report-grid-sections.js";
import { deviationSection, kevSection, lateSection, vendorSection } from "./report-item-sections.js";

/**
 * The report as every format prints it, in the order of FedRAMP's ConMon Monthly Report (ConMon Strategy & Guide 3.2, figure 2;
 * Collaborative ConMon Quick Guide 1.0). Sections that the framework or the form does not have are left out; what nobody
 * supplied reads "not supplied".
 */
export function sectionsOf(report: Report): readonly ReportSection[] {
  return [
    headerSection(report),
    statusSummary(report),
    ...triggersSection(report),
    ...uniqueSection(report),
    ...scansSection(report),
    openSection(report),
    agesSection(report),
    ...statusSection(report),
    notesSection(report),
    lateSection(report),
    ...vendorSection(report),
    ...deviationSection(report),
    ...kevSection(report),
    changesSection(report),
    outlookSection(report),
    ...considerationsSections(report),
  ];
}
