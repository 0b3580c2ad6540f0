import { CLOSEOUT_DAYS, closeoutOf, plannedEnd, relatedStatus } from "./conditional-status.js";
import { eachItem, rule } from "./rule.js";

const STATUS = { controls: "AC.L2-3.1.8", conditionalStatusDate: "2026-02-16" };

export default rule({
  id: "due-after-closeout",
  summary: "An item is planned to be done after the Conditional status has ended",
  why: "A Conditional status ends when the closeout assessment has not confirmed every item in time. An item planned for later plans the loss of the status.",
  help: "Bring the date forward, so that the closeout assessment can still confirm the item in time.",
  severity: "error",
  options: { days: CLOSEOUT_DAYS },
  examples: [
    { title: "the last day", template: "cmmc", rows: { ...STATUS, scheduledCompletion: "2026-08-15" } },
    {
      template: "cmmc",
      rows: { ...STATUS, scheduledCompletion: "2026-08-16" },
      says: ["due 2026-08-16, but the Conditional status of 2026-02-16 lasts 180 days: until 2026-08-15"],
    },
    {
      title: "the config's date counts",
      template: "cset-cmmc",
      system: { conditionalDate: "2026-01-01" },
      rows: [
        { controls: "AC.L2-3.1.8", scheduledCompletion: "2026-07-01" },
        { controls: "AC.L2-3.1.9", scheduledCompletion: "2026-06-30" },
        { controls: "AC.L2-3.1.10", scheduledCompletion: "2026-07-01", status: "Complete" },
      ],
      says: ["due 2026-07-01, but the Conditional status of 2026-01-01 lasts 180 days: until 2026-06-30"],
    },
    { title: "no status date", template: "cmmc", rows: { controls: "AC.L2-3.1.8", scheduledCompletion: "2028-01-01" } },
    {
      title: "the operational plan of action has no end",
      template: "cmmc",
      system: { kind: "operational" },
      rows: { ...STATUS, scheduledCompletion: "2027-08-16" },
    },
  ],
  check: eachItem(
    (item, context) => {
      const due = plannedEnd(item);
      const closeout = due && closeoutOf(item, context);
      if (!closeout || due.value! <= closeout.last) return undefined;
      const { statusDate, last } = closeout;
      return {
        at: due,
        field: due === item.revisedCompletion ? "revisedCompletion" : "scheduledCompletion",
        message: `due ${due.value}, but the Conditional status of ${statusDate} lasts ${context.option("days")} days: until ${last}`,
        related: relatedStatus(item),
      };
    },
    ["scheduledCompletion"],
  ),
});
