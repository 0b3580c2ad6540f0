import type { Issue } from "../model/finding.js";
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
    const { state, milestones, milestoneChanges } = item;
    if (state !== "open") return undefined;
    const issues: Issue[] = [];
    for (const row of [item, ...item.continuations]) {
      const [due, status] = [row.milestoneDue, row.milestoneStatus?.value];
      if (
        !due?.value ||
        due.value >= asOf ||
        row.milestoneCompletedOn?.value ||
        !/^(?:open|in progress)$/i.test(status ?? "")
      )
        continue;
      const message = `milestone of ${due.value} has passed, but its status is ${status}`;
      issues.push({ at: due, field: "milestoneDue", message });
    }
    // Where the form has no column for changes, or they bear no numbers, nothing can be expected of them.
    if (milestones && milestones.kind !== "empty" && milestoneChanges) {
      const changes = milestoneChanges.value ?? [];
      const changed = new Set(changes.map(({ number }) => number));
      const passed = (milestones.value ?? []).filter(
        ({ number, due }) => number !== undefined && due && due < asOf && !changed.has(number),
      );
      if (passed.length > 0 && !changed.has(undefined)) {
        const names = firstOf(passed.map(({ number, due }) => `(${number}) of ${due}`));
        const one = passed.length === 1;
        const message = `${one ? "milestone" : "milestones"} ${names} ${one ? "has" : "have"} passed, and no change says that ${one ? "it was" : "they were"} met or moved`;
        issues.push({ at: milestones, field: "milestones", message });
      }
    }
    return issues.length > 0 ? issues : undefined;
  }),
});
