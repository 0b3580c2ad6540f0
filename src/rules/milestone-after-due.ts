import type { CellRef } from "../model/cell.js";
import type { FieldName } from "../model/field.js";
import type { Issue } from "../model/finding.js";
import { eachItem, rule } from "./rule.js";
import { takesMilestones } from "./status-in.js";

const DUE = { id: "V-1", scheduledCompletion: "2026-06-12" };

export default rule({
  id: "milestone-after-due",
  summary: "A milestone lies after the item's own completion date",
  why: "Milestones are the steps to completion: one that comes after it says that the item will not be done by the date that it bears.",
  help: "Correct the milestone's date, or the completion date where that one is wrong.",
  severity: "warning",
  examples: [
    { title: "on the last day", rows: { ...DUE, milestones: "(1) 2026-04-10: Test\n\n(2) 2026-06-12: Roll out" } },
    { title: "no completion date", rows: { id: "V-1", milestones: "(1) 2027-04-10: Test" } },
    { title: "a closed item", rows: [], closed: [{ ...DUE, milestones: "(1) 2026-12-24: Roll out" }] },
    {
      rows: { ...DUE, milestones: "(1) 2026-04-10: Test\n\n(2) 2026-06-13: Roll out" },
      says: ["milestone (2) is due 2026-06-13, after the item itself, due 2026-06-12"],
    },
    {
      title: "a milestone in columns of its own",
      template: "emass-navy-2026",
      rows: { id: "1", status: "Ongoing", scheduledCompletion: "2026-06-12", milestoneDue: "2026-06-13" },
      says: ["milestone is due 2026-06-13, after the item itself, due 2026-06-12"],
    },
    {
      title: "an archived milestone, and an accepted risk, which has none",
      template: "emass-navy-2026",
      rows: [
        {
          id: "1",
          status: "Ongoing",
          scheduledCompletion: "2026-06-12",
          milestoneDue: "2026-06-13",
          milestoneStatus: "Archived",
        },
        { id: "2", status: "Risk Accepted", scheduledCompletion: "2026-06-12", milestoneDue: "2026-06-13" },
      ],
    },
    {
      title: "in a row of its own below the item",
      template: "emass-2020",
      rows: [
        { id: "1", status: "Ongoing", scheduledCompletion: "2026-06-12", milestones: "Test 06/12/2026" },
        { milestones: "Roll out 06/13/2026" },
      ],
      says: ["a milestone is due 2026-06-13, after the item itself, due 2026-06-12"],
    },
  ],
  check: eachItem(
    (item) => {
      const { state, scheduledCompletion, revisedCompletion } = item;
      const end = revisedCompletion?.value ? revisedCompletion : scheduledCompletion;
      if (state !== "open" || !end?.value || !takesMilestones(item)) return undefined;
      const due = end.value;
      let issues: Issue[] | undefined;
      const report = (at: CellRef, field: FieldName, name: string, day: string) => {
        const message = `${name} is due ${day}, after the item itself, due ${due}`;
        (issues ??= []).push({ at, field, message, related: [{ at: end, label: "completion date" }] });
      };
      for (const row of item.continuations.length > 0 ? [item, ...item.continuations] : [item]) {
        const day = row.milestoneDue?.value;
        const isArchived = /^archived$/i.test(row.milestoneStatus?.value ?? "");
        if (day && day > due && !isArchived) report(row.milestoneDue!, "milestoneDue", "milestone", day);
        const last = row.milestones?.value
          ?.filter((one) => one.due && one.due > due)
          .sort((a, b) => (a.due! < b.due! ? 1 : -1))[0];
        const name = last?.number === undefined ? "a milestone" : `milestone (${last.number})`;
        if (last) report(row.milestones!, "milestones", name, last.due!);
      }
      return issues;
    },
    ["scheduledCompletion"],
  ),
});
