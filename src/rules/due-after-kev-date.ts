import { eachItem, rule } from "./rule.js";

export default rule({
  id: "due-after-kev-date",
  summary: "Scheduled completion is later than CISA's due date",
  why: "The plan lets a vulnerability that is known to be exploited stay open longer than the directive does.",
  help: "Plan the remediation for the due date of the directive or before.",
  severity: "warning",
  examples: [
    { rows: { id: "V-1", scheduledCompletion: "2026-04-14", kevTracking: "Yes", kevDueDate: "2026-04-14" } },
    { title: "no due date", rows: { id: "V-1", scheduledCompletion: "2026-04-14", kevTracking: "No" } },
    {
      title: "overdue already: that is another finding",
      rows: { id: "V-1", scheduledCompletion: "2026-04-14", kevTracking: "Yes", kevDueDate: "2026-03-30" },
    },
    {
      rows: { id: "V-1", scheduledCompletion: "2026-04-15", kevTracking: "Yes", kevDueDate: "2026-04-14" },
      says: ["scheduled for 2026-04-15, but the directive's due date is 2026-04-14"],
    },
  ],
  check: eachItem(
    ({ state, scheduledCompletion, kevDueDate }, { asOf }) => {
      const [planned, due] = [scheduledCompletion?.value, kevDueDate?.value];
      if (state !== "open" || !planned || !due || due < asOf || planned <= due) return undefined;
      return {
        at: scheduledCompletion!,
        field: "scheduledCompletion",
        message: `scheduled for ${planned}, but the directive's due date is ${due}`,
        related: [{ at: kevDueDate!, label: "the directive's due date" }],
      };
    },
    ["scheduledCompletion", "kevDueDate"],
  ),
});
