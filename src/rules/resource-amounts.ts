import type { FieldName } from "../model/field.js";
import type { PoamItem } from "../model/item.js";

/** The columns of an item's costs, for people's hours and for everything else alike. */
export const RESOURCES = [
  {
    code: "personnelCostCode",
    funded: "personnelFundedHours",
    unfunded: "personnelUnfundedHours",
    obstacle: "personnelObstacle",
    reason: "personnelObstacleReason",
  },
  {
    code: "nonPersonnelCostCode",
    funded: "nonPersonnelFunded",
    unfunded: "nonPersonnelUnfunded",
    obstacle: "nonPersonnelObstacle",
    reason: "nonPersonnelObstacleReason",
  },
] as const satisfies readonly Readonly<Record<string, FieldName>>[];

export type AmountField = (typeof RESOURCES)[number]["funded" | "unfunded"];

export const AMOUNTS: readonly AmountField[] = RESOURCES.flatMap(({ funded, unfunded }) => [funded, unfunded]);

/** The hours or the amount that a cell holds, `$1,200.50` as well; undefined where it holds none. */
export function amountOf(item: PoamItem, field: AmountField): number | undefined {
  const text = item[field]?.value?.replace(/[$,\s]/g, "");
  const amount = text ? Number(text) : Number.NaN;
  return Number.isNaN(amount) ? undefined : amount;
}
