import { eachItem, rule } from "./rule.js";
import { statusIn } from "./status-in.js";

export default rule({
  id: "status-not-for-new",
  summary: "A new item with a status that only an existing one can have",
  why: "The system sets this status itself, from a test result: the import does not create an item with it.",
  help: "Leave the item out, or record the test result in the system; it sets the status.",
  severity: "error",
  options: { statuses: { summary: "the statuses that no new item has", default: ["Not Applicable"] } },
  examples: [
    { title: "an item that has its id", template: "emass-2020", rows: { id: "7", status: "Not Applicable" } },
    { template: "emass-2020", rows: { description: "Open port", controls: "AC-4", status: "Ongoing" } },
    {
      template: "emass-2020",
      rows: { description: "Open port", controls: "AC-4", status: "Not Applicable" },
      says: ["a new item (it has no id yet) with status Not Applicable"],
    },
  ],
  check: eachItem(
    (item, { option }) => {
      if (item.kindOf("id") !== "empty" || !statusIn(item, option("statuses") as readonly string[])) return undefined;
      const message = `a new item (it has no id yet) with status ${item.status!.value}`;
      return { at: item.status!, field: "status", message, related: [{ at: item.id!, label: "no id" }] };
    },
    ["id", "status"],
  ),
});
