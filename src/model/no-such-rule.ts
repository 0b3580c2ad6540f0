import { didYouMean } from "./nearest.js";
import { SUPPRESSION_FAULTS } from "./suppression.js";

/** The sentence for a name that none of these rules has, with the nearest one. */
export function noSuchRule(id: string, ids: readonly string[]): string {
  if (SUPPRESSION_FAULTS.some((fault) => fault.id === id)) {
    return `${id} is said of suppressions and is no rule: it has no level. What it means: poam explain ${id}`;
  }
  return `there is no rule ${id}.${didYouMean(id, ids) || " poam list rules shows all."}`;
}
