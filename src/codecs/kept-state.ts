import type { CarriedState } from "../model/carried-item.js";
import type { FieldName } from "../model/field.js";
import { mayBeLabelled, readLabelled } from "./labelled.js";

/** What labelled text calls the state of an item that stands among others: `Item state: configuration`. */
export const STATE_LABEL = "Item state";

/** The fields whose columns take labelled text, the first that a form has. */
export const KEEPERS: readonly FieldName[] = [
  "comments",
  "recommendations",
  "mitigations",
  "remediationPlan",
  "description",
  "weakness",
];

/** The state of the item that labelled text in a cell tells; undefined where there is none. */
export function keptState(text: string): CarriedState | undefined {
  if (!mayBeLabelled(text)) return undefined;
  const told = readLabelled(text).entries.filter((one) => one.label === STATE_LABEL && isState(one.text));
  return told.at(-1)?.text as CarriedState | undefined;
}

export function isState(text: string): text is CarriedState {
  return ["open", "closed", "configuration", "documentation"].includes(text);
}
