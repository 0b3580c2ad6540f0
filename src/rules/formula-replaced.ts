import type { Cell } from "../model/cell.js";
import type { IsoDate } from "../model/date.js";
import { hasField, rule, wholePoam } from "./rule.js";

export default rule({
  id: "formula-replaced",
  summary: "Some scheduled completion dates are typed where the form computes them",
  why: "The form computes the date from detection and rating. A typed one stays as it is when the rating is adjusted, and a reader cannot tell whether it was meant.",
  help: "Restore the formula from a row that has it, unless the date is meant to differ, as after a vendor's release.",
  severity: "info",
  examples: [
    { title: "no row has a formula", rows: { id: "V-1", scheduledCompletion: "2026-06-12" } },
    { title: "all rows have it", rows: [{ id: "V-1" }, { id: "V-2", scheduledCompletion: "=K10+90" }] },
    {
      rows: [
        { id: "V-1", scheduledCompletion: "2026-06-12" },
        { id: "V-2", scheduledCompletion: "=K10+90" },
        { id: "V-3", scheduledCompletion: "2026-06-12" },
        { id: "V-4" },
      ],
      says: ["1 of 2 dates is typed, where other rows have a formula"],
    },
  ],
  check: wholePoam((poam) => {
    if (!hasField(poam, "scheduledCompletion")) return undefined;
    const typed = new Map<string, Cell<IsoDate>[]>();
    const computed = new Map<string, number>();
    const firstRows = new Map(poam.registers.map(({ sheet, layout }) => [sheet, layout?.firstRow]));
    for (const { state, sheet, row, scheduledCompletion: cell } of poam.items()) {
      // A closed item's date is history. FedRAMP's own form 3.0 lacks the formula in its first row.
      if (state !== "open" || !cell || cell.kind === "empty" || row === firstRows.get(sheet)) continue;
      if (cell.hasFormula) computed.set(sheet, (computed.get(sheet) ?? 0) + 1);
      else if (cell.value !== undefined) {
        const cells = typed.get(sheet);
        if (cells) cells.push(cell);
        else typed.set(sheet, [cell]);
      }
    }
    return [...typed].flatMap(([sheet, cells]) => {
      const others = computed.get(sheet) ?? 0;
      if (others === 0) return [];
      const message = `${cells.length} of ${cells.length + others} dates ${cells.length === 1 ? "is" : "are"} typed, where other rows have a formula`;
      const related = cells.slice(0, 3).map((at) => ({ at, label: "typed" }));
      return { at: cells[0]!, field: "scheduledCompletion", message, related };
    });
  }),
});
