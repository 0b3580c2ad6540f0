import { addDays, daysBetween } from "../model/date.js";
import { effectiveRating, type Windows } from "../model/lateness.js";
import { eachItem, rule } from "./rule.js";

const OPTIONS = { windows: { High: 30, Moderate: 90 } };
const ITEM = {
  id: "V-1",
  vendorDependency: "Yes",
  originalRating: "Moderate",
  comments: "Fix released on 2026-02-01.",
};

export default rule({
  id: "vendor-fix-released",
  summary: "The vendor's fix is out, and the item still waits for it",
  why: "A vendor dependency ends with the release of the fix: from that day the rating's window runs, and check-ins no longer keep the item from being late.",
  help: "Install the fix within the rating's window from its release; only then may the completion date move to the end of that window.",
  severity: "warning",
  options: { windows: { summary: "days from release to completion for each rating", default: {} } },
  examples: [
    { title: "planned within the window", options: OPTIONS, rows: { ...ITEM, scheduledCompletion: "2026-05-02" } },
    {
      title: "not released",
      options: OPTIONS,
      rows: {
        ...ITEM,
        scheduledCompletion: "2026-12-01",
        comments: "The fix is not released; 2026-02-01: asked again.",
      },
    },
    {
      title: "announced",
      options: OPTIONS,
      rows: { ...ITEM, scheduledCompletion: "2026-12-01", comments: "Release date 2026-02-01 expected" },
    },
    {
      options: OPTIONS,
      rows: { ...ITEM, scheduledCompletion: "2026-05-03" },
      says: [
        "due 2026-05-03, but the comment gives 2026-02-01 as release of the fix, and Moderate allows 90 days from it: until 2026-05-02",
      ],
    },
    {
      title: "the window from the release is over",
      options: OPTIONS,
      rows: { ...ITEM, originalRating: "High", scheduledCompletion: "2026-03-03" },
      says: [
        "28 days overdue on 2026-03-31: the comment gives 2026-02-01 as release of the fix, and High allows 30 days from it: until 2026-03-03",
      ],
    },
  ],
  check: eachItem(
    (item, { asOf, option }) => {
      const { state, vendorDependency, comments, scheduledCompletion } = item;
      if (state !== "open" || vendorDependency?.value !== "Yes" || comments?.value === undefined) return undefined;
      const released = item.fixReleasedOn;
      const rating = effectiveRating(item)?.value;
      const days = rating && (option("windows") as Windows)[rating];
      if (!released || released > asOf || days === undefined) return undefined;
      const end = addDays(released, days);
      const late = daysBetween(end, asOf);
      const planned = scheduledCompletion?.value;
      if (late <= 0 && (!planned || planned <= end)) return undefined;
      const fact = `the comment gives ${released} as release of the fix, and ${rating} allows ${days} days from it: until ${end}`;
      const message =
        late > 0
          ? `${late === 1 ? "1 day" : `${late} days`} overdue on ${asOf}: ${fact}`
          : `due ${planned}, but ${fact}`;
      const at = scheduledCompletion ?? vendorDependency;
      return { at, field: "scheduledCompletion", message, related: [{ at: comments, label: "release" }] };
    },
    ["vendorDependency", "comments"],
  ),
});
