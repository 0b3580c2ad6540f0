import type { DateCell } from "../model/item.js";
import { isOfAssessment } from "./requirements.js";
import { eachItemOf, hasField, rule } from "./rule.js";

export default rule({
  id: "conditional-dates-differ",
  summary: "Open items give different Conditional status dates",
  why: "One assessment gives one Conditional status, and every item on its POA&M has the same last day. A wrong date makes an item look as if it had more time, or less, than it has.",
  help: "Give all open items the date of the status that was granted.",
  severity: "warning",
  examples: [
    {
      template: "cmmc",
      rows: [
        { conditionalStatusDate: "2026-02-16", controls: "AC.L2-3.1.8" },
        { conditionalStatusDate: "2026-02-16", controls: "AC.L2-3.1.9" },
        { controls: "AC.L2-3.1.10" },
        { conditionalStatusDate: "2025-01-20", controls: "AC.L2-3.1.21", status: "Completed" },
      ],
    },
    {
      template: "cmmc",
      rows: [
        { conditionalStatusDate: "2026-02-16", controls: "AC.L2-3.1.8" },
        { conditionalStatusDate: "2026-02-19", controls: "AC.L2-3.1.9" },
      ],
      says: ["Conditional status date 2026-02-19, but 2026-02-16 above"],
    },
    {
      template: "cmmc",
      system: { conditionalDate: "2026-02-16" },
      rows: { conditionalStatusDate: "2026-02-19", controls: "AC.L2-3.1.9" },
      says: ["Conditional status date 2026-02-19, but the system's is 2026-02-16"],
    },
  ],
  check: eachItemOf((context) => {
    if (!hasField(context.poam, "conditionalStatusDate") || !isOfAssessment(context)) return undefined;
    const granted = context.system.conditionalDate;
    let first: DateCell | undefined;
    return ({ state, conditionalStatusDate: cell }) => {
      if (state !== "open" || !cell?.value) return undefined;
      if (granted === undefined && first === undefined) first = cell;
      const expected = granted ?? first!.value;
      if (cell.value === expected) return undefined;
      return {
        at: cell,
        field: "conditionalStatusDate",
        message: `Conditional status date ${cell.value}, but ${first ? `${expected} above` : `the system's is ${expected}`}`,
        related: first ? [{ at: first, label: "first date" }] : [],
      };
    };
  }),
});
