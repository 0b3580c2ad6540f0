import type { Issue } from "../model/finding.js";
import { missedMilestones } from "../model/missed-milestones.js";
import { firstOf } from "./heading-of.js";
import { eachItem, rule } from "./rule.js";

const PLAN = { id: "V-1", milestones: "(1) 2026-03-10: Test the patch\n\n(2) 2026-04-20: Roll it out" };

export default rule({
  id: "milestone-overdue",
  summary: "A milestone has passed and nothing says what became of it",
  why: "A missed milestone is the first sign that an item will be late. Left without a word, it shows a plan that nobody follows.",
  help: "Record that the milestone was met, or why it was moved and to when.",
  severity: "warning",
  examples: [
    { title: "met", rows: { ...PLAN, milestoneChanges: "(1) Complete 2026-03-09 : Tested" } },
    { title: "moved", rows: { ...PLAN, milestoneChanges: "(1) Update 2026-04-05 : The test stand was down" } },
    { title: "due today", asOf: "2026-03-10", rows: PLAN },
    { title: "a closed item", rows: [], closed: [PLAN] },
    { title: "without numbers nothing can refer to it", rows: { id: "V-1", milestones: "Test by 2026-03-10" } },
    { rows: PLAN, says: ["milestone (1) of 2026-03-10 has passed, and no change says that it was met or moved"] },
    {
      asOf: "2026-04-21",
      rows: PLAN,
      says: [
        "milestones (1) of 2026-03-10, (2) of 2026-04-20 have passed, and no change says that they were met or moved",
      ],
    },
    {
      title: "a milestone in columns of its own",
      template: "emass-navy-2026",
      rows: { id: "1", status: "Ongoing", milestoneDue: "2026-03-10", milestoneStatus: "Open" },
      says: ["milestone of 2026-03-10 has passed, but its status is Open"],
    },
  ],
  check: eachItem((item, { asOf }) => {
    const missed = missedMilestones(item, asOf);
    if (missed.length === 0) return undefined;
    const issues = missed.flatMap(({ number, due, status, at }): Issue | [] => {
      if (number !== undefined) return [];
      return { at, field: "milestoneDue", message: `milestone of ${due} has passed, but its status is ${status}` };
    });
    const passed = missed.filter(({ number }) => number !== undefined);
    if (passed.length > 0) {
      const names = firstOf(passed.map(({ number, due }) => `(${number}) of ${due}`));
      const one = passed.length === 1;
      const message = `${one ? "milestone" : "milestones"} ${names} ${one ? "has" : "have"} passed, and no change says that ${one ? "it was" : "they were"} met or moved`;
      issues.push({ at: passed[0]!.at, field: "milestones", message });
    }
    return issues;
  }),
});
