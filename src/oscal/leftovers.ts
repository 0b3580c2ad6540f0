import type { NamedValue } from "../model/item-document.js";
import { isRecord, type Json, type Taken } from "./json.js";

/**
 * What of some objects has not been taken, by the names that OSCAL has for it, repeated ones on lines of their own. A
 * reference is kept as what it refers to, where `nameOf` knows that.
 */
export function leftovers(
  name: string,
  objects: readonly Json[],
  taken: Taken,
  nameOf: (uuid: string) => string | undefined,
): readonly NamedValue[] {
  const found = new Map<string, string[]>();
  const add = (path: string, text: string): void => {
    if (text.trim() === "") return;
    const same = found.get(path);
    if (same) same.push(text);
    else found.set(path, [text]);
  };
  let depth = 0;
  const walk = (value: unknown, path: string): void => {
    // No OSCAL is as deep; a file that means harm may be.
    if (depth > DEEPEST) return;
    depth++;
    if (Array.isArray(value)) for (const one of value) walk(one, path);
    else if (isRecord(value)) walkObject(value, path);
    else if (value !== null && value !== undefined) add(path, String(value));
    depth--;
  };
  const walkObject = (object: Json, path: string): void => {
    const label = labelOf(object, path, taken);
    if (label) {
      add(label.path, label.text);
      for (const key of ["class", "props", "remarks"]) walk(object[key], `${label.path}.${key}`);
      return;
    }
    for (const [key, value] of Object.entries(object)) {
      if (taken.has(object, key)) continue;
      if (!/(?:^|-)uuids?$/.test(key)) walk(value, `${path}.${key}`);
      else for (const uuid of [value].flat()) if (typeof uuid === "string") add(`${path}.${key}`, nameOf(uuid) ?? "");
    }
  };
  for (const object of objects) walkObject(object, name);
  return [...found].map(([heading, lines]) => ({ heading, value: lines.join("\n") }));
}

const DEEPEST = 100;

/** Properties and facets have a name and a value of their own. */
function labelOf(object: Json, path: string, taken: Taken): { path: string; text: string } | undefined {
  const { name, value, system } = object;
  if (typeof name !== "string" || typeof value !== "string" || taken.has(object, "value")) return undefined;
  const whose = typeof system === "string" ? ` (${system})` : "";
  return { path: `${path}.${name}${whose}`.replace(/\s+/g, " "), text: value };
}
