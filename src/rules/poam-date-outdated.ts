import type { Cell } from "../model/cell.js";
import { daysBetween, type IsoDate } from "../model/date.js";
import { allItems, rule } from "./rule.js";

export default rule({
  id: "poam-date-outdated",
  summary: "The POA&M's own date is last month's",
  why: "A POA&M is submitted every month. An older date, or one before an item's last change, shows that the header block was carried over from an earlier submission.",
  help: "Bring the date in the header block up to date.",
  severity: "warning",
  options: { days: { summary: "how many days old the POA&M's date may be", default: 31 } },
  examples: [
    { header: { poamDate: "2026-02-28" }, rows: { id: "V-1", statusDate: "2026-02-28" } },
    {
      header: { poamDate: "2026-02-27" },
      rows: { id: "V-1", statusDate: "2026-02-20" },
      says: ["the POA&M's own date, 2026-02-27, is 32 days before 2026-03-31 (at most 31)"],
    },
    {
      header: { poamDate: "2026-03-01" },
      rows: [{ id: "V-1", statusDate: "2026-03-02" }, { id: "V-2", statusDate: "2026-03-20" }, { id: "V-3" }],
      says: ["the POA&M's own date, 2026-03-01, is before the status of 2 items, the latest of 2026-03-20"],
    },
    {
      title: "a status in the future is at fault itself",
      header: { poamDate: "2026-03-31" },
      rows: { id: "V-1", statusDate: "2026-04-20" },
    },
  ],
  check: allItems(({ poam, asOf, option }) => {
    const at = poam.submittedOn;
    if (!at?.value || at.value > asOf) return undefined;
    const day = at.value;
    const begin = `the POA&M's own date, ${day}, is`;
    let count = 0;
    let latest: Cell<IsoDate> | undefined;
    return {
      /** Items whose status is later than the POA&M; those in the future are at fault themselves. */
      see({ statusDate }) {
        if (!statusDate?.value || statusDate.value <= day || statusDate.value > asOf) return;
        count++;
        if (!latest || statusDate.value > latest.value!) latest = statusDate;
      },
      said() {
        if (latest) {
          const whose = count === 1 ? `an item, ${latest.value}` : `${count} items, the latest of ${latest.value}`;
          const related = [{ at: latest, label: "latest status" }];
          return { at, message: `${begin} before the status of ${whose}`, related };
        }
        const [days, limit] = [daysBetween(day, asOf), option("days") as number];
        return days > limit ? { at, message: `${begin} ${days} days before ${asOf} (at most ${limit})` } : undefined;
      },
    };
  }),
});
