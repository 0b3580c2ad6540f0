import type { PoamItem } from "../model/item.js";

/**
 * Whether an item waits for something other than its owner's work: a vendor, the decision on a false positive or an
 * operational requirement, or nothing at all since its risk was accepted.
 */
export function isExcused(item: PoamItem): boolean {
  const { vendorDependency, falsePositive, operationalRequirement, status } = item;
  return (
    vendorDependency?.value === "Yes" ||
    [falsePositive?.value, operationalRequirement?.value].some((answer) => answer === "Yes" || answer === "Pending") ||
    /^(?:risk )?accepted\b/i.test(status?.value ?? "")
  );
}
