import { findRequirement, type Requirement } from "../catalogs/cmmc.js";
import type { ControlReference } from "../model/control.js";
import type { PoamItem } from "../model/item.js";
import type { Context } from "./rule.js";

/** The requirements that an item names and the catalogue knows: by CMMC's ids, or by NIST's (`3.11.2`, `3.11.1e`). */
export function requirementsIn({ controls }: PoamItem): readonly Requirement[] {
  return controls?.kind === "error" ? [] : (controls?.value?.flatMap((control) => requirementOf(control) ?? []) ?? []);
}

/** The requirement that a reference names; undefined where the catalogue knows none. `3.11.1e` is one of Level 3. */
export function requirementOf({ id, scheme }: ControlReference): Requirement | undefined {
  if (id === undefined) return undefined;
  if (scheme === "cmmc" || scheme === "800-171r2") return findRequirement(id);
  const family = /^3\.(\d{1,2})\.\d{1,2}e$/.exec(id)?.[1];
  return family === undefined ? undefined : findRequirement(`${FAMILIES[Number(family) - 1]}.L3-${id}`);
}

/** Whether the register is an assessment's POA&M. The operational plan of action holds deficiencies that count as met. */
export function isOfAssessment({ system }: Pick<Context, "system">): boolean {
  return system.kind !== "operational";
}

/** The level that the register is for: the system's where it is known, else the pack's. */
export function levelOf({ system, option }: Context): number {
  return system.cmmcLevel ?? (option("level") as number);
}

/**
 * Whether the row says that the requirement is partly met: by the Points column, or, for 3.13.11, in words. Undefined
 * where it does not say, or where the two disagree.
 */
export function isPartial(item: PoamItem, requirement: Requirement): boolean | undefined {
  if (requirement.partialPoints === undefined) return false;
  const points = pointsOf(item);
  const inWords =
    requirement.eligible === "conditional" && TEXTS.some((field) => saysEmployed(item[field]?.text ?? ""));
  if (points === requirement.partialPoints) return true;
  if (points === requirement.points) return inWords ? undefined : false;
  return inWords || undefined;
}

/** The number in the Points column; undefined where there is none, or where the item names several requirements. */
export function pointsOf(item: PoamItem): number | undefined {
  const text = item.requirementPoints?.value;
  return text !== undefined && /^\d{1,2}$/.test(text) && requirementsIn(item).length === 1 ? Number(text) : undefined;
}

/** Whether a text says that encryption is employed but is not FIPS-validated. */
function saysEmployed(text: string): boolean {
  return FIPS.test(text) && EMPLOYED.test(text) && !NOT_EMPLOYED.test(text);
}

/** The families of SP 800-171 and SP 800-172, 3.1 to 3.14, by their letters in CMMC. */
const FAMILIES = ["AC", "AT", "AU", "CM", "IA", "IR", "MA", "MP", "PS", "PE", "RA", "CA", "SC", "SI"];

const TEXTS = ["weakness", "description", "comments"] as const;
const FIPS = /\bFIPS\b|\b140-[23]\b|\bCMVP\b|\b(?:un)?validat(?:ed|ion)\b/i;
const EMPLOYED =
  /\b(?:employed|employs?|in use|uses?|using|(?:is|are) encrypted|encrypts?|encryption (?:is|by|with|uses)|encrypted (?:by|with)|AES|TLS|IPsec|BitLocker|FileVault|LUKS|VPN)\b/i;
const NOT_EMPLOYED =
  /\b(?:not|never|isn't|aren't) (?:[\w-]{1,20} )?(?:employed|encrypted|encrypting|used|in use|in place)\b|\b(?:no|without|lacks?) (?:[\w-]{1,20} )?encryption\b|\bun-?encrypted\b|\b(?:clear|plain)[ -]?text\b/i;
