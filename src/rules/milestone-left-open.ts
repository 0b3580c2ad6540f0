import type { Issue } from "../model/finding.js";
import { eachItem, rule } from "./rule.js";
import { statusIn } from "./status-in.js";

const DONE = { id: "1", status: "Completed", milestoneDescription: "Patch", milestoneDue: "2026-03-01" };

export default rule({
  id: "milestone-left-open",
  summary: "A completed item with a milestone that is not",
  why: "An item is done when its last step is. A step that is still open says that it was closed too early, or that nobody brought the plan up to date.",
  help: "Complete or archive the milestone, or reopen the item.",
  severity: "error",
  options: {
    open: { summary: "the statuses of milestones that are not done", default: ["Open", "In Progress", "Delayed"] },
  },
  examples: [
    { template: "emass-navy-2026", rows: [{ ...DONE, milestoneStatus: "Completed" }, { milestoneStatus: "Archived" }] },
    {
      title: "an open item",
      template: "emass-navy-2026",
      rows: { ...DONE, status: "Ongoing", milestoneStatus: "Open" },
    },
    {
      template: "emass-navy-2026",
      rows: [
        { ...DONE, milestoneStatus: "Completed" },
        { milestoneDescription: "Scan", milestoneStatus: "In Progress" },
      ],
      says: ["milestone is In Progress, but the item is Completed"],
    },
  ],
  check: eachItem(
    (item, { option }) => {
      if (!statusIn(item, ["Completed"])) return undefined;
      const open = option("open") as readonly string[];
      let issues: Issue[] | undefined;
      for (const row of [item, ...item.continuations]) {
        const status = row.milestoneStatus?.value;
        if (!status || !open.some((one) => one.toLowerCase() === status.toLowerCase())) continue;
        const message = `milestone is ${status}, but the item is ${item.status!.value}`;
        const related = [{ at: item.status!, label: "item's status" }];
        (issues ??= []).push({ at: row.milestoneStatus!, field: "milestoneStatus", message, related });
      }
      return issues;
    },
    ["milestoneStatus"],
  ),
});
