import type { PoamItem } from "../model/item.js";
import { effectiveRating, lateness } from "../model/lateness.js";
import { firstOf, headingOf } from "./heading-of.js";
import { allItems, type Context, rule } from "./rule.js";

const three = (detectedOn: string) => ["V-1", "V-2", "V-3"].map((id) => ({ id, detectedOn, originalRating: "High" }));
const OPTIONS = { counts: { High: 3 }, days: { High: 30 }, graverDays: { High: 60 } };

export default rule({
  id: "too-many-overdue",
  summary: "So many items are late that the reviewers step in",
  why: "From a number of late items on, the reviewers no longer look at single items but at the provider: first in a detailed review, then with a corrective action plan.",
  help: "Remediate the oldest first, and tell the authorizing officials before they count themselves.",
  severity: "warning",
  options: {
    counts: { summary: "how many late items of a rating are too many; Critical counts as High", default: {} },
    days: { summary: "the age in days, from detection, above which an item of a rating counts", default: {} },
    graverDays: { summary: "the age above which it counts for the graver consequence", default: {} },
    consequences: {
      summary: "what follows, the lesser first",
      default: ["a detailed finding review", "a corrective action plan"],
    },
  },
  examples: [
    { title: "two are not too many", options: OPTIONS, rows: three("2026-02-28").slice(1) },
    { title: "none is older than 30 days", options: OPTIONS, rows: three("2026-03-01") },
    {
      title: "an approved false positive does not count",
      options: OPTIONS,
      rows: [...three("2026-02-28").slice(1), { ...three("2026-02-28")[0], falsePositive: "Yes" }],
    },
    {
      options: OPTIONS,
      rows: three("2026-02-28"),
      says: ["3 late High items older than 30 days (V-1, V-2, V-3): from 3 on they bring a detailed finding review"],
    },
    {
      options: OPTIONS,
      rows: three("2026-01-29"),
      says: ["3 late High items older than 60 days (V-1, V-2, V-3): from 3 on they bring a corrective action plan"],
    },
  ],
  check: allItems((context) => {
    const { poam } = context;
    const option = (name: string) => context.option(name) as Readonly<Record<string, number>>;
    const [counts, days, graverDays] = [option("counts"), option("days"), option("graverDays")];
    const consequences = context.option("consequences") as readonly string[];
    if (poam.counts.open < Math.min(...Object.values(counts))) return undefined;
    const late: Late[] = [];
    const ageOf = ageBy(context, days);
    return {
      see(item) {
        const found = ageOf(item);
        if (found) late.push(found);
      },
      said: () =>
        Object.entries(counts).flatMap(([rating, enough]) => {
          for (const [step, limits] of [graverDays, days].entries()) {
            const limit = limits[rating];
            const ids = late
              .filter((one) => one.rating === rating && limit !== undefined && one.age > limit)
              .map(({ id }) => id);
            if (ids.length < enough) continue;
            const message = `${ids.length} late ${rating} items older than ${limit} days (${firstOf(ids)}): from ${enough} on they bring ${consequences[1 - step]}`;
            return { at: headingOf(poam, "originalRating"), field: "originalRating" as const, message };
          }
          return [];
        }),
    };
  }),
});

interface Late {
  readonly id: string;
  readonly rating: string;
  readonly age: number;
}

/** Gives the age in days of an item past the first age; undefined for others, and where an excuse holds. */
function ageBy({ poam, asOf }: Context, days: Readonly<Record<string, number>>): (item: PoamItem) => Late | undefined {
  const windows: Readonly<Record<string, number>> = days.High === undefined ? days : { ...days, Critical: days.High };
  const terms = { asOf, windows, checkInDays: 30, submittedOn: poam.submittedOn?.value ?? asOf };
  return (item) => {
    if (item.state !== "open" || !item.detectedOn?.value) return undefined;
    const effective = effectiveRating(item)?.value;
    if (effective === undefined || windows[effective] === undefined) return undefined;
    const { daysOverdue } = lateness(item, terms);
    if (daysOverdue === 0) return undefined;
    const rating = effective === "Critical" ? "High" : effective;
    return { id: item.id?.value ?? `row ${item.row}`, rating, age: daysOverdue + (days[rating] ?? 0) };
  };
}
