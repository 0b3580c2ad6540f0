import type { Requirement } from "./catalogs/cmmc.js";
import { findRequirement } from "./catalogs/cmmc.js";
import type { PoamItem } from "./model/item.js";
import { requirementsIn } from "./rules/requirements.js";

/**
 * The requirements that an item names. NIST's plan of action has no column for them, and people write them into the weakness:
 * there an id counts where it begins the text, stands in brackets or behind `requirement`, or is spelt as CMMC spells it; a
 * bare 3.1.4 amid the text may be the version of a product.
 */
export function requirementsNamed(item: PoamItem): readonly Requirement[] {
  if (item.controls) return requirementsIn(item);
  const text = (item.weakness?.value ?? "").slice(0, LONGEST);
  const found = [...text.matchAll(IN_WORDS)].flatMap(([, id]) => findRequirement(id!.toUpperCase()) ?? []);
  return [...new Set(found)];
}

const LONGEST = 2_000;
const IN_WORDS =
  /(?:^\s*|[([]|\b(?:requirements?|controls?|practices?|800-171)(?: r(?:ev\.? ?)?2)?:? |(?=\b[a-z]{2}\.l2-))((?:[a-z]{2}\.l2-)?3\.\d{1,2}\.\d{1,2})(?![\d.]*\d)/gi;
