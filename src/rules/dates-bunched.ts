import { isExcused } from "./excused.js";
import { headingOf } from "./heading-of.js";
import { rule, wholePoam } from "./rule.js";

const due = (...days: string[]) => days.map((day, i) => ({ id: `R-${i + 1}`, scheduledCompletion: day }));
const five = (day: string) => Array<string>(5).fill(day);
const SPREAD = ["2026-04-17", "2026-05-08", "2026-06-12", "2026-07-10", "2026-08-21"];

export default rule({
  id: "dates-bunched",
  summary: "Most items are due on one day, or all at the ends of quarters",
  why: "Work that is planned item by item ends on different days. One date for most of it is a placeholder, and on that day all of it will be late together.",
  help: "Plan each item by its own work and urgency, the gravest first.",
  severity: "warning",
  options: {
    share: { summary: "the part of the dated open items, in percent, that may not share one date", default: 50 },
    floor: { summary: "with fewer dated open items nothing is said", default: 10 },
  },
  examples: [
    { title: "half of them do not", rows: due(...five("2026-12-31").slice(1), "2026-09-11", ...SPREAD) },
    { title: "nine items", rows: due(...five("2026-12-31"), ...SPREAD.slice(1)) },
    { rows: due(...five("2026-12-31"), ...SPREAD), says: ["5 of 10 open items are due 2026-12-31"] },
    {
      rows: due(...five("2026-06-30").slice(1), ...five("2026-09-30").slice(2), ...five("2026-12-31").slice(2)),
      says: ["all 10 open items are due at the end of a quarter: 2026-06-30, 2026-09-30, 2026-12-31"],
    },
  ],
  check: wholePoam((poam, { option }) => {
    const floor = option("floor") as number;
    if (poam.counts.open < floor) return undefined;
    const counts = new Map<string, number>();
    let dated = 0;
    for (const item of poam.items()) {
      const day =
        item.state === "open" ? (item.revisedCompletion?.value ?? item.scheduledCompletion?.value) : undefined;
      if (day === undefined || isExcused(item)) continue;
      counts.set(day, (counts.get(day) ?? 0) + 1);
      dated++;
    }
    if (dated < floor) return undefined;
    const at = { at: headingOf(poam, "scheduledCompletion"), field: "scheduledCompletion" as const };
    const [day, count] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most));
    if (count * 100 >= dated * (option("share") as number)) {
      return { ...at, message: `${count} of ${dated} open items are due ${day}` };
    }
    if (![...counts.keys()].every((one) => QUARTER_END.test(one))) return undefined;
    const days = [...counts.keys()].sort().join(", ");
    return { ...at, message: `all ${dated} open items are due at the end of a quarter: ${days}` };
  }),
});

const QUARTER_END = /-(?:03-31|06-30|09-30|12-31)$/;
