import { bestPractice } from "./best-practice.js";
import { fedrampRev5 } from "./fedramp-rev5.js";
import { fedrampVdr } from "./fedramp-vdr.js";
import type { Pack } from "./pack.js";
import { rmfEmass } from "./rmf-emass.js";

/** All packs, as `poam list packs` shows them. */
export const PACKS: readonly Pack[] = [fedrampRev5, fedrampVdr, rmfEmass, bestPractice];
