// Made from the files beside it by `npm run generate`.
import acceptanceDue from "./acceptance-due.js";
import acceptanceExpired from "./acceptance-expired.js";
import adjustedRatingNotBlank from "./adjusted-rating-not-blank.js";
import amountMalformed from "./amount-malformed.js";
import answerWithoutDetail from "./answer-without-detail.js";
import archivedItemChanged from "./archived-item-changed.js";
import assetListMalformed from "./asset-list-malformed.js";
import assetListedTwice from "./asset-listed-twice.js";
import assetNotInInventory from "./asset-not-in-inventory.js";
import assetShorthand from "./asset-shorthand.js";
import autoApproveWithoutAdjustment from "./auto-approve-without-adjustment.js";
import bannerMissing from "./banner-missing.js";
import closedWithException from "./closed-with-exception.js";
import closedWithoutEvidence from "./closed-without-evidence.js";
import closeoutTight from "./closeout-tight.js";
import completionUndated from "./completion-undated.js";
import conditionalDatesDiffer from "./conditional-dates-differ.js";
import conditionalExpired from "./conditional-expired.js";
import configurationUmbrellaControls from "./configuration-umbrella-controls.js";
import configurationUmbrellaLeftOpen from "./configuration-umbrella-left-open.js";
import configurationUmbrellaMissing from "./configuration-umbrella-missing.js";
import contactIncomplete from "./contact-incomplete.js";
import contactMalformed from "./contact-malformed.js";
import controlMalformed from "./control-malformed.js";
import controlMisspelled from "./control-misspelled.js";
import controlOutsideBaseline from "./control-outside-baseline.js";
import controlUnknown from "./control-unknown.js";
import controlWithdrawn from "./control-withdrawn.js";
import criticalNotInForm from "./critical-not-in-form.js";
import cveMalformed from "./cve-malformed.js";
import cveNotListed from "./cve-not-listed.js";
import dateAmbiguous from "./date-ambiguous.js";
import dateImpossible from "./date-impossible.js";
import dateInFuture from "./date-in-future.js";
import dateMistyped from "./date-mistyped.js";
import dateMovedUnexplained from "./date-moved-unexplained.js";
import datePassedUnexplained from "./date-passed-unexplained.js";
import dateUnreadable from "./date-unreadable.js";
import datesBunched from "./dates-bunched.js";
import delayedUncommented from "./delayed-uncommented.js";
import dependencyCircular from "./dependency-circular.js";
import dependencyUnknown from "./dependency-unknown.js";
import detectedAfterSubmission from "./detected-after-submission.js";
import detectionDateChanged from "./detection-date-changed.js";
import detectionImplausible from "./detection-implausible.js";
import deviationExposureUnsaid from "./deviation-exposure-unsaid.js";
import deviationNearDue from "./deviation-near-due.js";
import deviationPendingLate from "./deviation-pending-late.js";
import deviationRequestDiffers from "./deviation-request-differs.js";
import deviationRequestUnmatched from "./deviation-request-unmatched.js";
import deviationRequestUnnamed from "./deviation-request-unnamed.js";
import deviationTypeUnnamed from "./deviation-type-unnamed.js";
import deviationsContradict from "./deviations-contradict.js";
import documentationIncomplete from "./documentation-incomplete.js";
import dueAfterCloseout from "./due-after-closeout.js";
import dueAfterKevDate from "./due-after-kev-date.js";
import dueAfterPostedDate from "./due-after-posted-date.js";
import dueBeforeDependency from "./due-before-dependency.js";
import dueBeforeDetected from "./due-before-detected.js";
import dueBeyondWindow from "./due-beyond-window.js";
import dueDateChanged from "./due-date-changed.js";
import dueSoonNoProgress from "./due-soon-no-progress.js";
import duplicateId from "./duplicate-id.js";
import elementMissing from "./element-missing.js";
import eligibilityUnclear from "./eligibility-unclear.js";
import evaluationLate from "./evaluation-late.js";
import exampleLeftIn from "./example-left-in.js";
import expiryWithoutAcceptance from "./expiry-without-acceptance.js";
import falsePositiveOpen from "./false-positive-open.js";
import forbiddenFilled from "./forbidden-filled.js";
import formSuperseded from "./form-superseded.js";
import formulaReplaced from "./formula-replaced.js";
import formulaWithoutResult from "./formula-without-result.js";
import guidanceMissing from "./guidance-missing.js";
import guidanceOverwritten from "./guidance-overwritten.js";
import headerMissing from "./header-missing.js";
import headerUnfilled from "./header-unfilled.js";
import headerValueUnknown from "./header-value-unknown.js";
import headingAltered from "./heading-altered.js";
import headingDuplicated from "./heading-duplicated.js";
import headingExtra from "./heading-extra.js";
import headingMissing from "./heading-missing.js";
import headingMoved from "./heading-moved.js";
import headingRowDisplaced from "./heading-row-displaced.js";
import idEdited from "./id-edited.js";
import idReused from "./id-reused.js";
import idUnconventional from "./id-unconventional.js";
import itemVanished from "./item-vanished.js";
import kevMismatch from "./kev-mismatch.js";
import kevOverdue from "./kev-overdue.js";
import manualItemMissing from "./manual-item-missing.js";
import milestoneAfterDue from "./milestone-after-due.js";
import milestoneChangeUnmatched from "./milestone-change-unmatched.js";
import milestoneDateNotLast from "./milestone-date-not-last.js";
import milestoneGrammar from "./milestone-grammar.js";
import milestoneIncomplete from "./milestone-incomplete.js";
import milestoneLeftOpen from "./milestone-left-open.js";
import milestoneMissing from "./milestone-missing.js";
import milestoneNotCompleted from "./milestone-not-completed.js";
import milestoneOverdue from "./milestone-overdue.js";
import milestoneRewritten from "./milestone-rewritten.js";
import milestonesInOneCell from "./milestones-in-one-cell.js";
import mitigationOverdue from "./mitigation-overdue.js";
import noInterimMilestone from "./no-interim-milestone.js";
import noScannerFindings from "./no-scanner-findings.js";
import operationalRequirementHigh from "./operational-requirement-high.js";
import overdueUnexplained from "./overdue-unexplained.js";
import overdueWithoutNewDate from "./overdue-without-new-date.js";
import overdue from "./overdue.js";
import ownerNotAPerson from "./owner-not-a-person.js";
import placeholderForBlank from "./placeholder-for-blank.js";
import planVague from "./plan-vague.js";
import poamDateInFuture from "./poam-date-in-future.js";
import poamDateOutdated from "./poam-date-outdated.js";
import poamDateUnreadable from "./poam-date-unreadable.js";
import publicAssetCalledInternal from "./public-asset-called-internal.js";
import ratingLoweredFar from "./rating-lowered-far.js";
import ratingRaised from "./rating-raised.js";
import recordedBeforeDetected from "./recorded-before-detected.js";
import remediationLate from "./remediation-late.js";
import requiredMissing from "./required-missing.js";
import requirementIneligible from "./requirement-ineligible.js";
import requirementMisstated from "./requirement-misstated.js";
import requirementRepeated from "./requirement-repeated.js";
import residualRiskLeftHigh from "./residual-risk-left-high.js";
import resourceCostsIncomplete from "./resource-costs-incomplete.js";
import revisionsMixed from "./revisions-mixed.js";
import riskAdjustmentContradicted from "./risk-adjustment-contradicted.js";
import riskExposureDiffers from "./risk-exposure-differs.js";
import riskExposureUnmatched from "./risk-exposure-unmatched.js";
import riskOffMatrix from "./risk-off-matrix.js";
import riskUnstated from "./risk-unstated.js";
import type { Rule } from "./rule.js";
import scoreTooLow from "./score-too-low.js";
import securityCheckMalformed from "./security-check-malformed.js";
import separatorUnexpected from "./separator-unexpected.js";
import serviceNameMissing from "./service-name-missing.js";
import severityLoweredUnexplained from "./severity-lowered-unexplained.js";
import sheetExtra from "./sheet-extra.js";
import sheetMissing from "./sheet-missing.js";
import sheetNotFirst from "./sheet-not-first.js";
import sheetRenamed from "./sheet-renamed.js";
import sourceIdentifierMissing from "./source-identifier-missing.js";
import sourceIdentifiersGrouped from "./source-identifiers-grouped.js";
import stale from "./stale.js";
import statusNotForNew from "./status-not-for-new.js";
import templateOutdated from "./template-outdated.js";
import textTooLong from "./text-too-long.js";
import threatUnderstated from "./threat-understated.js";
import tooManyOverdue from "./too-many-overdue.js";
import unchangedSinceLastMonth from "./unchanged-since-last-month.js";
import valueNotInList from "./value-not-in-list.js";
import vendorCheckInOverdue from "./vendor-check-in-overdue.js";
import vendorDependencyHigh from "./vendor-dependency-high.js";
import vendorFixReleased from "./vendor-fix-released.js";
import vendorProductUnneeded from "./vendor-product-unneeded.js";
import verFactsMissing from "./ver-facts-missing.js";
import weaknessListedTwice from "./weakness-listed-twice.js";
import whiteSpaceStray from "./white-space-stray.js";
import wishList from "./wish-list.js";
import writtenAtOnce from "./written-at-once.js";

