import { type IsoDate, isIsoDate } from "../model/date.js";

/** An object of an OSCAL document, whoever wrote it: nothing about it is certain. */
export type Json = Readonly<Record<string, unknown>>;

/** Which leaves of a document have been understood; what has not is kept by its name. */
export interface Taken {
  readonly mark: (object: Json, key: string) => void;
  readonly has: (object: Json, key: string) => boolean;
}

export function takenLeaves(): Taken {
  const marks = new Map<Json, Set<string>>();
  return {
    mark(object, key) {
      const keys = marks.get(object);
      if (keys) keys.add(key);
      else marks.set(object, new Set([key]));
    },
    has: (object, key) => marks.get(object)?.has(key) ?? false,
  };
}

/** For documents of which everything is understood. */
export const NOT_KEPT: Taken = { mark: () => {}, has: () => true };

export function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The objects of a list; none where there is no list. */
export function records(object: Json | undefined, key: string): readonly Json[] {
  const list = object?.[key];
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

export function texts(object: Json, key: string): readonly string[] {
  const list = object[key];
  return Array.isArray(list) ? list.filter((one) => typeof one === "string") : [];
}

/** The text under a key, not blank, taken. */
export function takeText(taken: Taken, object: Json | undefined, key: string): string | undefined {
  const text = object?.[key];
  if (!object || typeof text !== "string") return undefined;
  taken.mark(object, key);
  return text.trim() === "" ? undefined : text;
}

/** The day of a date and time, as it is written; what is no such day stays. */
export function takeDay(taken: Taken, object: Json | undefined, key: string): { readonly date: IsoDate } | undefined {
  const text = object?.[key];
  if (!object || typeof text !== "string" || !isIsoDate(text.slice(0, 10))) return undefined;
  taken.mark(object, key);
  return { date: text.slice(0, 10) };
}

/** Takes a value that says nothing by itself, as `"lifecycle": "planned"` does. */
export function pass(taken: Taken, object: Json | undefined, key: string, plain: readonly unknown[]): void {
  if (object && plain.includes(object[key])) taken.mark(object, key);
}
