import { FIELDS } from "../model/field.js";
import type { PoamItem } from "../model/item.js";
import { effectiveRating, type Windows } from "../model/lateness.js";

type Read = "detectedOn" | "originalRating" | "scheduledCompletion" | "revisedCompletion";

/** Why no due date of an item can be worked out, in words: `scheduled completion date is blank`. */
export function undatedBecause(item: PoamItem, windows: Windows): string {
  const faults = [...windowFaults(item, windows), faultOf(item, "scheduledCompletion")];
  // A blank revised date is how the form should be.
  if (item.revisedCompletion && item.revisedCompletion.kind !== "empty")
    faults.push(faultOf(item, "revisedCompletion"));
  return faults.filter((fault) => fault !== undefined).join(", ");
}

function* windowFaults(item: PoamItem, windows: Windows): Iterable<string | undefined> {
  if (Object.keys(windows).length === 0) return;
  yield faultOf(item, "detectedOn");
  const rating = effectiveRating(item)?.value;
  if (rating === undefined) yield faultOf(item, "originalRating");
  else if (windows[rating] === undefined) yield `no days are set for ${rating}`;
}

/** What keeps a field from being read; undefined where it was read. */
function faultOf(item: PoamItem, field: Read): string | undefined {
  const { label } = FIELDS[field];
  const cell = item[field];
  if (cell === undefined) return `no column for the ${label}`;
  if (cell.value !== undefined) return undefined;
  if (cell.kind === "empty") return `${label} is blank`;
  if (cell.kind === "unsaved-formula") return `${label} is a formula without a saved result`;
  return `${label} is unreadable`;
}
