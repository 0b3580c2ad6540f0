import { eachItem, rule } from "./rule.js";

export default rule({
  id: "delayed-uncommented",
  summary: "A delayed item without a word on what holds it up",
  why: "Who reads that an item is delayed needs to know by what: an obstacle that nobody names, nobody removes.",
  help: "Say in the comments what the obstacle is and what is done about it.",
  severity: "warning",
  examples: [
    { template: "generic", header: false, rows: { id: "1", status: "Delayed", comments: "Parts arrive in May" } },
    { template: "generic", header: false, rows: { id: "1", status: "Ongoing" } },
    {
      template: "generic",
      header: false,
      rows: { id: "1", status: "Delayed" },
      says: ['status "Delayed", and no comment says why'],
    },
  ],
  check: eachItem(
    ({ status, comments, milestoneChanges }) => {
      if (!status?.value || !/^delayed\b/i.test(status.value)) return undefined;
      if (comments?.kind !== "empty" || (milestoneChanges && milestoneChanges.kind !== "empty")) return undefined;
      return { at: comments, field: "comments", message: `status "${status.value}", and no comment says why` };
    },
    ["status", "comments"],
  ),
});
