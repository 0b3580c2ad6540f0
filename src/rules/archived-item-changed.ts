import type { Cell } from "../model/cell.js";
import { isIsoDate } from "../model/date.js";
import { FIELD_NAMES, FIELDS } from "../model/field.js";
import { itemKey, previousItems } from "./previous-items.js";
import { eachItemOf, rule } from "./rule.js";
import { statusIn } from "./status-in.js";

const BEFORE = { id: "7", status: "Archived", description: "Open port", comments: "Closed in 2024" };

export default rule({
  id: "archived-item-changed",
  summary: "An archived item is not as it was",
  why: "Archived items can no longer be updated: the import refuses the change, and what was to be said is lost.",
  help: "Restore the item as it was; a weakness that has come back is a new item.",
  severity: "error",
  examples: [
    { title: "without last month's POA&M", template: "emass-navy-2026", rows: { ...BEFORE, comments: "Reopened" } },
    {
      title: "unchanged, but for white space",
      template: "emass-navy-2026",
      previous: { rows: [BEFORE] },
      rows: { ...BEFORE, comments: "Closed  in 2024 " },
    },
    {
      title: "archived since",
      template: "emass-navy-2026",
      previous: { rows: [{ ...BEFORE, status: "Completed" }] },
      rows: BEFORE,
    },
    {
      template: "emass-navy-2026",
      previous: { rows: [BEFORE] },
      rows: { ...BEFORE, status: "Ongoing", comments: "Reopened" },
      says: ["archived in the previous POA&M, but changed since: status, comments"],
    },
  ],
  check: eachItemOf(({ evidence }) => {
    const before = evidence.previous && previousItems(evidence.previous);
    return (
      before &&
      ((item) => {
        const old = before.get(itemKey(item) ?? "");
        if (!old || !statusIn(old, ["Archived"])) return undefined;
        const changed = FIELD_NAMES.filter(
          (field) => item[field] && old[field] && textOf(item[field]) !== textOf(old[field]),
        );
        const field = changed[0];
        if (field === undefined) return undefined;
        const names = changed.map((one) => FIELDS[one].label).join(", ");
        return { at: item[field]!, field, message: `archived in the previous POA&M, but changed since: ${names}` };
      })
    );
  }),
});

/** What a reader sees; a date as a day, however it is written. */
function textOf({ value, text }: Cell<unknown>): string {
  return (typeof value === "string" && isIsoDate(value) ? value : text).replace(/\s+/g, " ").trim();
}
