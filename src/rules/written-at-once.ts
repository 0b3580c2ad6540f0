import { addDays, daysBetween, type IsoDate } from "../model/date.js";
import type { Poam } from "../model/poam.js";
import { headingOf } from "./heading-of.js";
import { rule, wholePoam } from "./rule.js";

const rows = (statusDate: string, count = 10) =>
  Array.from({ length: count }, (_, i) => ({ id: `R-${i + 1}`, detectedOn: "2025-10-06", statusDate }));

export default rule({
  id: "written-at-once",
  summary: "Nearly all items were updated in the same few days, after months of silence",
  why: "A POA&M that is brought up to date only before somebody asks for it is not the one by which the work is done, and assessors look for exactly this.",
  help: "Keep the register as the work goes on, and let its milestones and closures show when that was.",
  severity: "info",
  options: {
    items: { summary: "with fewer status dates nothing is said", default: 10 },
    share: { summary: "the part of the status dates, in percent, that lie together", default: 90 },
    days: { summary: "within how many days they lie, and how many days before the POA&M date at most", default: 7 },
    silence: { summary: "days before them without any date in the register", default: 90 },
  },
  examples: [
    {
      title: "a step completed in January",
      rows: [...rows("2026-03-28"), { id: "R-11", completedOn: "2026-01-14" }],
      template: "generic",
      header: false,
    },
    { title: "nine items", rows: rows("2026-03-28", 9) },
    {
      title: "a new register",
      rows: rows("2026-03-28").map(({ id, statusDate }) => ({ id, statusDate, detectedOn: "2026-03-25" })),
    },
    { title: "weeks before the POA&M date", header: { poamDate: "2026-03-31" }, rows: rows("2026-03-03") },
    {
      header: { poamDate: "2026-03-31" },
      rows: [...rows("2026-03-28"), ...rows("2026-03-27", 1)],
      says: [
        "11 of 11 status dates lie between 2026-03-27 and 2026-03-28, and no date of the register in the 171 days before",
      ],
    },
  ],
  check: wholePoam((poam, { asOf, option }) => {
    const [least, share, days] = ["items", "share", "days"].map((name) => option(name) as number) as [
      number,
      number,
      number,
    ];
    if (poam.counts.total < least) return undefined;
    const end = poam.submittedOn?.value ?? asOf;
    const statuses: IsoDate[] = [];
    let early = 0;
    for (const item of poam.items()) {
      const status = item.statusDate?.value;
      if (!status || status > end) continue;
      statuses.push(status);
      // Most registers are told after a few items: too many status dates are older.
      if (status < addDays(end, -2 * days) && ++early * 100 > poam.counts.total * (100 - share)) return undefined;
    }
    const last = latest(statuses);
    if (statuses.length < least || !last || daysBetween(last, end) > days) return undefined;
    const start = addDays(last, 1 - days);
    const together = statuses.filter((day) => day >= start);
    const before = latest([...statuses, ...otherDates(poam)].filter((day) => day < start));
    if (together.length * 100 < statuses.length * share || before === undefined) return undefined;
    const first = together.toSorted()[0]!;
    const silence = daysBetween(before, first);
    if (silence < (option("silence") as number)) return undefined;
    const message = `${together.length} of ${statuses.length} status dates lie between ${first} and ${last}, and no date of the register in the ${silence - 1} days before`;
    return { at: headingOf(poam, "statusDate"), field: "statusDate", message };
  }),
});

/** The other days on which something happened to the items, as far as they tell. */
function otherDates(poam: Poam): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (const item of poam.items()) {
    const { detectedOn, startedOn, completedOn, vendorCheckIn, milestoneChanges } = item;
    for (const cell of [detectedOn, startedOn, completedOn, vendorCheckIn]) if (cell?.value) days.push(cell.value);
    for (const { due } of milestoneChanges?.value ?? []) if (due) days.push(due);
    for (const row of [item, ...item.continuations]) {
      if (row.milestoneCompletedOn?.value) days.push(row.milestoneCompletedOn.value);
    }
  }
  return days;
}

function latest(days: readonly IsoDate[]): IsoDate | undefined {
  return days.toSorted().at(-1);
}
