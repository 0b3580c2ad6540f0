import { FIELD_NAMES, FIELDS, type FieldName } from "../model/field.js";
import type { Issue } from "../model/finding.js";
import type { DateCell, PoamItem } from "../model/item.js";
import type { Poam } from "../model/poam.js";

type DateField = { [F in FieldName]: (typeof FIELDS)[F]["kind"] extends "date" ? F : never }[FieldName];

const DATE_FIELDS = FIELD_NAMES.filter((field) => FIELDS[field].kind === "date") as DateField[];

/** Dates of milestones, which stand in the rows that continue an item as well as in its own. */
const MILESTONE_DATES: readonly DateField[] = ["milestoneDue", "milestoneCompletedOn"];

/** What a judgement says of the filled dates of an item and of the milestones below it. */
export function eachDate(
  item: PoamItem,
  poam: Poam,
  judge: (cell: DateCell, field: FieldName) => Omit<Issue, "at" | "field"> | undefined,
): readonly Issue[] | undefined {
  const fields = dateFieldsOf(poam);
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

const known = new WeakMap<Poam, readonly DateField[]>();

/** The date fields that a POA&M has columns for: few of the many that there are, and asked for with every item. */
function dateFieldsOf(poam: Poam): readonly DateField[] {
  let fields = known.get(poam);
  if (!fields) {
    const present = new Set(poam.registers.flatMap(({ columns }) => columns.map(({ field }) => field)));
    fields = DATE_FIELDS.filter((field) => present.has(field));
    known.set(poam, fields);
  }
  return fields;
}
