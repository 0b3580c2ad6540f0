import type { CellRef } from "../model/cell.js";
import type { ItemState } from "../model/item.js";
import { eachItemOf, rule } from "./rule.js";

export default rule({
  id: "duplicate-id",
  summary: "Two items bear the same id",
  why: "Deviation requests, scan results and last month's POA&M are matched by id. Two items of one id cannot be told apart, and one on both the open and the closed sheet was copied where it should have been moved.",
  help: "Give the newer item an id of its own; where an item was closed, delete the row that was left behind.",
  severity: "error",
  examples: [
    { rows: [{ id: "V-1" }, { id: "V-2" }] },
    {
      title: "configuration findings are numbered on their own",
      rows: [{ id: "V-1" }],
      configuration: [{ id: "V-1" }],
    },
    { rows: [{ id: "V-1" }, { id: "v-1 " }], says: ["v-1 is used twice on this sheet"] },
    {
      rows: [{ id: "V-1" }],
      closed: [{ id: "V-1" }],
      says: ["V-1 also stands on 'Open POA&M Items': an item is moved, not copied, when it is closed"],
    },
  ],
  check: eachItemOf(({ poam }) => {
    const ownForms = new Set(poam.registers.filter(({ layout }) => layout).map(({ sheet }) => sheet));
    const first = new Map<string, CellRef & { readonly state: ItemState }>();
    return ({ id, state }) => {
      if (id?.value === undefined) return undefined;
      // Excel compares without case, and so do the people who look an id up.
      const key = (state === "configuration" ? "configuration\0" : "") + id.value.toLowerCase();
      const earlier = first.get(key);
      if (!earlier) {
        first.set(key, { sheet: id.sheet, row: id.row, column: id.column, state });
        return undefined;
      }
      const isMoved = earlier.sheet !== id.sheet && earlier.state !== state;
      // Home-made registers number the items of each system's sheet anew.
      if (earlier.sheet !== id.sheet && !isMoved && !ownForms.has(id.sheet)) return undefined;
      const message = isMoved
        ? `${id.value} also stands on '${earlier.sheet}': an item is moved, not copied, when it is closed`
        : earlier.sheet === id.sheet
          ? `${id.value} is used twice on this sheet`
          : `${id.value} also stands on '${earlier.sheet}'`;
      return { at: id, field: "id", message, related: [{ at: earlier, label: "first used here" }] };
    };
  }),
});
