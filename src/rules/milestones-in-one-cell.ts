import type { FieldName } from "../model/field.js";
import type { Issue } from "../model/finding.js";
import type { PoamItem } from "../model/item.js";
import { milestoneDays } from "./milestone-rows.js";
import { eachItemOf, hasField, rule } from "./rule.js";

export default rule({
  id: "milestones-in-one-cell",
  summary: "Several milestones in one cell",
  why: "Where the form gives each milestone a row of its own, the import makes one milestone of a cell: with several in it, all but one date are lost.",
  help: "Leave the first milestone in the item's row, and put each of the others into a row of its own below it, with nothing but the milestone's columns filled.",
  severity: "error",
  examples: [
    { template: "emass-2020", rows: [{ id: "1", milestones: "Test 05/01/2026" }, { milestones: "Deploy 06/01/2026" }] },
    {
      title: "one milestone of several lines",
      template: "emass-navy-2026",
      rows: {
        id: "1",
        milestoneDescription: "Patch the relay:\n- in the test enclave\n- in production",
        milestoneDue: "2026-05-01",
      },
    },
    {
      title: "days in a description are prose, unless its lines are numbered",
      template: "emass-navy-2026",
      rows: { id: "1", milestoneDescription: "Vendor's release is of 3/1/2026.\nRoll it out by 5/1/2026." },
    },
    {
      template: "emass-2020",
      rows: { id: "1", milestones: "Test 05/01/2026\nDeploy 06/01/2026" },
      says: ["2 milestones in one cell (due 2026-05-01, 2026-06-01): each has a row of its own"],
    },
    {
      title: "a change as well",
      template: "emass-2020",
      rows: { id: "1", milestoneChanges: "Test moved 05/08/2026; Deploy moved 06/08/2026" },
      says: ["2 milestones in one cell (due 2026-05-08, 2026-06-08): each has a row of its own"],
    },
    {
      template: "emass-navy-2026",
      rows: { id: "1", milestoneDescription: "(1) 2026-05-01 : Test\n(2) 2026-06-01 : Deploy" },
      says: ["2 milestones in one cell (due 2026-05-01, 2026-06-01): each has a row of its own"],
    },
  ],
  check: eachItemOf(({ poam }) => {
    const fields = CELLS.filter((field) => hasField(poam, field));
    if (fields.length === 0) return undefined;
    return (item) => {
      let issues: Issue[] | undefined;
      const visit = (row: PoamItem) => {
        for (const field of fields) {
          const days = milestoneDays(row, field);
          if (days.length < 2) continue;
          const message = `${days.length} milestones in one cell (due ${days.join(", ")}): each has a row of its own`;
          (issues ??= []).push({ at: row[field]!, field, message });
        }
      };
      visit(item);
      item.continuations.forEach(visit);
      return issues;
    };
  }),
});

const CELLS = ["milestones", "milestoneChanges", "milestoneDescription"] as const satisfies readonly FieldName[];
