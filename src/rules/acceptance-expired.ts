import { daysBetween } from "../model/date.js";
import { eachItem, rule } from "./rule.js";
import { statusIn } from "./status-in.js";

export default rule({
  id: "acceptance-expired",
  summary: "A risk acceptance has run out",
  why: "After that day nobody has accepted the risk, and nobody is remediating it either: the item has no plan at all.",
  help: "Have the risk accepted anew with a later date, or set the item to Ongoing with a plan.",
  severity: "warning",
  examples: [
    {
      title: "the last day",
      template: "emass-navy-2026",
      rows: { id: "1", status: "Risk Accepted", acceptanceExpires: "2026-03-31" },
    },
    { title: "for good", template: "emass-navy-2026", rows: { id: "1", status: "Risk Accepted" } },
    {
      title: "not accepted",
      template: "emass-navy-2026",
      rows: { id: "1", status: "Ongoing", acceptanceExpires: "2026-01-31" },
    },
    {
      template: "emass-navy-2026",
      rows: { id: "1", status: "Risk Accepted", acceptanceExpires: "2026-01-31" },
      says: ["risk accepted until 2026-01-31, 59 days ago"],
    },
  ],
  check: eachItem(
    (item, { asOf }) => {
      const day = item.acceptanceExpires;
      if (!day?.value || day.value >= asOf || !statusIn(item, ["Risk Accepted"])) return undefined;
      const days = daysBetween(day.value, asOf);
      const message = `risk accepted until ${day.value}, ${days === 1 ? "1 day" : `${days} days`} ago`;
      return { at: day, field: "acceptanceExpires", message };
    },
    ["acceptanceExpires", "status"],
  ),
});
