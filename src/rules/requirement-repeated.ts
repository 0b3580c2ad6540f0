import type { CellRef } from "../model/cell.js";
import type { Issue } from "../model/finding.js";
import { isOfAssessment, requirementsIn } from "./requirements.js";
import { eachItemOf, placeOf, rule } from "./rule.js";

export default rule({
  id: "requirement-repeated",
  summary: "One requirement has several open items",
  why: "A requirement is met or not met as a whole and counts once in the score. Several items for it are easily counted several times, and closing one of them does not meet it.",
  help: "Make one item of them with a milestone for each gap, unless they are kept apart on purpose.",
  severity: "info",
  examples: [
    {
      title: "other requirements, and one that was closed before",
      template: "cmmc",
      rows: [
        { id: "P-1", controls: "AC.L2-3.1.8" },
        { id: "P-2", controls: "AC.L2-3.1.9, AC.L2-3.1.9" },
        { id: "P-3", controls: "AC.L2-3.1.9", status: "Completed" },
      ],
    },
    {
      template: "cmmc",
      rows: [
        { id: "P-1", controls: "AC.L2-3.1.8[a]" },
        { id: "P-2", controls: "3.1.8[b]" },
      ],
      says: ["AC.L2-3.1.8 is the requirement of P-1, too: it counts once, and is met only when both are closed"],
    },
    {
      title: "temporary deficiencies may touch one requirement more than once",
      template: "cmmc",
      system: { kind: "operational" },
      rows: [
        { id: "P-1", controls: "AC.L2-3.1.8" },
        { id: "P-2", controls: "AC.L2-3.1.8" },
      ],
    },
  ],
  check: eachItemOf((context) => {
    if (!isOfAssessment(context)) return undefined;
    const first = new Map<string, { readonly at: CellRef; readonly name: string }>();
    return (item) => {
      if (item.state !== "open") return undefined;
      const at = item.controls ?? placeOf(item);
      return [...new Set(requirementsIn(item).map(({ id }) => id))].flatMap((id): readonly Issue[] => {
        const earlier = first.get(id);
        if (!earlier) {
          first.set(id, { at, name: item.id?.value ?? `row ${item.row}` });
          return [];
        }
        const message = `${id} is the requirement of ${earlier.name}, too: it counts once, and is met only when both are closed`;
        return [{ at, field: "controls", message, related: [{ at: earlier.at, label: "first item" }] }];
      });
    };
  }),
});