/** All rules, by id. */
export const RULES: readonly Rule[] = [
  acceptanceDue,
  acceptanceExpired,
  adjustedRatingNotBlank,
  amountMalformed,
  answerWithoutDetail,
  archivedItemChanged,
  assetListMalformed,
  assetListedTwice,
  assetNotInInventory,
  assetShorthand,
  autoApproveWithoutAdjustment,
  bannerMissing,
  closedWithException,
  closedWithoutEvidence,
  closeoutTight,
  completionUndated,
  conditionalDatesDiffer,
  conditionalExpired,
  configurationUmbrellaControls,
  configurationUmbrellaLeftOpen,
  configurationUmbrellaMissing,
  contactIncomplete,
  contactMalformed,
  controlMalformed,
  controlMisspelled,
  controlOutsideBaseline,
  controlUnknown,
  controlWithdrawn,
  criticalNotInForm,
  cveMalformed,
  cveNotListed,
  dateAmbiguous,
  dateImpossible,
  dateInFuture,
  dateMistyped,
  dateMovedUnexplained,
  datePassedUnexplained,
  dateUnreadable,
  datesBunched,
  delayedUncommented,
  dependencyCircular,
  dependencyUnknown,
  detectedAfterSubmission,
  detectionDateChanged,
  detectionImplausible,
  deviationExposureUnsaid,
  deviationNearDue,
  deviationPendingLate,
  deviationRequestDiffers,
  deviationRequestUnmatched,
  deviationRequestUnnamed,
  deviationTypeUnnamed,
  deviationsContradict,
  documentationIncomplete,
  dueAfterCloseout,
  dueAfterKevDate,
  dueAfterPostedDate,
  dueBeforeDependency,
  dueBeforeDetected,
  dueBeyondWindow,
  dueDateChanged,
  dueSoonNoProgress,
  duplicateId,
  elementMissing,
  eligibilityUnclear,
  evaluationLate,
  exampleLeftIn,
  expiryWithoutAcceptance,
  falsePositiveOpen,
  forbiddenFilled,
  formSuperseded,
  formulaReplaced,
  formulaWithoutResult,
  guidanceMissing,
  guidanceOverwritten,
  headerMissing,
  headerUnfilled,
  headerValueUnknown,
  headingAltered,
  headingDuplicated,
  headingExtra,
  headingMissing,
  headingMoved,
  headingRowDisplaced,
  idEdited,
  idReused,
  idUnconventional,
  itemVanished,
  kevMismatch,
  kevOverdue,
  manualItemMissing,
  milestoneAfterDue,
  milestoneChangeUnmatched,
  milestoneDateNotLast,
  milestoneGrammar,
  milestoneIncomplete,
  milestoneLeftOpen,
  milestoneMissing,
  milestoneNotCompleted,
  milestoneOverdue,
  milestoneRewritten,
  milestonesInOneCell,
  mitigationOverdue,
  noInterimMilestone,
  noScannerFindings,
  operationalRequirementHigh,
  overdue,
  overdueUnexplained,
  overdueWithoutNewDate,
  ownerNotAPerson,
  placeholderForBlank,
  planVague,
  poamDateInFuture,
  poamDateOutdated,
  poamDateUnreadable,
  publicAssetCalledInternal,
  ratingLoweredFar,
  ratingRaised,
  recordedBeforeDetected,
  remediationLate,
  requiredMissing,
  requirementIneligible,
  requirementMisstated,
  requirementRepeated,
  residualRiskLeftHigh,
  resourceCostsIncomplete,
  revisionsMixed,
  riskAdjustmentContradicted,
  riskExposureDiffers,
  riskExposureUnmatched,
  riskOffMatrix,
  riskUnstated,
  scoreTooLow,
  securityCheckMalformed,
  separatorUnexpected,
  serviceNameMissing,
  severityLoweredUnexplained,
  sheetExtra,
  sheetMissing,
  sheetNotFirst,
  sheetRenamed,
  sourceIdentifierMissing,
  sourceIdentifiersGrouped,
  stale,
  statusNotForNew,
  templateOutdated,
  textTooLong,
  threatUnderstated,
  tooManyOverdue,
  unchangedSinceLastMonth,
  valueNotInList,
  vendorCheckInOverdue,
  vendorDependencyHigh,
  vendorFixReleased,
  vendorProductUnneeded,
  verFactsMissing,
  weaknessListedTwice,
  whiteSpaceStray,
  wishList,
  writtenAtOnce,
];
