import { isPlaceholder } from "../codecs/placeholder.js";
import { daysBetween } from "../model/date.js";
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
      const { vendorDependency, vendorCheckIn } = item;
      if (item.state !== "open" || vendorDependency?.value !== "Yes" || !vendorCheckIn) return undefined;
      const found = {
        at: vendorCheckIn,
        field: "vendorCheckIn",
        related: [{ at: vendorDependency, label: "vendor dependency" }],
      } as const;
      if (vendorCheckIn.kind === "empty" || isPlaceholder(vendorCheckIn.text)) {
        return { ...found, message: "vendor dependency is Yes, but there is no check-in date" };
      }
      const limit = option("days") as number;
      const submitted = poam.submittedOn?.value;
      const date = submitted ?? asOf;
      if (vendorCheckIn.value === undefined || daysBetween(vendorCheckIn.value, date) <= limit) return undefined;
      const days = daysBetween(vendorCheckIn.value, date);
      const before = submitted ? `the POA&M date, ${date}` : date;
      return {
        ...found,
        message: `last vendor check-in ${vendorCheckIn.value}, ${days} days before ${before} (at most ${limit})`,
      };
    },
    ["vendorDependency", "vendorCheckIn"],
  ),
});
