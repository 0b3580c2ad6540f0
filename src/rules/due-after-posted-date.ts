import { type DateCell, identityOf, type PoamItem } from "../model/item.js";
import { plannedEnd } from "./conditional-status.js";
import { isOfAssessment } from "./requirements.js";
import { rule, wholePoam } from "./rule.js";

const POSTED = { sprsCompletionDate: "2026-09-30" };

export default rule({
  id: "due-after-posted-date",
  summary: "Items are planned to be done after the completion date that was posted",
  why: "The posted date promises the day on which every requirement will be met. A contracting officer who holds the plan beside it sees that it cannot be kept.",
  help: "Post the date of the last item anew, or bring the items forward.",
  severity: "warning",
  examples: [
    {
      template: "nist-cui",
      system: POSTED,
      rows: [
        { weakness: "No plan", scheduledCompletion: "2026-09-30" },
        { weakness: "No test", scheduledCompletion: "2026-10-15", status: "Complete" },
        { weakness: "No date" },
      ],
    },
    { title: "no posted date", template: "nist-cui", rows: { weakness: "No plan", scheduledCompletion: "2027-10-15" } },
    {
      title: "told at the last item",
      template: "nist-cui",
      system: POSTED,
      rows: [
        { weakness: "No plan", scheduledCompletion: "2026-10-01" },
        { weakness: "No test", scheduledCompletion: "2026-12-15" },
      ],
      says: ["due 2026-12-15, but 2026-09-30 was posted as the day on which all is done; 2 open items are due later"],
    },
  ],
  check: wholePoam((poam, context) => {
    const posted = context.system.sprsCompletionDate;
    if (posted === undefined || !isOfAssessment(context)) return undefined;
    let last: { readonly item: PoamItem; readonly due: DateCell } | undefined;
    let later = 0;
    for (const item of poam.items()) {
      const due = item.state === "open" ? plannedEnd(item) : undefined;
      if (!due?.value || due.value <= posted) continue;
      later++;
      if (!last || due.value > last.due.value!) last = { item, due };
    }
    if (!last) return undefined;
    const items = later === 1 ? "1 open item is" : `${later} open items are`;
    return {
      at: last.due,
      item: identityOf(last.item),
      field: last.due === last.item.revisedCompletion ? "revisedCompletion" : "scheduledCompletion",
      message: `due ${last.due.value}, but ${posted} was posted as the day on which all is done; ${items} due later`,
    };
  }),
});
