import type { Cell } from "../model/cell.js";
import type { Milestone } from "../model/item.js";
import { itemKey, previousItems } from "./previous-items.js";
import { quoted } from "./quoted.js";
import { eachItemOf, rule } from "./rule.js";

const BEFORE = [{ id: "V-1", milestones: "(1) 2026-04-10: Test the patch\n\n(2) 2026-04-20: Roll it out" }];

export default rule({
  id: "milestone-rewritten",
  summary: "A planned milestone is not as it was recorded last month",
  why: "Planned milestones stay as they were first recorded: only beside the original plan do its changes show whether the work slips.",
  help: "Restore the planned milestone, and record what changed in the column of milestone changes.",
  severity: "error",
  examples: [
    { previous: { rows: BEFORE }, rows: BEFORE },
    {
      title: "other line breaks and blanks, or a date written otherwise",
      previous: { rows: BEFORE },
      rows: { id: "v-1", milestones: "(1) 04/10/2026 : Test the  patch\n(2) 2026-04-20: Roll it out" },
    },
    { title: "no plan last month", previous: { rows: [{ id: "V-1" }] }, rows: BEFORE },
    { title: "a new item", previous: { rows: [{ id: "V-9" }] }, rows: BEFORE },
    {
      previous: { rows: BEFORE },
      rows: { id: "V-1", milestones: "(1) 2026-04-10: Test the patch\n\n(2) 2026-05-20: Roll it out" },
      says: ["milestone (2) was due 2026-04-20, now 2026-05-20"],
    },
    {
      previous: { rows: BEFORE },
      rows: { id: "V-1", milestones: "(1) 2026-04-10: Test it\n\n(3) 2026-04-30: Scan again" },
      says: ['milestone (1) was "Test the patch", now "Test it"; milestone (2) is gone; milestone (3) is new'],
    },
    { previous: { rows: BEFORE }, rows: { id: "V-1" }, says: ["the milestones are gone"] },
  ],
  check: eachItemOf(({ evidence }) => {
    if (!evidence.previous) return undefined;
    const previous = previousItems(evidence.previous);
    return (item) => {
      const { milestones } = item;
      const key = milestones && itemKey(item);
      const before = key === undefined ? undefined : previous.get(key)?.milestones;
      const message = before && milestones && rewrittenMilestones(before, milestones);
      return message === undefined ? undefined : { at: milestones!, field: "milestones", message };
    };
  }),
});

/** What became of planned milestones, in words; undefined where they are as they were, or nobody can say. */
export function rewrittenMilestones(before: Planned, milestones: Planned): string | undefined {
  if (!before.value || before.text === milestones.text) return undefined;
  const now = byNumber(milestones.value ?? []);
  const was = byNumber(before.value);
  if (!now || !was) return undefined;
  return now.size === 0 ? "the milestones are gone" : changes(was, now).join("; ") || undefined;
}

type Planned = Cell<readonly Milestone[]>;

/** Undefined where a milestone has no number, or one has it twice: then nobody can say which was changed. */
function byNumber(milestones: readonly Milestone[]): ReadonlyMap<number, Milestone> | undefined {
  const found = new Map(milestones.flatMap((one) => (one.number === undefined ? [] : [[one.number, one] as const])));
  return found.size === milestones.length ? found : undefined;
}

function changes(was: ReadonlyMap<number, Milestone>, now: ReadonlyMap<number, Milestone>): string[] {
  const kept = [...was].flatMap(([number, before]) => {
    const after = now.get(number);
    if (!after) return [`milestone (${number}) is gone`];
    if (after.due !== before.due && after.due && before.due) {
      return [`milestone (${number}) was due ${before.due}, now ${after.due}`];
    }
    const same = after.text.replace(/\s+/g, " ") === before.text.replace(/\s+/g, " ");
    return same ? [] : [`milestone (${number}) was ${quoted(before.text)}, now ${quoted(after.text)}`];
  });
  const added = [...now.keys()].filter((number) => !was.has(number));
  return [...kept, ...added.map((number) => `milestone (${number}) is new`)];
}
