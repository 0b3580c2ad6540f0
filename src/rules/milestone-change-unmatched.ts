import type { Issue } from "../model/finding.js";
import { eachItem, rule } from "./rule.js";

const PLAN = "(1) 2026-04-10: Test the patch\n\n(2) 2026-04-20: Roll it out";

export default rule({
  id: "milestone-change-unmatched",
  summary: "A milestone change whose number does not fit the planned milestones",
  why: "Changes are read together with the plan by their numbers. A change of a milestone that does not exist, or a new one under a number in use, leaves open what was moved or met.",
  help: "Give an update or completion the number of its milestone, and a new milestone the next free number.",
  severity: "error",
  examples: [
    {
      rows: {
        id: "V-1",
        milestones: PLAN,
        milestoneChanges:
          "(1) Complete 2026-04-09 : Tested\n\n(3) New 2026-04-25 : Scan\n\n(3) Update 2026-04-28 : Later",
      },
    },
    {
      title: "a plan without numbers is another finding",
      rows: { id: "V-1", milestones: "Test by 2026-04-10", milestoneChanges: "(3) Update 2026-04-12 : Later" },
    },
    {
      rows: { id: "V-1", milestones: PLAN, milestoneChanges: "(3) Update 2026-04-28 : Later" },
      says: ["change (3) Update: there is no milestone (3)"],
    },
    {
      rows: { id: "V-1", milestones: PLAN, milestoneChanges: "(2) New 2026-04-28 : Scan" },
      says: ["change (2) New: milestone (2) is planned already"],
    },
    {
      rows: {
        id: "V-1",
        milestones: PLAN,
        milestoneChanges: "(3) New 2026-04-28 : Scan\n\n(3) New 2026-05-02 : Report",
      },
      says: ["change (3) New: number 3 was introduced before"],
    },
  ],
  check: eachItem(
    ({ milestones, milestoneChanges }) => {
      if (milestoneChanges?.kind === "empty" || milestones?.kind === "empty") return undefined;
      const planned = new Set(milestones?.value?.map(({ number }) => number));
      if (planned.size === 0 || planned.has(undefined)) return undefined;
      const changes = milestoneChanges?.value ?? [];
      const introduced = new Set(changes.map(({ type, number }) => (type === "new" ? number : undefined)));
      const seen = new Set<number>();
      const issues: Issue[] = [];
      for (const { type, number } of changes) {
        if (type === undefined || number === undefined) continue;
        const isNew = type === "new";
        const fault = !isNew
          ? !planned.has(number) && !introduced.has(number) && `there is no milestone (${number})`
          : planned.has(number)
            ? `milestone (${number}) is planned already`
            : seen.has(number) && `number ${number} was introduced before`;
        if (isNew) seen.add(number);
        const message = `change (${number}) ${TYPES[type]}: ${fault}`;
        if (fault) issues.push({ at: milestoneChanges!, field: "milestoneChanges", message });
      }
      return issues.length > 0 ? issues : undefined;
    },
    ["milestones", "milestoneChanges"],
  ),
});

const TYPES = { new: "New", update: "Update", complete: "Complete" };
