import { FIELD_NAMES, FIELDS, type FieldName } from "../model/field.js";
import type { Issue } from "../model/finding.js";
import type { DateCell, PoamItem } from "../model/item.js";

type DateField = { [F in FieldName]: (typeof FIELDS)[F]["kind"] extends "date" ? F : never }[FieldName];

export const DATE_FIELDS = FIELD_NAMES.filter((field) => FIELDS[field].kind === "date") as DateField[];

/** Dates of milestones, which stand in the rows that continue an item as well as in its own. */
const MILESTONE_DATES: readonly DateField[] = ["milestoneDue", "milestoneCompletedOn"];

/** What a judgement says of the filled dates of an item and of the milestones below it. */
export function eachDate(
  item: PoamItem,
  judge: (cell: DateCell, field: FieldName) => Omit<Issue, "at" | "field"> | undefined,
  fields: readonly DateField[] = DATE_FIELDS,
): readonly Issue[] | undefined {
  let issues: Issue[] | undefined;
  const visit = (row: PoamItem, field: DateField) => {
    const cell = row[field];
    if (!cell || cell.kind === "empty" || cell.kind === "unsaved-formula") return;
    const said = judge(cell, field);
    if (said) (issues ??= []).push({ at: cell, field, ...said });
  };
  for (const field of fields) visit(item, field);
  for (const row of item.continuations)
    for (const field of MILESTONE_DATES) if (fields.includes(field)) visit(row, field);
  return issues;
}
