import type { FieldName } from "../model/field.js";
import type { PoamItem } from "../model/item.js";

/** Where an item says why its date passed or moved. */
export const EXPLANATIONS = ["milestoneChanges", "comments", "milestoneComments", "deviationRationale"] as const;

/** Whether a text stands there; what it says is for people to judge. */
export function isExplained(item: PoamItem): boolean {
  return EXPLANATIONS.some((field) => holdsText(item, field)) || item.continuations.some((row) => isExplained(row));
}

/** Whether one of these texts is another than it was. */
export function saysSomethingNew(item: PoamItem, before: PoamItem, fields: readonly FieldName[]): boolean {
  return fields.some((field) => (item[field]?.text.trim() ?? "") !== (before[field]?.text.trim() ?? ""));
}

function holdsText(item: PoamItem, field: FieldName): boolean {
  const kind = item.kindOf(field);
  return kind !== undefined && kind !== "empty" && /[\p{L}\d]/u.test(item[field]!.text);
}
