import type { Cell } from "../model/cell.js";
import type { IsoDate } from "../model/date.js";
import { allItems, hasField, rule } from "./rule.js";

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
  check: allItems(({ poam }) => {
    if (!hasField(poam, "scheduledCompletion")) return undefined;
    const typed = new Map<string, Typed>();
    const computed = new Map<string, number>();
    const firstRows = new Map(poam.registers.map(({ sheet, layout }) => [sheet, layout?.firstRow]));
    return {
      see({ state, sheet, row, scheduledCompletion: cell }) {
        // A closed item's date is history. FedRAMP's own form 3.0 lacks the formula in its first row.
        if (state !== "open" || !cell || cell.kind === "empty" || row === firstRows.get(sheet)) return;
        if (cell.hasFormula) computed.set(sheet, (computed.get(sheet) ?? 0) + 1);
        else if (cell.value !== undefined) {
          const { count, first } = typed.get(sheet) ?? { count: 0, first: [] };
          typed.set(sheet, { count: count + 1, first: count < SHOWN ? [...first, cell] : first });
        }
      },
      said: () =>
        [...typed].flatMap(([sheet, { count, first }]) => {
          const others = computed.get(sheet) ?? 0;
          if (others === 0) return [];
          const message = `${count} of ${count + others} dates ${count === 1 ? "is" : "are"} typed, where other rows have a formula`;
          const related = first.map((at) => ({ at, label: "typed" }));
          return { at: first[0]!, field: "scheduledCompletion", message, related };
        }),
    };
  }),
});

const SHOWN = 3;

/** How many dates of a sheet are typed, and the first of them: a hundred thousand cells would be too much to keep. */
interface Typed {
  readonly count: number;
  readonly first: readonly Cell<IsoDate>[];
}
