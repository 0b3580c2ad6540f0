import type { FieldName } from "../model/field.js";
import type { Issue } from "../model/finding.js";
import type { PoamItem } from "../model/item.js";
import type { RegisterColumn } from "../model/poam.js";
import { eachItemOf, rule } from "./rule.js";

export default rule({
  id: "required-missing",
  summary: "A column that the form needs in every item is blank",
  why: "An item without it cannot be judged, and the form's owner sends the POA&M back.",
  help: "Fill the cell in.",
  severity: "error",
  examples: [
    {
      columns: ["id", "weakness", "pointOfContact"],
      rows: { id: "V-1", weakness: "Open port", pointOfContact: "J. Doe" },
    },
    {
      columns: ["id", "weakness", "pointOfContact"],
      rows: { id: "V-1", weakness: "Open port" },
      says: ["Point of Contact is blank"],
    },
    {
      title: "needed in items of some statuses only",
      template: "emass-navy-2026",
      columns: ["id", "status", "completedOn"],
      rows: [
        { id: "1", status: "Ongoing" },
        { id: "2", status: "Completed" },
      ],
      says: ["POA&M Completion Date is blank: it is needed where the status is Completed"],
    },
  ],
  check: eachItemOf(({ poam }) => {
    const needed = new Map(
      poam.registers.map(({ sheet, columns }) => [sheet, columns.filter(({ required }) => required !== false)]),
    );
    return (item) => {
      let issues: Issue[] | undefined;
      for (const column of needed.get(item.sheet)!) {
        const { field, heading } = column;
        if (item.kindOf(field) !== "empty" || !isNeeded(column, item)) continue;
        if (MILESTONES.has(field) && item.continuations.some((row) => row.kindOf(field) !== "empty")) continue;
        const status =
          typeof column.required === "object" ? `: it is needed where the status is ${item.status?.value}` : "";
        (issues ??= []).push({ at: item[field]!, field, message: `${heading} is blank${status}` });
      }
      return issues;
    };
  }),
});

const MILESTONES: ReadonlySet<FieldName> = new Set([
  "milestones",
  "milestoneDescription",
  "milestoneDue",
  "milestoneStatus",
]);

function isNeeded({ required }: RegisterColumn, item: PoamItem): boolean {
  if (typeof required === "boolean") return required;
  const status = item.status?.value?.toLowerCase() ?? "";
  return required.status.some((one) => status === one.toLowerCase() || status.startsWith(`${one.toLowerCase()} `));
}
