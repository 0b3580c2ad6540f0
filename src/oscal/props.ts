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
  return propsNamed(object, name).flatMap((prop) => takeValue(prop, taken) ?? []);
}

/** The first such property's value; another one stays. */
export function takeProp(object: Json, name: string, taken: Taken): string | undefined {
  const [prop] = propsNamed(object, name);
  return prop && takeValue(prop, taken);
}

function propsNamed(object: Json, name: string): readonly Json[] {
  return records(object, "props").filter(
    (prop) => prop.ns !== OWN_NS && String(prop.name).toLowerCase() === name.toLowerCase(),
  );
}

function takeValue(prop: Json, taken: Taken): string | undefined {
  for (const key of ["name", "ns"]) taken.mark(prop, key);
  return takeText(taken, prop, "value");
}

/** Whether OSCAL's schema lets a text be a property's value or a name: one line, without blanks around it. */
export function fits(text: string): boolean {
  return /^\S(.*\S)?$/u.test(text);
}
