import type { FieldName } from "../model/field.js";
import { isExcused } from "./excused.js";
import { saysSomethingNew } from "./explanation.js";
import { itemKey, previousItems } from "./previous-items.js";
import { eachItemOf, rule } from "./rule.js";

const BEFORE = { id: "V-1", scheduledCompletion: "2026-06-30", comments: "Ordered.", statusDate: "2026-02-26" };
const NOW = { ...BEFORE, statusDate: "2026-03-27" };

export default rule({
  id: "unchanged-since-last-month",
  summary: "An item says word for word what it said last month, and no step lies ahead",
  why: "A review that changes nothing but its own date is hard to tell from none. After some months of it the item has aged, not advanced.",
  help: "Write down what was done since and what comes next, or add a milestone with its date.",
  severity: "info",
  examples: [
    { title: "without last month's POA&M", rows: NOW },
    { title: "a word of news", previous: { rows: [BEFORE] }, rows: { ...NOW, comments: "Ordered; arrives in April." } },
    {
      title: "a step lies ahead",
      previous: { rows: [{ ...BEFORE, milestones: "(1) 2026-05-04: Test" }] },
      rows: { ...NOW, milestones: "(1) 2026-05-04: Test" },
    },
    {
      title: "its status date is last month's too, which is another fault",
      previous: { rows: [BEFORE] },
      rows: BEFORE,
    },
    {
      previous: { rows: [BEFORE] },
      rows: NOW,
      says: ["nothing but the status date has changed since the previous POA&M, and no milestone lies ahead"],
    },
  ],
  check: eachItemOf(({ evidence, asOf }) => {
    const before = evidence.previous && previousItems(evidence.previous);
    return (
      before &&
      ((item) => {
        const old = item.state === "open" ? before.get(itemKey(item) ?? "") : undefined;
        if (old?.state !== "open" || saysSomethingNew(item, old, TEXTS) || isExcused(item)) return undefined;
        const { statusDate, scheduledCompletion: due, milestones } = item;
        // What is stale, overdue or a missed milestone is reported as such.
        if (statusDate?.value && statusDate.value === old.statusDate?.value) return undefined;
        if (due?.value && due.value < asOf) return undefined;
        if (
          milestones?.value?.some((step) => step.due !== undefined && step.due >= asOf) ||
          item.continuations.length > 0 ||
          item.milestoneDue?.value
        )
          return undefined;
        const nothing = statusDate?.value ? "nothing but the status date" : "nothing";
        const message = `${nothing} has changed since the previous POA&M, and no milestone lies ahead`;
        return { at: item.id!, field: "id", message };
      })
    );
  }),
});

const TEXTS: readonly FieldName[] = [
  ...(["status", "remediationPlan", "milestones", "milestoneChanges", "milestoneStatus", "comments"] as const),
  ...(["scheduledCompletion", "revisedCompletion", "percentComplete", "originalRating", "adjustedRating"] as const),
  ...(["evidence", "assets", "pointOfContact", "mitigations", "deviationRationale", "vendorCheckIn"] as const),
];
