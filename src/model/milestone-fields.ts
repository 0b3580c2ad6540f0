import type { FieldName } from "./field.js";

/** The fields of milestones: those that a row which continues an item fills. */
export const MILESTONE_FIELDS: ReadonlySet<FieldName> = new Set<FieldName>([
  "milestones",
  "milestoneChanges",
  "milestoneId",
  "milestoneDescription",
  "milestoneStatus",
  "milestoneComments",
  "milestoneDue",
  "milestoneCompletedOn",
]);
