// biome-ignore-all format: a table reads best with one plant a line
import { addDays } from "../../src/model/date.js";
import type { PoamItem } from "../../src/model/item.js";
import type { BookName } from "./books.js";
import { isPlain, type Plant, type Scene } from "./plant.js";

const FEDRAMP: readonly BookName[] = ["fedramp-2.1", "fedramp-3.0"];
const [TWO, THREE, NAVY, CMMC, GENERIC] = (
  ["fedramp-2.1", "fedramp-3.0", "emass-navy", "cmmc", "generic"] as const
).map((name) => [name]) as readonly (readonly BookName[])[] as readonly [
  readonly BookName[],
  readonly BookName[],
  readonly BookName[],
  readonly BookName[],
  readonly BookName[],
];
const ALL: readonly BookName[] = [...FEDRAMP, "emass-navy", "cmmc", "generic"];

const rated = (rating: string) => (item: PoamItem) => isPlain(item) && item.originalRating?.text === rating;
const withStatus = (status: string) => (item: PoamItem) => item.status?.text === status;
const REQUEST = "Deviation Request : DR-77.docx";
const reason = (type: string) => `${type} : The part is internal-facing and read by one batch job.`;

/** Approved or pending deviations as they ought to be, for plants that then spoil one thing. */
const pending = (field: "riskAdjustment" | "falsePositive" | "operationalRequirement", type: string) => ({
  [field]: "Pending",
  deviationRationale: reason(type),
  evidence: REQUEST,
});
const lowered = { ...pending("riskAdjustment", "Risk Adjustment"), adjustedRating: "Low" };

/** A High item that was found so many days ago: due, with its milestones, 30 days later. */
function found(scene: Scene, days: number) {
  const on = scene.day(-days);
  const [first, last] = [addDays(on, 21), addDays(on, 28)];
  return {
    detectedOn: on,
    scheduledCompletion: addDays(on, 30),
    remediationPlan: `Upgrade nginx to 1.27.1: test in staging by ${first}, roll out by ${last} and scan again.`,
    milestones: `(1) ${first}: Test nginx 1.27.1 in staging\n\n(2) ${last}: Roll out nginx 1.27.1`,
  };
}

/** Both milestones of `found` reported as met. */
const met = (scene: Scene, days: number) => ({
  milestoneChanges: `(1) Complete ${scene.day(21 - days)} : Tested\n\n(2) Complete ${scene.day(28 - days)} : Rolled out in part`,
});

