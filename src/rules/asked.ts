import type { FieldName } from "../model/field.js";
import type { PoamItem } from "../model/item.js";

/** Whether something is claimed: the answer is Yes, or Pending. */
export function isAsked(item: PoamItem, answer: FieldName): boolean {
  const value = item[answer]?.value;
  return value === "Yes" || value === "Pending";
}
