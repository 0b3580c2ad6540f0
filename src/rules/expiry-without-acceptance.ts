import { eachItem, rule } from "./rule.js";
import { statusIn } from "./status-in.js";

export default rule({
  id: "expiry-without-acceptance",
  summary: "A risk acceptance that expires, on an item whose risk is not accepted",
  why: "The date says until when a risk is to be accepted. On any other item it is left over from an acceptance that ended, or the status is wrong.",
  help: "Clear the date, or set the status to Risk Accepted where the authorizing official has accepted the risk.",
  severity: "warning",
  options: {
    statuses: { summary: "the statuses that may bear such a date", default: ["Risk Accepted", "Archived"] },
  },
  examples: [
    { template: "emass-navy-2026", rows: { id: "1", status: "Risk Accepted", acceptanceExpires: "2026-12-15" } },
    { title: "no status yet", template: "emass-navy-2026", rows: { id: "1", acceptanceExpires: "2026-12-15" } },
    {
      template: "emass-navy-2026",
      rows: { id: "1", status: "Ongoing", acceptanceExpires: "2026-12-15" },
      says: ["risk acceptance expires on 2026-12-15, but the status is Ongoing"],
    },
  ],
  check: eachItem(
    (item, { option }) => {
      const day = item.acceptanceExpires;
      if (!day?.value || !item.status?.value || statusIn(item, option("statuses") as readonly string[]))
        return undefined;
      const message = `risk acceptance expires on ${day.value}, but the status is ${item.status.value}`;
      return { at: day, field: "acceptanceExpires", message, related: [{ at: item.status, label: "status" }] };
    },
    ["acceptanceExpires", "status"],
  ),
});
