import { readMilestones } from "../codecs/milestones.js";
import { isPlaceholder } from "../codecs/placeholder.js";
import type { Cell } from "../model/cell.js";
import type { FieldName } from "../model/field.js";
import type { PoamItem } from "../model/item.js";

/** What a form that gives each milestone a row of its own may say of it. */
export const MILESTONE_COLUMNS = [
  "milestoneDescription",
  "milestoneStatus",
  "milestoneDue",
  "milestoneCompletedOn",
  "milestoneComments",
  "milestoneId",
] as const satisfies readonly FieldName[];

/** The item's own row and those below it in which a milestone stands; N/A is none. */
export function milestoneRows(item: PoamItem): readonly PoamItem[] {
  const rows = item.continuations.length === 0 ? [item] : [item, ...item.continuations];
  return rows.filter((row) => MILESTONE_COLUMNS.some((field) => isFilled(row, field)));
}

/** Whether the cell says something: neither blank nor N/A. */
export function isFilled(row: PoamItem, field: FieldName): boolean {
  const kind = row.kindOf(field);
  if (kind === undefined || kind === "empty" || kind === "unsaved-formula") return false;
  return kind !== "text" || !isPlaceholder((row[field] as Cell<unknown>).text);
}

/** The days of the milestones that a cell holds, if it holds several. A description has prose too: there only numbered ones count. */
export function milestoneDays(
  row: PoamItem,
  field: "milestones" | "milestoneChanges" | "milestoneDescription",
): readonly string[] {
  if (row.kindOf(field) !== "text") return [];
  const { text } = row[field]!;
  // Two days in digits take that many characters at the least, with a line break, a bar or a semicolon between them.
  if (text.length < 18 || !/[\n\r|;]/.test(text)) return [];
  const entries = readMilestones(text).filter(({ number }) => number !== undefined || field !== "milestoneDescription");
  return entries.flatMap(({ due }) => due ?? []);
}
