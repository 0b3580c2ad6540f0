import { FIELDS, type FieldName } from "../model/field.js";
import type { Issue } from "../model/finding.js";
import { isFilled } from "./milestone-rows.js";
import { eachItemOf, hasField, rule } from "./rule.js";
import { statusIn } from "./status-in.js";

const OPTIONS = {
  statuses: ["Risk Accepted"],
  fields: ["scheduledCompletion", "milestoneDescription", "milestoneDue"],
};

export default rule({
  id: "forbidden-filled",
  summary: "A cell is filled that items of this status leave blank",
  why: "An accepted risk is not being remediated: a due date or a milestone beside it says the opposite, and the import refuses the item.",
  help: "Clear the cells, or choose the status that fits the plan.",
  severity: "error",
  options: {
    statuses: { summary: "the statuses in which the fields are left blank", default: [] },
    fields: { summary: "the fields that are left blank", default: [] },
  },
  examples: [
    { options: OPTIONS, template: "emass-navy-2026", rows: { id: "1", status: "Risk Accepted", comments: "Accepted" } },
    {
      title: "another status",
      options: OPTIONS,
      template: "emass-navy-2026",
      rows: { id: "1", status: "Ongoing", scheduledCompletion: "2026-06-12" },
    },
    {
      options: OPTIONS,
      template: "emass-navy-2026",
      rows: { id: "1", status: "Risk Accepted", scheduledCompletion: "2026-06-12" },
      says: ["scheduled completion date is filled, but an item with status Risk Accepted has none"],
    },
    {
      title: "milestones are reported once",
      options: OPTIONS,
      template: "emass-navy-2026",
      rows: [
        { id: "1", status: "Risk Accepted" },
        { milestoneDescription: "Patch", milestoneDue: "2026-05-01" },
        { milestoneDescription: "Scan", milestoneDue: "2026-06-01" },
      ],
      says: ["2 milestones are listed, but an item with status Risk Accepted has none"],
    },
  ],
  check: eachItemOf(({ poam, option }) => {
    const statuses = option("statuses") as readonly string[];
    const fields = (option("fields") as readonly FieldName[]).filter((field) => hasField(poam, field));
    const own = fields.filter((field) => !field.startsWith("milestone"));
    const ofMilestones = fields.filter((field) => field.startsWith("milestone"));
    return (item) => {
      if (!statusIn(item, statuses)) return undefined;
      const none = `but an item with status ${item.status!.value} has none`;
      const related = [{ at: item.status!, label: "status" }];
      const issues: Issue[] = own
        .filter((field) => isFilled(item, field))
        .map((field) => ({ at: item[field]!, field, message: `${FIELDS[field].label} is filled, ${none}`, related }));
      const rows = [item, ...item.continuations].filter((row) => ofMilestones.some((field) => isFilled(row, field)));
      if (rows.length === 0) return issues;
      const field = ofMilestones.find((one) => isFilled(rows[0]!, one))!;
      const listed = rows.length === 1 ? "a milestone is listed" : `${rows.length} milestones are listed`;
      return [...issues, { at: rows[0]![field]!, field, message: `${listed}, ${none}`, related }];
    };
  }),
});
