import { CONDITIONS, type Condition, type ItemStatus } from "../model/item-status.js";

/** How many items each condition holds for. */
export function conditionCounts(items: readonly ItemStatus[]): Readonly<Record<Condition, number>> {
  const counts = Object.fromEntries(CONDITIONS.map((one) => [one, 0])) as Record<Condition, number>;
  for (const { conditions } of items) for (const one of conditions) counts[one]++;
  return counts;
}

/**
 * The items that one of the conditions holds for, all where none are given: the latest first, then by the gravest condition,
 * then by due date; what is alike stays in the workbook's order.
 */
export function selected(items: readonly ItemStatus[], only?: readonly Condition[]): readonly ItemStatus[] {
  return items
    .filter(({ conditions }) => only === undefined || conditions.some((one) => only.includes(one)))
    .sort(
      (a, b) =>
        b.daysOverdue - a.daysOverdue || rank(a) - rank(b) || (dueOf(a) < dueOf(b) ? -1 : dueOf(a) > dueOf(b) ? 1 : 0),
    );
}

function rank({ conditions: [gravest] }: ItemStatus): number {
  return gravest === undefined ? CONDITIONS.length : CONDITIONS.indexOf(gravest);
}

/** Items without a due date come last. */
function dueOf({ dueOn }: ItemStatus): string {
  return dueOn ?? "9999";
}
