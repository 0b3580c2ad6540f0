import { EXPLANATIONS, isExplained, saysSomethingNew } from "./explanation.js";
import { itemKey, previousItems } from "./previous-items.js";
import { eachItemOf, hasField, rule } from "./rule.js";

const BEFORE = { id: "R-1", scheduledCompletion: "2026-04-30", comments: "Tender is out." };
const NOW = { ...BEFORE, scheduledCompletion: "2026-08-31" };
const REVISED = { id: "R-1", scheduledCompletion: "2026-04-30", revisedCompletion: "2026-08-31" };

export default rule({
  id: "date-moved-unexplained",
  summary: "A completion date was put off and nothing says why",
  why: "A plan whose dates move in silence is no plan. The history of its changes, each with its reason, is what makes the next date credible.",
  help: "Keep the first date, and write the new one with its reason in the milestone changes or the comments.",
  severity: "warning",
  examples: [
    { title: "without last month's POA&M", rows: NOW },
    { title: "unchanged", previous: { rows: [BEFORE] }, rows: BEFORE },
    {
      title: "with a reason",
      previous: { rows: [BEFORE] },
      rows: { ...NOW, comments: "Tender is out. No bid by March; it was repeated." },
    },
    { title: "brought forward", previous: { rows: [NOW] }, rows: BEFORE },
    {
      previous: { rows: [BEFORE] },
      rows: NOW,
      says: ["moved from 2026-04-30 to 2026-08-31, and nothing says why"],
    },
    {
      title: "a column for the new date",
      template: "generic",
      header: false,
      rows: { ...REVISED, comments: "No bid by March." },
    },
    {
      template: "generic",
      header: false,
      rows: REVISED,
      says: ["moved from 2026-04-30 to 2026-08-31, and nothing says why"],
    },
  ],
  check: eachItemOf(({ poam, evidence }) => {
    if (!EXPLANATIONS.some((field) => hasField(poam, field))) return undefined;
    const before = evidence.previous && previousItems(evidence.previous);
    return (item) => {
      const { state, scheduledCompletion: now, revisedCompletion: revised } = item;
      if (state !== "open" || !now?.value) return undefined;
      const said = (from: string, to: string) => `moved from ${from} to ${to}, and nothing says why`;
      if (revised?.value && revised.value > now.value && !isExplained(item)) {
        const related = [{ at: now, label: "first date" }];
        return { at: revised, field: "revisedCompletion", message: said(now.value, revised.value), related };
      }
      const old = before?.get(itemKey(item) ?? "");
      const then = old?.scheduledCompletion?.value;
      if (!old || !then || then >= now.value || saysSomethingNew(item, old, EXPLANATIONS)) return undefined;
      return { at: now, field: "scheduledCompletion", message: said(then, now.value) };
    };
  }),
});
