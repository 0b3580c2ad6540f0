import { NIST_800_53_R4 } from "./nist-800-53-r4.js";
import { NIST_800_53_R5 } from "./nist-800-53-r5.js";

/** The baselines of NIST SP 800-53 and FedRAMP, with the letter that marks their controls in the catalogue. */
const MARKS = {
  "nist-r5-low": "l",
  "nist-r5-moderate": "m",
  "nist-r5-high": "h",
  "nist-r5-privacy": "p",
  "fedramp-r5-li-saas": "S",
  "fedramp-r5-low": "L",
  "fedramp-r5-moderate": "M",
  "fedramp-r5-high": "H",
  "nist-r4-low": "l",
  "nist-r4-moderate": "m",
  "nist-r4-high": "h",
} as const;

export type Baseline = keyof typeof MARKS;

export const BASELINES = Object.keys(MARKS) as readonly Baseline[];

/** The ids of a baseline's controls and enhancements, as `AC-2(1)`. */
export function controlsOf(baseline: Baseline): ReadonlySet<string> {
  let ids = sets.get(baseline);
  if (ids === undefined) {
    const lines = baseline.startsWith("nist-r4") ? NIST_800_53_R4 : NIST_800_53_R5;
    ids = new Set(
      lines
        .trim()
        .split("\n")
        .map((line) => line.split("|"))
        .filter(([, , marks]) => marks?.includes(MARKS[baseline]))
        .map(([id]) => id!),
    );
    sets.set(baseline, ids);
  }
  return ids;
}

const sets = new Map<Baseline, ReadonlySet<string>>();
