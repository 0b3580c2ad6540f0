import { isPlaceholder } from "../codecs/placeholder.js";
import type { FieldName } from "../model/field.js";
import type { PoamItem } from "../model/item.js";
import { isExcused } from "./excused.js";
import { eachItem, placeOf, rule } from "./rule.js";

export default rule({
  id: "wish-list",
  summary: "An item without owner, resources and date",
  why: "An item that nobody owns, nothing is set aside for and no date binds is a wish. Among commitments it makes the whole POA&M less credible.",
  help: "Give it an owner, resources and a date; or take it to the roadmap, or have its risk accepted.",
  severity: "warning",
  examples: [
    { title: "an owner", rows: { id: "V-1", pointOfContact: "J. Doe" } },
    { title: "a completion date", rows: { id: "V-1", scheduledCompletion: "2026-05-29" } },
    { title: "its risk is accepted", template: "emass-2020", rows: { id: "1", status: "Risk Accepted" } },
    { title: "a closed item", rows: [], closed: [{ id: "V-1" }] },
    {
      rows: { id: "V-1", pointOfContact: "TBD", resources: "None" },
      says: ["no owner, no resources and no completion date: a wish, not a plan"],
    },
  ],
  check: eachItem(
    (item) => {
      if (item.state !== "open" || !MARKS.every((field) => isBlank(item, field)) || isExcused(item)) return undefined;
      return { at: placeOf(item), message: "no owner, no resources and no completion date: a wish, not a plan" };
    },
    ["pointOfContact", "resources", "scheduledCompletion"],
  ),
});

const MARKS = ["scheduledCompletion", "pointOfContact", "resources", "revisedCompletion"] as const;

function isBlank(item: PoamItem, field: FieldName): boolean {
  const kind = item.kindOf(field);
  return kind === undefined || kind === "empty" || (kind === "text" && isPlaceholder(item[field]!.text));
}
