import type { Requirement } from "../catalogs/cmmc.js";
import type { PoamItem } from "../model/item.js";
import { isPartial } from "./requirements.js";

/**
 * Why an open requirement may not stand on the POA&M of an assessment of that level, in words (32 CFR 170.21(a)); undefined
 * where it may, or where the row does not say in which of its cases it is.
 */
export function ineligibility(requirement: Requirement, item: PoamItem, level: number): string | undefined {
  const { id, points, partialPoints, eligible } = requirement;
  if (requirement.level === 1) return `${id} is a requirement of Level 1, which allows no POA&M`;
  if (requirement.level < level) {
    return `${id} is a requirement of Level 2, which must be met in full before Level 3 is assessed`;
  }
  if (eligible === "yes") return undefined;
  const barred = `${id} may not stand on a POA&M`;
  if (eligible === "conditional") {
    if (isPartial(item, requirement) !== false) return undefined;
    return `${barred} at ${points} points: only where encryption is employed but not FIPS-validated, at ${partialPoints}`;
  }
  if (points === undefined) return `${barred}: without an up-to-date system security plan nothing is scored`;
  if (points === 1) return `${barred}: it is excluded by name`;
  const partly = partialPoints === undefined ? "" : ` (${partialPoints} where partly met)`;
  return `${barred}: it is worth ${points} points${partly}, and only requirements of 1 point may`;
}
