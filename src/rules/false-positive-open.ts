import type { Issue } from "../model/finding.js";
import { eachItemOf, hasField, rule } from "./rule.js";

export default rule({
  id: "false-positive-open",
  summary: "An approved false positive is still among the open items",
  why: "Once approved, a false positive is no weakness: among the open items it swells every count of them.",
  help: "Move the item to the sheet of closed items, with the approval among its documents.",
  severity: "error",
  fixable: "unsafe",
  examples: [
    { rows: { id: "V-1", falsePositive: "Pending" } },
    { title: "closed", rows: [], closed: [{ id: "V-1", falsePositive: "Yes" }] },
    {
      rows: { id: "V-1", falsePositive: "Yes" },
      says: ["false positive is Yes, but the item is still open"],
      moved: { "V-1": "closed" },
    },
    {
      title: "there is no sheet for closed items",
      without: ["Closed POA&M Items"],
      rows: { id: "V-1", falsePositive: "Yes" },
      says: ["false positive is Yes, but the item is still open"],
    },
  ],
  check: eachItemOf(({ poam }) => {
    if (!hasField(poam, "falsePositive")) return undefined;
    const hasClosed = poam.registers.some(({ state }) => state === "closed");
    const open = new Set(poam.registers.flatMap(({ state, sheet }) => (state === "open" ? sheet : [])));
    return ({ state, sheet, row, falsePositive }) => {
      if (state !== "open" || falsePositive?.value !== "Yes") return undefined;
      const message = "false positive is Yes, but the item is still open";
      const issue: Issue = { at: falsePositive, field: "falsePositive", message };
      if (!hasClosed || !open.has(sheet)) return issue;
      const fix = {
        title: "move the item to the closed ones",
        safety: "unsafe",
        patches: [],
        move: { sheet, row, to: "closed" },
      } as const;
      return { ...issue, fix };
    };
  }),
});
