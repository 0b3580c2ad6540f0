import { FIELDS, type FieldName } from "../model/field.js";
import type { Issue } from "../model/finding.js";
import type { PoamItem } from "../model/item.js";
import { milestoneRows } from "./milestone-rows.js";
import { eachItem, rule } from "./rule.js";
import { takesMilestones } from "./status-in.js";

const STEP = { id: "1", status: "Ongoing", milestoneDescription: "Patch", milestoneDue: "2026-05-01" };

export default rule({
  id: "milestone-incomplete",
  summary: "A milestone that lacks a part",
  why: "A milestone is a step, its date and how it stands. Without one of them nobody can tell whether it is late, and the import refuses the row.",
  help: "Fill in the milestone's description, status and scheduled completion date; where it is completed, also the day.",
  severity: "error",
  examples: [
    { template: "emass-navy-2026", rows: { ...STEP, milestoneStatus: "Open" } },
    { title: "no milestone at all", template: "emass-navy-2026", rows: { id: "1", status: "Ongoing" } },
    {
      title: "accepted risks have none",
      template: "emass-navy-2026",
      rows: { ...STEP, status: "Risk Accepted" },
    },
    { template: "emass-navy-2026", rows: STEP, says: ["milestone without milestone status"] },
    {
      title: "in the row below",
      template: "emass-navy-2026",
      rows: [{ ...STEP, milestoneStatus: "Open" }, { milestoneStatus: "Open" }],
      says: ["milestone without milestone description, milestone scheduled completion date"],
    },
    {
      title: "completed, but when",
      template: "emass-navy-2026",
      rows: { ...STEP, milestoneStatus: "Completed" },
      says: ["milestone with status Completed without milestone completion date"],
    },
  ],
  check: eachItem(
    (item) => {
      let issues: Issue[] | undefined;
      if (!takesMilestones(item)) return undefined;
      for (const row of milestoneRows(item)) {
        const isDone = /^completed$/i.test(row.milestoneStatus?.value ?? "");
        const lacking = (isDone ? DONE : PARTS).filter((field) => row.kindOf(field) === "empty");
        if (lacking.length > 0) (issues ??= []).push(issue(row, lacking, isDone ? " with status Completed" : ""));
      }
      return issues;
    },
    ["milestoneDescription"],
  ),
});

const PARTS = ["milestoneDescription", "milestoneStatus", "milestoneDue"] as const satisfies readonly FieldName[];
const DONE = [...PARTS, "milestoneCompletedOn"] as const satisfies readonly FieldName[];

function issue(row: PoamItem, lacking: readonly FieldName[], which: string): Issue {
  const field = lacking[0]!;
  const names = lacking.map((one) => FIELDS[one].label).join(", ");
  return { at: row[field]!, field, message: `milestone${which} without ${names}` };
}
