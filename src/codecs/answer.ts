import type { Answer } from "../model/item.js";

/** The answer that a text means, whatever the case; undefined for anything else, `N/A` among it. */
export function readAnswer(text: string): Answer | undefined {
  if (text.length > 40) return undefined;
  return ANSWERS.get(text) ?? ANSWERS.get(text.trim().toLowerCase().replace(/\.$/, ""));
}

const ANSWERS: ReadonlyMap<string, Answer> = new Map([
  ["Yes", "Yes"],
  ["yes", "Yes"],
  ["y", "Yes"],
  ["true", "Yes"],
  ["No", "No"],
  ["no", "No"],
  ["n", "No"],
  ["false", "No"],
  ["Pending", "Pending"],
  ["pending", "Pending"],
  ["pending approval", "Pending"],
  ["pending review", "Pending"],
]);
