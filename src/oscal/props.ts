import { type Json, records, type Taken, takeText } from "./json.js";
import { FEDRAMP_NS, OWN_NS } from "./names.js";

/** FedRAMP's properties, of values that a property may have. */
export function fedrampProps(values: readonly (readonly [name: string, value: string | undefined])[]): readonly Json[] {
  return values.flatMap(([name, value]) => {
    return value !== undefined && fits(value) ? { name, ns: FEDRAMP_NS, value } : [];
  });
}

/** The values of an object's properties of that name, FedRAMP's or NIST's but not ours; taken. */
export function takeProps(object: Json, name: string, taken: Taken): readonly string[] {
  return records(object, "props").flatMap((prop) => {
    if (prop.ns === OWN_NS || String(prop.name).toLowerCase() !== name.toLowerCase()) return [];
    for (const key of ["name", "ns"]) taken.mark(prop, key);
    return takeText(taken, prop, "value") ?? [];
  });
}

/** Whether OSCAL's schema lets a text be a property's value or a name: one line, without blanks around it. */
export function fits(text: string): boolean {
  return /^\S(.*\S)?$/u.test(text);
}
