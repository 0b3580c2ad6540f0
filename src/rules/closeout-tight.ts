import { daysBetween } from "../model/date.js";
import { CLOSEOUT_DAYS, closeoutOf, plannedEnd, relatedStatus } from "./conditional-status.js";
import { eachItem, rule } from "./rule.js";

const STATUS = { controls: "AC.L2-3.1.8", conditionalStatusDate: "2026-02-16" };

export default rule({
  id: "closeout-tight",
  summary: "An item is planned to be done only days before the Conditional status ends",
  why: "The closeout assessment itself must be finished by the last day. An item that is done just before leaves no time to assess it, nor to repair what the assessor still finds.",
  help: "Plan the item earlier, or make sure that the assessor is booked for the days that remain.",
  severity: "warning",
  options: {
    days: CLOSEOUT_DAYS,
    margin: { summary: "days that must remain for the closeout assessment; 0: none", default: 14 },
  },
  examples: [
    { title: "14 days remain", template: "cmmc", rows: { ...STATUS, scheduledCompletion: "2026-08-01" } },
    {
      template: "cmmc",
      rows: { ...STATUS, scheduledCompletion: "2026-08-02" },
      says: ["due 2026-08-02: 13 days remain for the closeout assessment, which must be done by 2026-08-15"],
    },
    {
      template: "cmmc",
      options: { margin: 30 },
      rows: { ...STATUS, scheduledCompletion: "2026-08-14" },
      says: ["due 2026-08-14: 1 day remains for the closeout assessment, which must be done by 2026-08-15"],
    },
    {
      title: "no margin, or one that other rules speak of: too late, overdue, ended",
      template: "cmmc",
      asOf: "2026-08-10",
      rows: [
        { ...STATUS, scheduledCompletion: "2026-08-16" },
        { ...STATUS, scheduledCompletion: "2026-08-09" },
        { ...STATUS, conditionalStatusDate: "2026-02-01", scheduledCompletion: "2026-08-01" },
      ],
    },
  ],
  check: eachItem(
    (item, context) => {
      const due = plannedEnd(item);
      const closeout = due && closeoutOf(item, context);
      if (!closeout || due.value! < context.asOf) return undefined;
      const remain = daysBetween(due.value!, closeout.last);
      if (remain < 0 || remain >= (context.option("margin") as number)) return undefined;
      const days = remain === 1 ? "1 day remains" : `${remain} days remain`;
      return {
        at: due,
        field: due === item.revisedCompletion ? "revisedCompletion" : "scheduledCompletion",
        message: `due ${due.value}: ${days} for the closeout assessment, which must be done by ${closeout.last}`,
        related: relatedStatus(item),
      };
    },
    ["scheduledCompletion"],
  ),
});
