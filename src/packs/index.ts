import { bestPractice } from "./best-practice.js";
import { cmmcL2 } from "./cmmc-l2.js";
import { cmmcL3 } from "./cmmc-l3.js";
import { fedrampRev5 } from "./fedramp-rev5.js";
import { fedrampVdr } from "./fedramp-vdr.js";
import { nist800171 } from "./nist-800-171.js";
import type { Pack } from "./pack.js";
import { rmfEmass } from "./rmf-emass.js";

/** All packs, as `poam list packs` shows them. */
export const PACKS: readonly Pack[] = [fedrampRev5, fedrampVdr, rmfEmass, cmmcL2, cmmcL3, nist800171, bestPractice];