/** Defects of one item that its row alone shows. */
export const ITEM_PLANTS: readonly Plant[] = [
  // What is missing, too much, or not of the form's list.
  { rule: "required-missing", books: ALL, put: { description: "" } },
  { rule: "required-missing", books: NAVY, of: withStatus("Completed"), put: { completedOn: "" } },
  { rule: "value-not-in-list", books: [...FEDRAMP, "cmmc"], of: rated("Moderate"), put: { originalRating: "Medium" } },
  { rule: "value-not-in-list", books: NAVY, put: { source: "Scanner" } },
  { rule: "critical-not-in-form", books: FEDRAMP, of: rated("High"), put: { originalRating: "Critical" } },
  { rule: "adjusted-rating-not-blank", books: THREE, put: { adjustedRating: "N/A" } },
  { rule: "placeholder-for-blank", books: THREE, put: { comments: "N/A" } },
  { rule: "text-too-long", books: NAVY, put: { resources: "One more day. ".repeat(20) } },
  { rule: "amount-malformed", books: ["emass-army"], put: { personnelFundedHours: "40 hours", personnelCostCode: "4110" } },
  { rule: "resource-costs-incomplete", books: ["emass-army"], put: { personnelFundedHours: "40" }, at: "personnelCostCode" },
  { rule: "closed-without-evidence", books: FEDRAMP, of: (item) => item.state === "closed" && item.falsePositive?.value === "No", put: { evidence: "", comments: "" } },
  { rule: "closed-without-evidence", books: GENERIC, of: "closed", put: { evidence: "", comments: "" } },
  { rule: "delayed-uncommented", books: ["cmmc", "generic"], put: { status: "Delayed", comments: "" }, at: "comments" },
  { rule: "wish-list", books: ["generic"], put: { pointOfContact: "TBD", resources: "None", scheduledCompletion: "" }, at: "id", besides: ["owner-not-a-person", "required-missing"] },
  { rule: "plan-vague", books: [...FEDRAMP, "cmmc", "generic"], put: { remediationPlan: "Will be fixed by 2027-06-30" } },
  { rule: "owner-not-a-person", books: [...FEDRAMP, "cmmc", "generic"], put: { pointOfContact: "Security Team" } },
  { rule: "contact-incomplete", books: NAVY, put: { pointOfContact: "Example Program Office, Dana Whitfield, dana@example.com" } },
  { rule: "contact-malformed", books: NAVY, put: { pointOfContact: "Examples, Program Office, Dana Whitfield, 555-010-0110, dana@example.com" } },
  { rule: "id-unconventional", books: FEDRAMP, put: { id: "POAM-7" }, on: {} },
  { rule: "risk-unstated", books: NAVY, put: { likelihood: "", impact: "", residualRisk: "" }, heading: "residualRisk" },

  // Controls, CVEs, assets, identifiers.
  { rule: "control-malformed", books: [...FEDRAMP, "emass-navy", "generic"], put: { controls: "AC-2.1x" } },
  { rule: "control-malformed", books: CMMC, put: { controls: "AC.L2-3.1" } },
  { rule: "control-misspelled", books: [...FEDRAMP, "emass-navy"], put: { controls: "ac-2" } },
  { rule: "control-unknown", books: [...FEDRAMP, "emass-navy", "generic"], put: { controls: "AC-99" } },
  { rule: "control-unknown", books: CMMC, put: { controls: "RA.L2-3.11.9" } },
  { rule: "control-withdrawn", books: [...FEDRAMP, "generic"], put: { controls: "SA-12" } },
  { rule: "control-withdrawn", books: NAVY, put: { controls: "CCI-000191" } },
  { rule: "control-withdrawn", books: CMMC, put: { controls: "AC.1.001" } },
  { rule: "control-outside-baseline", books: FEDRAMP, put: { controls: "AC-2(11)" } },
  { rule: "cve-malformed", books: FEDRAMP, put: { cves: "CVE-2024-123" } },
  { rule: "cve-not-listed", books: FEDRAMP, put: { cves: "", weakness: "OpenSSL is open to CVE-2024-9143" } },
  { rule: "asset-shorthand", books: [...FEDRAMP, "emass-navy", "generic"], put: { assets: "All Windows servers" } },
  { rule: "asset-list-malformed", books: FEDRAMP, put: { assets: "far-01, far-02; far-03" } },
  { rule: "asset-listed-twice", books: FEDRAMP, put: { assets: "far-01\nfar-02\nFAR-01" } },
  { rule: "source-identifier-missing", books: FEDRAMP, of: (item) => isPlain(item) && item.source?.text === "Nessus", put: { sourceIdentifier: "" } },
  { rule: "source-identifiers-grouped", books: FEDRAMP, put: { sourceIdentifier: "209149, 209150; 187315" } },
  { rule: "security-check-malformed", books: NAVY, put: { sourceIdentifier: "SV-230221; 19506" } },
  { rule: "separator-unexpected", books: NAVY, put: { controls: "AC-2.1, AC-3.1" } },
  { rule: "separator-unexpected", books: THREE, put: { controls: "AC-2; AC-3" } },
  { rule: "white-space-stray", books: [...FEDRAMP, "emass-navy"], put: { sourceIdentifier: "19506 " } },

  // Dates.
  // A text in place of FedRAMP's formula.
  { rule: "date-unreadable", books: FEDRAMP, put: { scheduledCompletion: "30 days" } },
  { rule: "date-unreadable", books: ["emass-navy", "cmmc", "generic"], put: { scheduledCompletion: "30 days" } },
  { rule: "date-impossible", books: FEDRAMP, put: { scheduledCompletion: "2026-02-30" }, asText: true },
  { rule: "date-impossible", books: ["emass-navy", "cmmc", "generic"], put: { scheduledCompletion: "2026-02-30" }, asText: true },
  { rule: "date-ambiguous", books: [...FEDRAMP, "cmmc", "generic"], put: { statusDate: "03/04/2025" }, asText: true },
  { rule: "date-mistyped", books: [...FEDRAMP, "cmmc", "generic"], put: ({ item }) => ({ statusDate: item.statusDate!.text }), asText: true },
  { rule: "date-mistyped", books: NAVY, put: ({ item }) => ({ scheduledCompletion: item.scheduledCompletion!.text }), asText: true },
  { rule: "date-in-future", books: [...FEDRAMP, "cmmc", "generic"], put: ({ day }) => ({ statusDate: day(5) }) },
  { rule: "detection-implausible", books: FEDRAMP, put: { detectedOn: "2009-05-04" }, besides: ["due-beyond-window", "overdue"] },
  { rule: "recorded-before-detected", books: FEDRAMP, of: rated("High"), put: ({ item }) => ({ statusDate: addDays(item.detectedOn!.value!, -1) }) },
  { rule: "due-before-detected", books: THREE, put: ({ item }) => ({ scheduledCompletion: addDays(item.detectedOn!.value!, -3) }) },
  { rule: "due-before-detected", books: TWO, put: ({ item }) => ({ scheduledCompletion: addDays(item.detectedOn!.value!, -3) }), besides: ["milestone-after-due"] },
  { rule: "due-before-detected", books: ["cmmc", "generic"], put: ({ item }) => ({ scheduledCompletion: addDays(item.detectedOn!.value!, -3) }), besides: ["milestone-after-due", "overdue"] },
  { rule: "due-beyond-window", books: FEDRAMP, put: ({ item }) => ({ scheduledCompletion: addDays(item.scheduledCompletion!.value!, 1) }) },
  { rule: "overdue", books: ["cmmc", "generic", "emass-navy"], put: ({ day }) => ({ scheduledCompletion: day(-1) }), besides: ["milestone-after-due", "date-passed-unexplained"] },
  { rule: "overdue", books: FEDRAMP, of: rated("High"), put: (scene) => ({ ...found(scene, 40), ...met(scene, 40) }), at: "scheduledCompletion" },
  { rule: "overdue-without-new-date", books: THREE, of: rated("High"), put: (scene) => ({ ...found(scene, 40), remediationPlan: "Upgrade nginx by the Ansible role and scan again with Nessus." }), at: "remediationPlan", besides: ["overdue"] },
  { rule: "date-passed-unexplained", books: GENERIC, put: ({ day }) => ({ scheduledCompletion: day(-5), statusDate: day(-8) }), besides: ["overdue", "milestone-after-due"] },
  { rule: "stale", books: [...FEDRAMP, "generic"], of: (item) => isPlain(item) && !/^2026-0[23]|^2025-(?:0[9]|10)/.test(item.detectedOn!.text), put: ({ day }) => ({ statusDate: day(-40) }) },
  { rule: "due-soon-no-progress", books: GENERIC, put: ({ day }) => ({ milestones: `(1) ${day(3)}: Test\n\n(2) ${day(5)}: Roll out`, scheduledCompletion: day(6) }) },
  { rule: "no-interim-milestone", books: GENERIC, put: ({ day }) => ({ milestones: `(1) ${day(300)}: Patch`, scheduledCompletion: day(300) }) },

  // Milestones.
  { rule: "milestone-grammar", books: TWO, put: ({ item }) => ({ milestones: item.milestones!.text.replace(/^\(1\) (\S+):/, "(1) $1") }) },
  { rule: "milestone-after-due", books: ["fedramp-2.1", "generic", "cmmc"], put: ({ item }) => ({ milestones: item.milestones!.text.replace(/(?<=\(2\) )[\d-]{10}/, addDays(item.scheduledCompletion!.value!, 1)) }) },
  { rule: "milestone-after-due", books: NAVY, put: ({ item }) => ({ milestoneDue: addDays(item.scheduledCompletion!.value!, 1) }) },
  { rule: "milestone-overdue", books: ["fedramp-2.1", "generic", "cmmc"], put: ({ item, day }) => ({ milestones: item.milestones!.text.replace(/(?<=\(1\) )[\d-]{10}/, day(-3)) }) },
  { rule: "milestone-overdue", books: NAVY, put: ({ day }) => ({ milestoneDue: day(-3) }) },
  { rule: "milestone-change-unmatched", books: TWO, put: ({ day }) => ({ milestoneChanges: `(3) Update ${day(9)} : Later` }) },
  { rule: "milestone-date-not-last", books: ["emass-2020"], put: { milestones: "04/25/2026: implement procedure A" } },
  { rule: "milestone-incomplete", books: NAVY, put: { milestoneStatus: "" } },
  { rule: "milestone-left-open", books: NAVY, of: withStatus("Completed"), put: { milestoneStatus: "In Progress", milestoneCompletedOn: "" } },
  { rule: "milestone-not-completed", books: NAVY, put: ({ day }) => ({ milestoneCompletedOn: day(-3) }) },
  { rule: "milestone-missing", books: NAVY, edit: ({ grid, item, put, clean }) => {
      for (const { sheet, row } of item.continuations) delete grid.sheets[sheet]![row];
      put(item, { milestoneId: "", milestoneDescription: "", milestoneStatus: "", milestoneDue: "" });
      return { sheet: item.sheet, row: item.row, column: clean.registers[0]!.columns.find(({ field }) => field === "milestoneDescription")!.column };
    } },
  { rule: "milestones-in-one-cell", books: NAVY, put: { milestoneDescription: "(1) 2026-05-01 : Test\n(2) 2026-06-01 : Deploy" } },

  // Status and acceptance.
  { rule: "acceptance-expired", books: NAVY, of: withStatus("Risk Accepted"), put: ({ day }) => ({ acceptanceExpires: day(-20) }) },
  { rule: "expiry-without-acceptance", books: NAVY, put: { acceptanceExpires: "2026-12-15" } },
  { rule: "forbidden-filled", books: NAVY, of: withStatus("Risk Accepted"), put: { scheduledCompletion: "2026-09-30" } },
  { rule: "status-not-for-new", books: NAVY, of: (item) => item.id?.value === undefined, put: { status: "Not Applicable" } },
  { rule: "completion-undated", books: ["emass-2020"], of: (item) => /^Completed/.test(item.status?.text ?? ""), put: { status: "Completed" } },
  { rule: "closed-with-exception", books: FEDRAMP, of: (item) => item.state === "closed" && item.falsePositive?.value === "No", put: { operationalRequirement: "Yes", deviationRationale: reason("Operational Requirement") } },

  // The Navy's risk tables.
  { rule: "risk-off-matrix", books: NAVY, put: { residualRisk: "Very Low" } },
  { rule: "threat-understated", books: NAVY, put: { threatDescription: "Threat source: Adversarial (insider)", relevanceOfThreat: "Low", severity: "Moderate", originalRating: "Moderate", likelihood: "Low", impact: "Moderate", residualRisk: "Low" }, at: "relevanceOfThreat" },
  { rule: "severity-lowered-unexplained", books: NAVY, put: { originalRating: "High", mitigations: "" }, at: "severity" },
  { rule: "residual-risk-left-high", books: NAVY, put: { originalRating: "High", severity: "High", relevanceOfThreat: "High", likelihood: "High", impact: "High", residualRisk: "High", recommendations: "", mitigatedRisk: "" }, at: "recommendations" },

  // FedRAMP's deviations, dependencies and directives.
  { rule: "answer-without-detail", books: FEDRAMP, of: rated("Low"), put: ({ day }) => ({ vendorProduct: "", vendorDependency: "Yes", vendorCheckIn: day(-5), comments: "Not released yet." }) },
  { rule: "vendor-product-unneeded", books: FEDRAMP, put: { vendorProduct: "Edge Gateway" } },
  { rule: "vendor-check-in-overdue", books: FEDRAMP, of: (item) => item.state === "open" && item.vendorDependency?.value === "Yes", put: ({ day }) => ({ vendorCheckIn: day(-31) }) },
  { rule: "vendor-dependency-high", books: FEDRAMP, of: rated("High"), put: (scene) => ({ ...found(scene, 40), ...met(scene, 40), vendorDependency: "Yes", vendorProduct: "Edge Gateway", vendorCheckIn: scene.day(-3) }), at: "originalRating" },
  { rule: "vendor-fix-released", books: FEDRAMP, of: (item) => item.state === "open" && item.vendorDependency?.value === "Yes", put: ({ item }) => ({ comments: `Fix released on ${addDays(item.detectedOn!.value!, -9)}.` }), at: "scheduledCompletion" },
  { rule: "auto-approve-without-adjustment", books: TWO, put: { autoApprove: "Yes" } },
  { rule: "deviation-type-unnamed", books: TWO, of: rated("Moderate"), put: { ...lowered, deviationRationale: "Read by one batch job." }, at: "deviationRationale" },
  { rule: "deviation-exposure-unsaid", books: THREE, of: rated("Moderate"), put: { ...lowered, deviationRationale: "Read by one batch job." }, at: "deviationRationale" },
  { rule: "deviation-request-unnamed", books: FEDRAMP, of: rated("Moderate"), put: { ...pending("falsePositive", "False Positive"), evidence: "" }, at: "evidence" },
  { rule: "deviations-contradict", books: FEDRAMP, of: rated("Moderate"), put: { operationalRequirement: "Pending", falsePositive: "Pending", deviationRationale: `${reason("False Positive")}\n${reason("Operational Requirement")}`, evidence: REQUEST }, at: "falsePositive" },
  { rule: "deviation-near-due", books: FEDRAMP, of: rated("High"), put: (scene) => ({ ...found(scene, 26), ...met(scene, 26), ...lowered, adjustedRating: "Moderate" }), at: "riskAdjustment" },
  { rule: "deviation-pending-late", books: FEDRAMP, of: rated("High"), put: (scene) => ({ ...found(scene, 40), ...met(scene, 40), ...pending("falsePositive", "False Positive") }), at: "falsePositive", besides: ["overdue"] },
  { rule: "false-positive-open", books: FEDRAMP, put: { falsePositive: "Yes", deviationRationale: reason("False Positive"), evidence: REQUEST } },
  { rule: "operational-requirement-high", books: FEDRAMP, of: rated("High"), put: pending("operationalRequirement", "Operational Requirement") },
  { rule: "rating-lowered-far", books: FEDRAMP, of: rated("High"), put: lowered, at: "adjustedRating" },
  { rule: "rating-raised", books: FEDRAMP, of: rated("Low"), put: { adjustedRating: "High", riskAdjustment: "Pending", deviationRationale: reason("Risk Adjustment"), evidence: "" }, besides: ["deviation-request-unnamed"] },
  { rule: "risk-adjustment-contradicted", books: FEDRAMP, of: rated("Moderate"), put: { adjustedRating: "Low" }, at: "riskAdjustment" },
  { rule: "kev-overdue", books: FEDRAMP, of: (item) => item.kevTracking?.value === "Yes", put: ({ day }) => ({ kevDueDate: day(-1) }) },
  { rule: "due-after-kev-date", books: FEDRAMP, of: (item) => item.kevTracking?.value === "Yes", put: ({ item }) => ({ kevDueDate: addDays(item.scheduledCompletion!.value!, -1) }), at: "scheduledCompletion" },

  // CMMC.
  { rule: "requirement-ineligible", books: CMMC, put: { controls: "PE.L2-3.10.3", poamEligible: "No" } },
  { rule: "requirement-ineligible", books: ["cmmc-l3"], put: { controls: "RA.L3-3.11.1e", poamEligible: "No" } },
  { rule: "requirement-misstated", books: ["cmmc", "cmmc-l3"], put: { requirementPoints: "3" } },
  { rule: "eligibility-unclear", books: CMMC, of: (item) => item.controls?.text === "SC.L2-3.13.11", put: { requirementPoints: "", description: "The module of the file gateway is not FIPS-validated." }, at: "controls" },
  { rule: "due-after-closeout", books: ["cmmc", "cmmc-l3"], put: { scheduledCompletion: "2026-08-16" } },
  { rule: "closeout-tight", books: ["cmmc", "cmmc-l3"], put: { scheduledCompletion: "2026-08-05" } },
];
