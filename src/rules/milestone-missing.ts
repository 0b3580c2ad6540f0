import type { FieldName } from "../model/field.js";
import type { PoamItem } from "../model/item.js";
import { isFilled, milestoneRows } from "./milestone-rows.js";
import { eachItemOf, hasField, rule } from "./rule.js";
import { statusIn } from "./status-in.js";

const ONGOING = { id: "1", status: "Ongoing" };

export default rule({
  id: "milestone-missing",
  summary: "An item without any milestone",
  why: "A plan of action is its milestones: without one there is a due date, but no step by which anybody could tell whether it will be met. The import refuses such an item.",
  help: "Add at least one milestone with its date.",
  severity: "error",
  options: {
    statuses: { summary: "the statuses in which an item has milestones", default: ["Ongoing", "Completed"] },
  },
  examples: [
    { template: "emass-navy-2026", rows: { ...ONGOING, milestoneDescription: "Patch", milestoneDue: "2026-05-01" } },
    {
      title: "in the row below",
      template: "emass-2020",
      rows: [ONGOING, { milestones: "Patch 05/01/2026" }],
    },
    { title: "other statuses", template: "emass-navy-2026", rows: { id: "1", status: "Risk Accepted" } },
    { template: "emass-navy-2026", rows: ONGOING, says: ["an item with status Ongoing and no milestone"] },
    {
      title: "N/A is none",
      template: "emass-2020",
      rows: { id: "1", status: "Completed 03/01/2026", milestones: "N/A" },
      says: ["an item with status Completed 03/01/2026 and no milestone"],
    },
  ],
  check: eachItemOf(({ poam, option }) => {
    const column = COLUMNS.find((field) => hasField(poam, field));
    const statuses = option("statuses") as readonly string[];
    return (
      column &&
      ((item) => {
        if (!statusIn(item, statuses) || hasMilestone(item)) return undefined;
        const message = `an item with status ${item.status!.value} and no milestone`;
        return { at: item[column]!, field: column, message, related: [{ at: item.status!, label: "status" }] };
      })
    );
  }),
});

const COLUMNS = ["milestoneDescription", "milestones"] as const satisfies readonly FieldName[];

function hasMilestone(item: PoamItem): boolean {
  if (isFilled(item, "milestones") || item.continuations.some((row) => isFilled(row, "milestones"))) return true;
  return milestoneRows(item).length > 0;
}
