// Made from the files beside it by `npm run generate`.
import acceptanceDue from "./acceptance-due.js";
import assetListMalformed from "./asset-list-malformed.js";
import assetShorthand from "./asset-shorthand.js";
import controlMalformed from "./control-malformed.js";
import controlUnknown from "./control-unknown.js";
import controlWithdrawn from "./control-withdrawn.js";
import cveMalformed from "./cve-malformed.js";
import dateAmbiguous from "./date-ambiguous.js";
import dateImpossible from "./date-impossible.js";
import dateInFuture from "./date-in-future.js";
import dateMistyped from "./date-mistyped.js";
import dateUnreadable from "./date-unreadable.js";
import detectedAfterSubmission from "./detected-after-submission.js";
import dueBeforeDetected from "./due-before-detected.js";
import dueBeyondWindow from "./due-beyond-window.js";
import duplicateId from "./duplicate-id.js";
import evaluationLate from "./evaluation-late.js";
import exampleLeftIn from "./example-left-in.js";
import formSuperseded from "./form-superseded.js";
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
import milestoneGrammar from "./milestone-grammar.js";
import mitigationOverdue from "./mitigation-overdue.js";
import overdueUnexplained from "./overdue-unexplained.js";
import overdue from "./overdue.js";
import remediationLate from "./remediation-late.js";
import requiredMissing from "./required-missing.js";
import type { Rule } from "./rule.js";
import sheetMissing from "./sheet-missing.js";
import stale from "./stale.js";
import valueNotInList from "./value-not-in-list.js";
import vendorCheckInOverdue from "./vendor-check-in-overdue.js";
import verFactsMissing from "./ver-facts-missing.js";

/** All rules, by id. */
export const RULES: readonly Rule[] = [
  acceptanceDue,
  assetListMalformed,
  assetShorthand,
  controlMalformed,
  controlUnknown,
  controlWithdrawn,
  cveMalformed,
  dateAmbiguous,
  dateImpossible,
  dateInFuture,
  dateMistyped,
  dateUnreadable,
  detectedAfterSubmission,
  dueBeforeDetected,
  dueBeyondWindow,
  duplicateId,
  evaluationLate,
  exampleLeftIn,
  formSuperseded,
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
  milestoneGrammar,
  mitigationOverdue,
  overdue,
  overdueUnexplained,
  remediationLate,
  requiredMissing,
  sheetMissing,
  stale,
  valueNotInList,
  vendorCheckInOverdue,
  verFactsMissing,
];
