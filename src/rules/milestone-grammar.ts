import { renumbered } from "../codecs/milestones.js";
import type { Cell } from "../model/cell.js";
import type { Issue } from "../model/finding.js";
import type { Milestone } from "../model/item.js";
import { cellFix } from "./cell-fix.js";
import { quoted } from "./quoted.js";
import { eachItem, rule } from "./rule.js";

export default rule({
  id: "milestone-grammar",
  summary: "A milestone that is not written as the form has it",
  why: "Milestones and their changes refer to each other by number, and the form itself marks cells that it cannot read. Without number and date nobody can say which milestone is due, moved or met.",
  help: "Write each entry as number in brackets, date, colon, text, with a blank line between two entries.",
  severity: "error",
  fixable: "unsafe",
  options: {
    form: {
      summary:
        "How the form writes milestones: `numbered` is FedRAMP's (1) 2026-06-30 : text; anything else is not checked",
      default: "numbered",
    },
  },
  examples: [
    { rows: { id: "V-1", milestones: "(1) 2026/06/30: Test the patch\n\n(2) 07-15-2026 : Roll it\nout" } },
    { rows: { id: "V-1", milestones: "N/A", milestoneChanges: "(1) update 2026-06-30 : vendor is late" } },
    { title: "not the numbered form", options: { form: "free" }, rows: { id: "V-1", milestones: "Patch 06/30/2026" } },
    {
      rows: { id: "V-1", milestones: "(1) 2026-06-30 Test\n(1) 2026-02-30 : Deploy" },
      says: [
        "milestone (1): no colon after the date; expected (1) 2026-06-30 : text",
        "milestone (1) in line 2: no blank line above it, 2026-02-30 is no date, number 1 used before; expected (1) 2026-06-30 : text",
      ],
    },
    {
      rows: { id: "V-1", milestones: "Draft the policy by 2026-05-01" },
      says: [
        'milestone "Draft the policy": no number, date (2026-05-01) not in its place; expected (1) 2026-06-30 : text',
      ],
    },
    {
      rows: { id: "V-1", milestoneChanges: "(1) 2026-06-30 : moved" },
      says: ["change (1): no type (New, Update or Complete); expected (1) Update 2026-06-30 : text"],
    },
    {
      title: "a number twice, and nothing else",
      rows: { id: "V-1", milestones: "(1) 2026-06-15 : Test\n\n(1) 2026-06-30 : Deploy" },
      says: ["milestone (1) in line 3: number 1 used before; expected (1) 2026-06-30 : text"],
      fixed: { id: "V-1", milestones: "(1) 2026-06-15 : Test\n\n(2) 2026-06-30 : Deploy" },
    },
    {
      title: "a text refers to one of them",
      rows: { id: "V-1", milestones: "(1) 2026-06-15 : Test\n\n(1) 2026-06-30 : Deploy after (1)" },
      says: ["milestone (1) in line 3: number 1 used before; expected (1) 2026-06-30 : text"],
    },
    {
      title: "a change refers to one of them",
      rows: {
        id: "V-1",
        milestones: "(1) 2026-06-15 : Test\n\n(1) 2026-06-30 : Deploy",
        milestoneChanges: "(1) Update 2026-07-05 : vendor is late",
      },
      says: ["milestone (1) in line 3: number 1 used before; expected (1) 2026-06-30 : text"],
    },
  ],
  check: eachItem(({ milestones, milestoneChanges }, { option }) => {
    if (option("form") !== "numbered") return undefined;
    const issues: Issue[] = [];
    // Changes refer to milestones by number.
    const fix = (cell: Cell<unknown>) =>
      milestoneChanges?.value ? {} : cellFix(cell, renumbered(cell.text), "give each a number of its own", "unsafe");
    for (const entry of milestones?.value ?? []) {
      const message = entry.fault && `milestone ${said(entry)}; expected (1) 2026-06-30 : text`;
      if (message) issues.push({ at: milestones!, field: "milestones", message, ...fix(milestones!) });
    }
    for (const entry of milestoneChanges?.value ?? []) {
      const message = entry.fault && `change ${said(entry)}; expected (1) Update 2026-06-30 : text`;
      if (message) issues.push({ at: milestoneChanges!, field: "milestoneChanges", message });
    }
    return issues;
  }),
});

function said({ number, text, line, fault }: Milestone): string {
  const name = number === undefined ? quoted(text) : `(${number})`;
  return `${name}${line > 1 ? ` in line ${line}` : ""}: ${fault}`;
}
