import type { FieldName } from "../model/field.js";
import type { Issue } from "../model/finding.js";
import type { PoamItem } from "../model/item.js";
import type { RegisterColumn } from "../model/poam.js";
import { blankColumns } from "./blank-columns.js";
import { eachItemOf, rule } from "./rule.js";
import { statusIn } from "./status-in.js";

export default rule({
  id: "required-missing",
  summary: "A column that the form needs in every item is blank",
  why: "An item without it cannot be judged, and the form's owner sends the POA&M back.",
  help: "Fill the cell in.",
  severity: "error",
  options: {
    also: { summary: "fields that are needed in every item besides those of the form", default: [] },
    blankColumns: {
      summary: "whether a column that is blank in all items of a sheet is reported in each of them",
      default: true,
    },
  },
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
    {
      title: "what one's own system needs besides",
      template: "emass-navy-2026",
      options: { also: ["severity", "impact"] },
      columns: ["id", "status", "severity", "impact"],
      rows: { id: "1", status: "Ongoing", severity: "Low" },
      says: ["Impact is blank"],
    },
    {
      title: "written over the form's guidance",
      template: "fedramp-rev5-v3.0",
      columns: ["id", "weakness", "pointOfContact"],
      rows: { id: "V-1", weakness: "Open port" },
      overwrite: true,
      says: ["Point of Contact is blank (the form's own text still stands in it)"],
    },
    {
      title: "a column that nobody filled in is one fault of the register, not one of each item",
      columns: ["id", "weakness", "pointOfContact"],
      options: { blankColumns: false },
      rows: [{ id: "V-1", weakness: "Open port" }, { id: "V-2" }],
      says: ["Weakness Name is blank"],
    },
  ],
  check: eachItemOf(({ poam, option }) => {
    const also = option("also") as readonly string[];
    const blank = option("blankColumns") ? undefined : blankColumns(poam);
    const needed = new Map(
      poam.registers.map(({ sheet, columns }) => [
        sheet,
        columns
          .filter((column) => !blank?.has(column))
          .map((column) => (also.includes(column.field) ? { ...column, required: true } : column))
          .filter(({ required }) => required !== false),
      ]),
    );
    const leftovers = new Set(
      poam.oddRows.flatMap((odd) => odd.leftovers.map(({ sheet, row, column }) => `${row} ${column} ${sheet}`)),
    );
    return (item) => {
      let issues: Issue[] | undefined;
      for (const column of needed.get(item.sheet)!) {
        const { field, heading } = column;
        if (item.kindOf(field) !== "empty" || !isNeeded(column, item)) continue;
        if (MILESTONES.has(field) && item.continuations.some((row) => row.kindOf(field) !== "empty")) continue;
        const status =
          typeof column.required === "object" ? `: it is needed where the status is ${item.status?.value}` : "";
        const at = item[field]!;
        const left = leftovers.has(`${at.row} ${at.column} ${at.sheet}`);
        const still = left ? " (the form's own text still stands in it)" : "";
        (issues ??= []).push({ at, field, message: `${heading} is blank${still}${status}` });
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
  return typeof required === "boolean" ? required : statusIn(item, required.status);
}
