import { daysBetween } from "../model/date.js";
import { lateness } from "../model/lateness.js";
import { eachItemOf, hasField, rule } from "./rule.js";

const SOON = {
  id: "R-1",
  scheduledCompletion: "2026-04-07",
  milestones: "(1) 2026-04-05: Test\n\n(2) 2026-04-07: Roll out",
};

export default rule({
  id: "due-soon-no-progress",
  summary: "An item is due within days and no milestone is complete",
  why: "A delay that is told a week ahead can still be helped; told on the day after, it is a missed date.",
  help: "Record the steps that are done. If none is, tell whoever can help now, and write down what holds the item up.",
  severity: "info",
  options: { days: { summary: "how many days before its due date an item shows progress", default: 7 } },
  examples: [
    { title: "eight days ahead", asOf: "2026-03-30", rows: SOON },
    { title: "a step is done", rows: { ...SOON, milestoneChanges: "(1) Complete 2026-03-27 : Tested" } },
    { title: "a milestone that has passed is another fault", asOf: "2026-04-06", rows: SOON },
    {
      rows: SOON,
      says: ["due 2026-04-07, in 7 days, and none of its 2 milestones is recorded as complete"],
    },
  ],
  check: eachItemOf((context) => {
    const { poam, asOf, option } = context;
    const [days, submittedOn] = [option("days") as number, poam.submittedOn?.value ?? asOf];
    const terms = { asOf, windows: {}, checkInDays: 30, submittedOn };
    if (!hasField(poam, "milestones") || !hasField(poam, "milestoneChanges")) return undefined;
    return (item) => {
      const { due } = item.state === "open" ? lateness(item, terms) : { due: undefined };
      if (due === undefined || due < asOf || daysBetween(asOf, due) > days) return undefined;
      const { milestones, milestoneChanges, percentComplete } = item;
      const steps = milestones?.value ?? [];
      if (steps.length === 0 || steps.some((step) => step.due && step.due < asOf)) return undefined;
      if (/complete|done/i.test(milestones!.text) || /[1-9]/.test(percentComplete?.text ?? "")) return undefined;
      if (
        milestoneChanges?.value?.some(({ type, due }) => type === "complete" || type === undefined || due === undefined)
      )
        return undefined;
      const [when, which] = [inDays(daysBetween(asOf, due)), steps.length === 1 ? "its milestone is not" : ""];
      const message = `due ${due}, ${when}, and ${which || `none of its ${steps.length} milestones is`} recorded as complete`;
      return { at: milestones!, field: "milestones", message };
    };
  }),
});

function inDays(days: number): string {
  return days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`;
}
