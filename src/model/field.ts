/**
 * Every meaning that a POA&M column can have, in any framework's form: what people call it, and how its text is read.
 * R1–R12 and O1–O4 are what every item needs; the rest are the columns of FedRAMP's forms since 2018, of the eMASS
 * family and of CMMC.
 */
export const FIELDS = {
  id: { label: "POA&M id", kind: "text" },
  weakness: { label: "weakness name", kind: "text" },
  description: { label: "weakness description", kind: "text" },
  source: { label: "source of finding", kind: "text" },
  sourceDetails: { label: "identification source details", kind: "text" },
  sourceIdentifier: { label: "source identifier", kind: "text" },
  controls: { label: "controls", kind: "controls" },
  assets: { label: "affected assets", kind: "assets" },
  cves: { label: "CVE", kind: "cves" },
  pointOfContact: { label: "point of contact", kind: "text" },
  resources: { label: "resources required", kind: "text" },
  cost: { label: "cost", kind: "text" },
  remediationPlan: { label: "remediation plan", kind: "text" },
  mitigations: { label: "mitigations", kind: "text" },
  milestones: { label: "planned milestones", kind: "milestones" },
  milestoneChanges: { label: "milestone changes", kind: "milestone-changes" },
  milestoneId: { label: "milestone id", kind: "text" },
  milestoneDescription: { label: "milestone description", kind: "text" },
  milestoneStatus: { label: "milestone status", kind: "choice" },
  milestoneComments: { label: "milestone status comments", kind: "text" },
  milestoneDue: { label: "milestone scheduled completion date", kind: "date" },
  milestoneCompletedOn: { label: "milestone completion date", kind: "date" },
  detectedOn: { label: "detection date", kind: "date" },
  startedOn: { label: "start date", kind: "date" },
  scheduledCompletion: { label: "scheduled completion date", kind: "date" },
  revisedCompletion: { label: "revised completion date", kind: "date" },
  completedOn: { label: "completion date", kind: "date" },
  statusDate: { label: "status date", kind: "date" },
  acceptanceExpires: { label: "risk acceptance expiration date", kind: "date" },
  status: { label: "status", kind: "choice" },
  percentComplete: { label: "percent complete", kind: "text" },
  originalRating: { label: "original risk rating", kind: "rating" },
  adjustedRating: { label: "adjusted risk rating", kind: "rating" },
  riskAdjustment: { label: "risk adjustment", kind: "answer" },
  falsePositive: { label: "false positive", kind: "answer" },
  operationalRequirement: { label: "operational requirement", kind: "answer" },
  deviationRationale: { label: "deviation rationale", kind: "text" },
  autoApprove: { label: "auto-approve", kind: "answer" },
  vendorDependency: { label: "vendor dependency", kind: "answer" },
  vendorCheckIn: { label: "last vendor check-in date", kind: "date" },
  vendorProduct: { label: "vendor dependent product name", kind: "text" },
  kevTracking: { label: "BOD 22-01 tracking", kind: "answer" },
  kevDueDate: { label: "BOD 22-01 due date", kind: "date" },
  serviceName: { label: "service name", kind: "text" },
  evidence: { label: "supporting documents", kind: "text" },
  comments: { label: "comments", kind: "text" },
  severity: { label: "severity", kind: "rating" },
  relevanceOfThreat: { label: "relevance of threat", kind: "rating" },
  threatDescription: { label: "threat description", kind: "text" },
  predisposingConditions: { label: "predisposing conditions", kind: "text" },
  likelihood: { label: "likelihood", kind: "rating" },
  impact: { label: "impact", kind: "rating" },
  impactDescription: { label: "impact description", kind: "text" },
  residualRisk: { label: "residual risk", kind: "rating" },
  mitigatedRisk: { label: "resulting residual risk after proposed mitigations", kind: "rating" },
  recommendations: { label: "recommendations", kind: "text" },
  dependencies: { label: "dependencies", kind: "text" },
  relatedRisk: { label: "related risk", kind: "text" },
  system: { label: "system", kind: "text" },
  requirementPoints: { label: "points", kind: "text" },
  poamEligible: { label: "eligible", kind: "answer" },
  conditionalStatusDate: { label: "Conditional status date", kind: "date" },
  cfoAudit: { label: "identified in CFO audit or other review", kind: "answer" },
  personnelCostCode: { label: "personnel cost code", kind: "text" },
  personnelFundedHours: { label: "personnel funded base hours", kind: "text" },
  personnelUnfundedHours: { label: "personnel unfunded base hours", kind: "text" },
  personnelObstacle: { label: "personnel non-funding obstacle", kind: "text" },
  personnelObstacleReason: { label: "personnel non-funding obstacle, other reason", kind: "text" },
  nonPersonnelCostCode: { label: "non-personnel cost code", kind: "text" },
  nonPersonnelFunded: { label: "non-personnel funded amount", kind: "text" },
  nonPersonnelUnfunded: { label: "non-personnel unfunded amount", kind: "text" },
  nonPersonnelObstacle: { label: "non-personnel non-funding obstacle", kind: "text" },
  nonPersonnelObstacleReason: { label: "non-personnel non-funding obstacle, other reason", kind: "text" },
  remediatedOn: { label: "remediation date", kind: "date" },
  assetAddress: { label: "IP address", kind: "text" },
  assetHost: { label: "DNS name or URL", kind: "text" },
  assetPublic: { label: "public", kind: "answer" },
  requestNumber: { label: "deviation request number", kind: "text" },
  requestType: { label: "type of deviation request", kind: "choice" },
  requestedOn: { label: "deviation request submission date", kind: "date" },
  requestStatus: { label: "deviation request status", kind: "choice" },
} as const satisfies Record<string, { readonly label: string; readonly kind: FieldKind }>;

/** How a field's text is read. `answer` is Yes, No or Pending; `choice` is one of the column's list. */
export type FieldKind =
  | "text"
  | "date"
  | "rating"
  | "answer"
  | "choice"
  | "controls"
  | "assets"
  | "cves"
  | "milestones"
  | "milestone-changes";

export type FieldName = keyof typeof FIELDS;

export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];
