import type { IsoDate } from "../model/date.js";
import type { PoamItem } from "../model/item.js";
import { lateness } from "../model/lateness.js";
import { EXPLANATIONS, isExplained } from "./explanation.js";
import { eachItemOf, hasField, rule } from "./rule.js";

const LATE = { id: "V-1", scheduledCompletion: "2026-03-01" };

export default rule({
  id: "date-passed-unexplained",
  summary: "The scheduled date has passed and nothing says why",
  why: "Dates slip for good reasons. An item that is late without a word looks forgotten, and no reader can tell whether help is needed.",
  help: "Write in the milestone changes or the comments what holds it up and when it will be done.",
  severity: "warning",
  examples: [
    { title: "due today", rows: { ...LATE, scheduledCompletion: "2026-03-31" } },
    { title: "explained", rows: { ...LATE, comments: "The supplier delivers the new switch in April." } },
    {
      title: "its milestone was moved",
      rows: { ...LATE, milestoneChanges: "(1) Update 2026-04-20 : Test stand down" },
    },
    { title: "looked at since", rows: { ...LATE, statusDate: "2026-03-02" } },
    {
      title: "its milestones have passed as well, which is reported of them",
      rows: { ...LATE, milestones: "(1) 2026-02-27: Replace the switch" },
    },
    { title: "an approved exception", rows: { ...LATE, operationalRequirement: "Yes" } },
    {
      rows: { ...LATE, statusDate: "2026-03-01" },
      says: ["due 2026-03-01, and no milestone change, comment or later status says why it is not done"],
    },
  ],
  check: eachItemOf(({ poam, asOf }) => {
    // A register without any place for words is faulted for that, not each of its items.
    if (!EXPLANATIONS.some((field) => hasField(poam, field))) return undefined;
    const terms = { asOf, windows: {}, checkInDays: 30, submittedOn: poam.submittedOn?.value ?? asOf };
    return (item) => {
      const { due, daysOverdue } = lateness(item, terms);
      if (daysOverdue === 0 || due === undefined) return undefined;
      const status = item.statusDate?.value;
      if ((status !== undefined && status > due) || isExplained(item) || hasMissedStep(item, asOf)) return undefined;
      const at = item.revisedCompletion?.value ? item.revisedCompletion : item.scheduledCompletion!;
      const message = `due ${due}, and no milestone change, comment or later status says why it is not done`;
      return { at, field: at === item.scheduledCompletion ? "scheduledCompletion" : "revisedCompletion", message };
    };
  }),
});

function hasMissedStep(item: PoamItem, asOf: IsoDate): boolean {
  if (item.milestones?.value?.some(({ number, due }) => number !== undefined && due && due < asOf)) return true;
  return [item, ...item.continuations].some(({ milestoneDue }) => milestoneDue?.value && milestoneDue.value < asOf);
}
