import type { CarriedItem, CarriedState, CarriedValue } from "../model/carried-item.js";
import type { ItemSheet, SheetColumn } from "../model/placed.js";
import { stateOf } from "../model/status.js";
import { type Fit, fitted } from "./fit.js";

/** The sheet where an item goes: that of its state, else the one of all states, else that of open items or of closed ones. */
export function sheetFor(item: CarriedItem, sheets: readonly ItemSheet[]): ItemSheet {
  const plain = plainState(item);
  for (const wanted of [item.state, "by-status", plain, "open"] as const) {
    const sheet = sheets.find(({ state }) => state === wanted);
    if (sheet) return sheet;
  }
  return sheets[0]!;
}

/** How a sheet tells where an item stands. */
export interface StatusFit {
  /** What to write into its status column; undefined without one. */
  readonly fit: Fit | undefined;
  readonly value: CarriedValue;
  /** Whether nothing of the item's status is left to be kept elsewhere. */
  readonly isKnown: boolean;
  /** The state as labelled text, where neither sheet nor status tell it. */
  readonly state: CarriedValue | undefined;
}

/** An item's status in a sheet's words: its own if the list has it, else the list's plain word for open or closed. */
export function statusFor(item: CarriedItem, sheet: ItemSheet, column: SheetColumn | undefined): StatusFit {
  const own = item.fields.get("status");
  const told = (state: CarriedState) => (state === item.state ? undefined : stated(item));
  if (!column) {
    const isPlain = own !== undefined && PLAIN.test(own.text.trim()) && stateOf(own.text) === plainState(item);
    const shown = sheet.state === "by-status" ? plainState(item) : sheet.state;
    return { fit: undefined, value: own ?? stated(item), isKnown: own === undefined || isPlain, state: told(shown) };
  }
  const made = own && fitted("status", own, column);
  if (own && made!.value !== null && stateOf(String(made!.value)) === plainState(item)) {
    return { fit: made, value: own, isKnown: true, state: told(plainState(item)) };
  }
  const word = plainWord(plainState(item), column);
  const value = own ?? { ...stated(item), text: plainState(item), value: plainState(item) };
  const rule = own ? "the form's list has no such status" : "the status that its sheet tells";
  const isLossy = own !== undefined && !PLAIN.test(own.text.trim());
  return { fit: { value: word, rule, isLossy }, value, isKnown: true, state: told(plainState(item)) };
}

/** Words that say no more than open or closed. */
const PLAIN = /^(?:open|ongoing|active|completed?|closed)$/i;

/** A document's deficiency is closed once it has a remediation date, and a configuration finding is open. */
function plainState({ state, fields }: CarriedItem): "open" | "closed" {
  if (state === "open" || state === "closed") return state;
  const status = fields.get("status");
  if (status) return stateOf(status.text);
  return fields.has("remediatedOn") || fields.has("completedOn") ? "closed" : "open";
}

/** `Ongoing` before other open ones, `Completed` before other closed ones; without a list those very words. */
function plainWord(state: "open" | "closed", { list, values }: SheetColumn): string {
  const wanted = state === "open" ? /^(?:ongoing|open|in progress)$/i : /^(?:completed?|closed)$/i;
  const words = list ?? [...new Set(Object.values(values ?? {}))];
  const plain = state === "open" ? "Ongoing" : "Completed";
  const renamed = values && Object.keys(values).find((ours) => wanted.test(ours));
  if (renamed !== undefined) return values![renamed]!;
  return words.find((word) => wanted.test(word)) ?? words.find((word) => stateOf(word) === state) ?? plain;
}

function stated({ state, at }: CarriedItem): CarriedValue {
  return { value: state, text: state, at, heading: undefined };
}
