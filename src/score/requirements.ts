import { findRequirement, type Requirement } from "../catalogs/cmmc.js";
import type { PoamItem } from "../model/item.js";
import { requirementOf, requirementsIn } from "../rules/requirements.js";

/** What an item says of requirements. */
export interface NamedRequirements {
  readonly requirements: readonly Requirement[];
  /** Whether the item also holds text that looks like a requirement and was not taken for one. */
  readonly unread: boolean;
}

/**
 * The requirements that an item names. NIST's plan of action has no column for them, and people write them into the weakness:
 * there an id counts where it begins a line, stands in brackets or behind `requirement`, follows another one in a list, or is
 * spelt as CMMC spells it; a bare 3.1.4 amid the text may be the version of a product.
 */
export function requirementsNamed(item: PoamItem): NamedRequirements {
  if (!item.controls) return inWords((item.weakness?.value ?? "").slice(0, LONGEST));
  const controls = item.controls.kind === "error" ? [] : (item.controls.value ?? []);
  const unread = controls.some(
    (one) => LOOKS_LIKE.test(one.text) && !NOT_SCORED.has(one.scheme) && !requirementOf(one),
  );
  return { requirements: requirementsIn(item), unread };
}

function inWords(text: string): NamedRequirements {
  const found = new Set<Requirement>();
  let unread = false;
  let listEnd = -1;
  for (const match of text.matchAll(ID)) {
    const [whole, family, level, number = "", suffix = ""] = match;
    const before = text.slice(Math.max(0, match.index - LEAD), match.index);
    const inList = listEnd >= 0 && JOINT.test(text.slice(listEnd, match.index));
    const counts = family !== undefined || inList || LEAD_IN.test(before);
    const requirement = counts ? requirementNamed(family, level, number, suffix) : undefined;
    if (requirement) found.add(requirement);
    else unread = true;
    listEnd = counts ? match.index + whole.length : -1;
  }
  return { requirements: [...found], unread: unread || RANGE.test(text) };
}

function requirementNamed(family: string | undefined, level: string | undefined, number: string, suffix: string) {
  const id = `${number}${suffix.toLowerCase()}`;
  if (family !== undefined) return findRequirement(`${family.toUpperCase()}.L${level}-${id}`);
  return requirementOf({ text: id, scheme: suffix === "" ? "800-171r2" : "other", id });
}

const LONGEST = 2_000;
/** As much text before an id as can make it one. */
const LEAD = 40;
const ID = /(?<![\d.])(?:\b([a-z]{2})[.-] ?L([1-3]) ?[-.–] ?)?\b(3\.\d{1,2}\.\d{1,2})(e?)(?![\da-z]|\.\d)/gi;
const LEAD_IN = /(?:^|[\n\r;([]|\b(?:requirements?|controls?|practices?|800-171)(?: r(?:ev\.? ?)?2)?:? )\s*$/i;
/** What may stand between two ids of a list: an objective of the first, `[a]`, and a separator. */
const JOINT = /^(?:\[[a-z]\]|\([a-z]\))?\s*(?:[,;/&+]\s*(?:and |or )?|and |or |\s)\s*$/i;
/** From one to another: what lies between is not named. */
const RANGE = /\b3\.\d{1,2}\.\d{1,2} ?(?:-|–|—|to|through|thru) ?(?:[a-z]{2}\.l2-)?3\.\d{1,2}\.\d/i;
const LOOKS_LIKE = /(?<![\d.])3\.\d{1,2}\.\d|\bL[1-3] ?[-.–] ?\d/i;
/** Revision 3 has no points, and other catalogues are none of the score's. */
const NOT_SCORED: ReadonlySet<string> = new Set(["800-171r3", "800-53", "800-53-procedure", "cci"]);
