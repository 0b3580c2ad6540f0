import type { CarriedValue } from "../model/carried-item.js";
import { isIsoDate } from "../model/date.js";

/**
 * A value among labelled text. As in a spreadsheet, a text that would be read back as a number, a truth value or a day gets a
 * `'` before it, and so does what begins with such `'`s already.
 */
export function typedText(value: CarriedValue["value"]): string {
  return typeof value === "string" && typedIn(withoutQuotes(value)) !== undefined ? `'${value}` : shownText(value);
}

/** The value that `typedText` was given. */
export function readTyped(text: string): CarriedValue["value"] {
  const typed = typedIn(text);
  if (typed !== undefined) return typed;
  return text.startsWith("'") && typedIn(withoutQuotes(text)) !== undefined ? text.slice(1) : text;
}

/** A value as a cell shows it. */
export function shownText(value: CarriedValue["value"] | null): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "object" ? value.date : String(value);
}

/** The number, truth value or day that a text is read back as; undefined for any other. */
export function typedIn(text: string): Exclude<CarriedValue["value"], string> | undefined {
  if (text === "TRUE" || text === "FALSE") return text === "TRUE";
  if (/^-?\d/.test(text) && String(Number(text)) === text) return Number(text);
  return isIsoDate(text) ? { date: text } : undefined;
}

function withoutQuotes(text: string): string {
  return text.replace(/^'+/, "");
}
