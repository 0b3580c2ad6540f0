import type { Issue } from "../model/finding.js";
import type { Difference, Poam } from "../model/poam.js";

/** One issue for each difference of a kind from the form. */
export function differing(poam: Poam, kind: Difference["kind"], message: (difference: Difference) => string): Issue[] {
  return poam.differences
    .filter((difference) => difference.kind === kind)
    .map((difference) => ({ at: difference.at, message: message(difference) }));
}
