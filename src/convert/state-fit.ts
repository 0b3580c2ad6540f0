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
    const shown = sheet.state === "by-status" ? "open" : sheet.state;
    // A document's deficiency is closed by its remediation date, and has no other sheet to go to.
    const isRemedied = shown === "documentation" && item.fields.has("remediatedOn");
    const isKnown =
      own === undefined ||
      (PLAIN.test(own.text.trim()) && stateOf(own.text) === (isRemedied ? "closed" : plainly(shown)));
    return { fit: undefined, value: own ?? stated(item), isKnown, state: told(shown) };
  }
  const plain = plainState(item);
  const value = own ?? { ...stated(item), text: plain, value: plain };
  return { fit: statusIn(own, plain, column), value, isKnown: true, state: told(plain) };
}

/** A status as a column has it, be it only its plain word for open or closed. */
export function statusIn(own: CarriedValue | undefined, plain: "open" | "closed", column: SheetColumn): Fit {
  if (!own) return { value: plainWord(plain, column), rule: "the status that its sheet tells", isLossy: false };
  const made = fitted("status", own, column);
  if (made.value !== null && stateOf(String(made.value)) === plain) return made;
  const isContrary = stateOf(own.text) !== plain;
  const rule = isContrary ? "its sheet tells otherwise" : "the form's list has no such status";
  return { value: plainWord(plain, column), rule, isLossy: !isContrary && !PLAIN.test(own.text.trim()) };
}

/** Words that say no more than open or closed. */
const PLAIN = /^(?:open|ongoing|active|completed?|closed)$/i;

function plainly(state: CarriedState): "open" | "closed" {
  return state === "closed" ? "closed" : "open";
}

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
