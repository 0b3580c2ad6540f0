import { isPlaceholder } from "../codecs/placeholder.js";
import { daysBetween } from "../model/date.js";
import { vendorCheckIn as checkInOf } from "../model/vendor-check-in.js";
import { eachItem, rule } from "./rule.js";

export default rule({
  id: "vendor-check-in-overdue",
  summary: "A vendor dependency without a check-in in the last month",
  why: "A vendor dependency keeps an item from being late only while somebody asks the vendor regularly. Without a fresh check-in it counts as any other item.",
  help: "Ask the vendor, and enter the day in the check-in column. If the fix is out, set the dependency to No and plan its installation.",
  severity: "error",
  options: {
    days: { summary: "how many days before the POA&M date the last check-in may lie", default: 30 },
  },
  examples: [
    {
      header: { poamDate: "2026-03-31" },
      rows: { id: "V-1", vendorDependency: "Yes", vendorCheckIn: "2026-03-01" },
    },
    { title: "nothing to ask", rows: { id: "V-1", vendorDependency: "No", vendorCheckIn: "2025-01-01" } },
    {
      header: { poamDate: "2026-03-31" },
      rows: { id: "V-1", vendorDependency: "Yes", vendorCheckIn: "2026-02-28" },
      says: ["last vendor check-in 2026-02-28, 31 days before the POA&M date, 2026-03-31 (at most 30)"],
    },
    {
      rows: [
        { id: "V-1", vendorDependency: "Yes", vendorCheckIn: "" },
        { id: "V-2", vendorDependency: "Yes", vendorCheckIn: "N/A" },
      ],
      says: [
        "vendor dependency is Yes, but there is no check-in date",
        "vendor dependency is Yes, but there is no check-in date",
      ],
    },
  ],
  check: eachItem(
    (item, { poam, asOf, option }) => {
      const limit = option("days") as number;
      const submitted = poam.submittedOn?.value;
      const date = submitted ?? asOf;
      const checkIn = checkInOf(item, date, limit);
      if (!checkIn) return undefined;
      const at = item.vendorCheckIn!;
      const related = [{ at: item.vendorDependency!, label: "vendor dependency" }];
      const found = { at, field: "vendorCheckIn", related } as const;
      if (checkIn.last === null) {
        // A text that is neither a day nor nothing is another finding.
        if (at.kind !== "empty" && !isPlaceholder(at.text)) return undefined;
        return { ...found, message: "vendor dependency is Yes, but there is no check-in date" };
      }
      if (checkIn.overdueBy === 0) return undefined;
      const days = daysBetween(checkIn.last, date);
      const before = submitted ? `the POA&M date, ${date}` : date;
      return {
        ...found,
        message: `last vendor check-in ${checkIn.last}, ${days} days before ${before} (at most ${limit})`,
      };
    },
    ["vendorDependency", "vendorCheckIn"],
  ),
});
