import type { Issue } from "../model/finding.js";
import { eachItem, rule } from "./rule.js";
import { statusIn } from "./status-in.js";

const STEP = { id: "1", status: "Ongoing", milestoneDescription: "Patch", milestoneDue: "2026-03-01" };
const DAY = "2026-02-25";

export default rule({
  id: "milestone-not-completed",
  summary: "A milestone has a completion date, but its status is not Completed",
  why: "Either the step was done and the status is old, or the date stands in the wrong column: progress is counted wrong either way.",
  help: "Set the milestone's status to Completed, or clear the date.",
  severity: "warning",
  options: {
    open: { summary: "the statuses of milestones that are not done", default: ["Open", "In Progress", "Delayed"] },
  },
  examples: [
    { template: "emass-navy-2026", rows: { ...STEP, milestoneStatus: "Completed", milestoneCompletedOn: DAY } },
    {
      title: "archived",
      template: "emass-navy-2026",
      rows: { ...STEP, milestoneStatus: "Archived", milestoneCompletedOn: DAY },
    },
    {
      title: "a completed item: that its milestone is open is the fault",
      template: "emass-navy-2026",
      rows: { ...STEP, status: "Completed", milestoneStatus: "Open", milestoneCompletedOn: DAY },
    },
    {
      template: "emass-navy-2026",
      rows: { ...STEP, milestoneStatus: "Open", milestoneCompletedOn: DAY },
      says: ["milestone completed on 2026-02-25, but its status is Open"],
    },
  ],
  check: eachItem(
    (item, { option }) => {
      const open = option("open") as readonly string[];
      let issues: Issue[] | undefined;
      for (const row of item.continuations.length > 0 ? [item, ...item.continuations] : [item]) {
        const day = row.milestoneCompletedOn;
        const status = day?.value && row.milestoneStatus?.value;
        if (!status || !open.some((one) => one.toLowerCase() === status.toLowerCase())) continue;
        if (statusIn(item, ["Completed"])) continue;
        const message = `milestone completed on ${day.value}, but its status is ${status}`;
        const related = [{ at: row.milestoneStatus!, label: "milestone status" }];
        (issues ??= []).push({ at: day, field: "milestoneCompletedOn", message, related });
      }
      return issues;
    },
    ["milestoneCompletedOn", "milestoneStatus"],
  ),
});
