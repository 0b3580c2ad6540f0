import type { PoamItem } from "../model/item.js";
import type { Poam } from "../model/poam.js";
import type { Deviation } from "./deviations.js";
import { itemKey } from "./previous-items.js";

/** The requests of a deviation request form by the key of the item that each is for; made once for all rules. */
export function requestsIn(form: Poam): ReadonlyMap<string, readonly PoamItem[]> {
  let requests = known.get(form);
  if (requests === undefined) {
    requests = new Map();
    for (const request of form.items()) {
      const key = itemKey(request);
      if (key !== undefined) requests.set(key, [...(requests.get(key) ?? []), request]);
    }
    known.set(form, requests);
  }
  return requests;
}

const known = new WeakMap<Poam, Map<string, readonly PoamItem[]>>();

/** What is asked for, by the form's abbreviations: `OR RA` asks for two. */
export function requestedDeviations({ requestType }: PoamItem): readonly Deviation[] {
  const types = requestType?.value?.toUpperCase().split(/[^A-Z]+/) ?? [];
  return types.flatMap((type) => ABBREVIATED[type] ?? []);
}

const ABBREVIATED: Readonly<Record<string, Deviation>> = {
  RA: "riskAdjustment",
  FP: "falsePositive",
  OR: "operationalRequirement",
};

/** `request 12`, or `the request` where it has no number. */
export function requestName({ requestNumber }: PoamItem): string {
  return requestNumber?.value === undefined ? "the request" : `request ${requestNumber.value}`;
}
