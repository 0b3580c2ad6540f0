import { FIELD_NAMES, FIELDS, type FieldName } from "../model/field.js";
import type { Issue } from "../model/finding.js";
import type { DateCell, PoamItem } from "../model/item.js";
import type { Poam } from "../model/poam.js";
import { type Check, type Context, eachItemOf, hasField } from "./rule.js";

type DateField = { [F in FieldName]: (typeof FIELDS)[F]["kind"] extends "date" ? F : never }[FieldName];

const DATE_FIELDS = FIELD_NAMES.filter((field) => FIELDS[field].kind === "date") as DateField[];

/** Dates of milestones, which stand in the rows that continue an item as well as in its own. */
const MILESTONE_DATES: readonly DateField[] = ["milestoneDue", "milestoneCompletedOn"];

/** A rule on the filled dates of an item and of the milestones below it: what a judgement says of each. */
export function eachDate(begin: (context: Context) => DateJudgement | undefined): Check {
  return eachItemOf((context) => {
    const fields = dateFieldsOf(context.poam);
    const judge = fields.length > 0 ? begin(context) : undefined;
    return judge && ((item) => judged(item, fields, judge));
  });
}

/** The dates that the form has columns for. */
export function dateFieldsOf(poam: Poam): readonly DateField[] {
  return DATE_FIELDS.filter((field) => hasField(poam, field));
}

export type DateJudgement = (cell: DateCell, field: FieldName) => Omit<Issue, "at" | "field"> | undefined;

function judged(item: PoamItem, fields: readonly DateField[], judge: DateJudgement): readonly Issue[] | undefined {
  let issues: Issue[] | undefined;
  const visit = (row: PoamItem, field: DateField) => {
    const cell = row[field];
    if (!cell || cell.kind === "empty" || cell.kind === "unsaved-formula") return;
    const said = judge(cell, field);
    if (said) (issues ??= []).push({ at: cell, field, ...said });
  };
  for (const field of fields) visit(item, field);
  for (const row of item.continuations) for (const field of MILESTONE_DATES) visit(row, field);
  return issues;
}
