import { eachItem, rule } from "./rule.js";

export default rule({
  id: "false-positive-open",
  summary: "An approved false positive is still among the open items",
  why: "Once approved, a false positive is no weakness: among the open items it swells every count of them.",
  help: "Move the item to the sheet of closed items, with the approval among its documents.",
  severity: "error",
  examples: [
    { rows: { id: "V-1", falsePositive: "Pending" } },
    { title: "closed", rows: [], closed: [{ id: "V-1", falsePositive: "Yes" }] },
    { rows: { id: "V-1", falsePositive: "Yes" }, says: ["false positive is Yes, but the item is still open"] },
  ],
  check: eachItem(
    ({ state, falsePositive }) =>
      state === "open" && falsePositive?.value === "Yes"
        ? { at: falsePositive, field: "falsePositive", message: "false positive is Yes, but the item is still open" }
        : undefined,
    ["falsePositive"],
  ),
});
