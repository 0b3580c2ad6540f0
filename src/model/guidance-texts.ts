import type { FieldName } from "./field.js";
import type { HeaderField, NewSheetName } from "./template.js";

/**
 * What new workbooks say below their headings, by field, in our own words: their fingerprints stand in the `guidance` of the
 * templates beside those of the issued forms, so that no reader takes them for items.
 */
export const GUIDANCE: Readonly<Partial<Record<FieldName, string>>> = {
  id: "One identifier for each item, never used again",
  controls: "Controls of SP 800-53 that the weakness touches, with commas between them",
  weakness: "A short name; for scanner findings the name that the scanner gives",
  description: "What is wrong, in full; for scanner findings the scanner's own description",
  source: "The scanner, assessment or person that found the weakness",
  sourceIdentifier: "The scanner's id of the vulnerability, one for each item",
  assets: "Inventory ids of the affected assets, one on a line, port and protocol in brackets",
  pointOfContact: "The person who answers for the remediation",
  resources: "What is needed beyond the resources at hand",
  remediationPlan: "What will be done, with which tools, and by when",
  detectedOn: "The day when the weakness was first found; it never changes",
  scheduledCompletion: "The day by which the weakness will be gone",
  milestones: "Numbered steps, each with its day, a blank line between them",
  milestoneChanges: "What became of a step: its number, New, Update or Complete, the day, and why",
  statusDate: "The day when this item was last changed or closed",
  vendorDependency: "Whether the remediation waits for a vendor",
  vendorCheckIn: "The day when the vendor was last asked",
  vendorProduct: "The product that the vendor has to mend",
  originalRating: "The rating as the scanner or the assessor gave it",
  adjustedRating: "The rating after an approved or requested adjustment",
  riskAdjustment: "Whether the rating was adjusted; Pending until the agency approves",
  falsePositive: "Whether the finding is none; Pending until the agency approves",
  operationalRequirement: "Whether the weakness must stay for the service to run; Pending until approved",
  deviationRationale: "Why the deviation is asked for, and what mitigates the risk meanwhile",
  evidence: "Documents that belong to this item",
  comments: "Whatever has no column of its own",
  autoApprove: "Whether the deviation was approved by an agreed rule",
  kevTracking: "Whether the vulnerability is in CISA's catalogue of exploited ones",
  kevDueDate: "The day that CISA set for it, if it is in that catalogue",
  cves: "CVE ids of the vulnerability, one on a line",
  serviceName: "Names of the services affected, as buyers know them, one on a line",
  remediatedOn: "The day when the document was put right",
};

/** The row of examples of forms that have one; elsewhere the column's hint stands there. */
export const EXAMPLES: Readonly<Partial<Record<FieldName, string>>> = {
  id: "Your own scheme, such as VM-2026-001",
  weakness: "Outdated library on the example web server",
  description: "The example web server runs a release that its maintainers no longer mend.",
  source: "Name of the scanner, or penetration test",
  assets: "example-web-01 (443/TCP)\nexample-web-02 (443/TCP)",
  pointOfContact: "Jordan Example, Example Cloud",
  remediationPlan: "Move the example web server to the maintained release: 1) test, 2) roll out, 3) scan again",
  deviationRationale: "Why, and whether the part faces the internet; else blank",
  evidence: "Name of the file, and where it is kept",
  comments: "A remark, or blank",
};

/** What stands between the labels of the header block and their values. */
export const HEADER_GUIDANCE: Readonly<Partial<Record<HeaderField, string>>> = {
  organization: "The provider's name, as the marketplace has it",
  system: "The offering's name, as the marketplace has it",
  impactLevel: "The offering's level: LI-SaaS, Low, Moderate or High",
  poamDate: "The day of this submission, once a month at least",
};

/** The rows of the sheets without items. */
export const NEW_SHEET_ROWS: Readonly<Record<NewSheetName, readonly (readonly string[])[]>> = {
  Instructions: [
    ["How to fill in this workbook"],
    ["1. Keep the headings and the rows of guidance below them as they are."],
    ["2. One weakness, one row. Closed items move to the sheet of closed items."],
    ["3. Dates are real dates, not text."],
  ],
  "Record of Changes": [["Date", "Description", "Version", "Author"]],
};
