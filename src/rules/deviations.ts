import { FIELDS } from "../model/field.js";
import type { Answer, PoamItem } from "../model/item.js";

/** The answers by which an item departs from the rating's terms, in the order in which forms have them. */
export const DEVIATIONS = ["riskAdjustment", "falsePositive", "operationalRequirement"] as const;

export type Deviation = (typeof DEVIATIONS)[number];

/** The deviations that have one of these answers. */
export function deviationsOf(item: PoamItem, ...answers: readonly Answer[]): readonly Deviation[] {
  return DEVIATIONS.filter((field) => {
    const answer = item[field]?.value;
    return answer !== undefined && answers.includes(answer);
  });
}

/** `false positive and operational requirement` */
export function named(deviations: readonly Deviation[]): string {
  return deviations.map((field) => FIELDS[field].label).join(" and ");
}
