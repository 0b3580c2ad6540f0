import { staleness } from "../model/staleness.js";
import { eachItem, rule } from "./rule.js";

export default rule({
  id: "stale",
  summary: "An open item whose status is older than a month",
  why: "A POA&M is reviewed every month. An item nobody has looked at since the last one is an item nobody is working on, as far as a reader can tell.",
  help: "Look at the item, write down what has happened, and enter the day as its status date.",
  severity: "warning",
  options: { days: { summary: "how many days old a status may be", default: 31 } },
  examples: [
    { rows: { id: "V-1", statusDate: "2026-02-28" } },
    { title: "closed items keep their date", rows: [], closed: [{ id: "V-1", statusDate: "2025-02-01" }] },
    {
      rows: { id: "V-1", statusDate: "2026-02-27" },
      says: ["status of 2026-02-27 is 32 days old on 2026-03-31 (at most 31)"],
    },
  ],
  check: eachItem(
    (item, { asOf, option }) => {
      const stale = staleness(item, asOf);
      const limit = option("days") as number;
      // That a status date is blank is told where it is required.
      if (!stale?.dated || stale.days <= limit) return undefined;
      return {
        at: stale.at,
        field: "statusDate",
        message: `status of ${stale.since} is ${stale.days} days old on ${asOf} (at most ${limit})`,
      };
    },
    ["statusDate"],
  ),
});
