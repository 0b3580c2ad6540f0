import type { PoamItem } from "../model/item.js";
import { headingOf } from "./heading-of.js";
import { itemKey } from "./previous-items.js";
import { rule, wholePoam } from "./rule.js";

export default rule({
  id: "risk-exposure-unmatched",
  summary: "A risk of the assessment has no item",
  why: "Every risk that the assessor reports becomes an item, and every one corrected during testing a closed item. One that is missing looks as if it had been dropped.",
  help: "Add the item under the assessor's id, or correct the id.",
  severity: "error",
  examples: [
    {
      riskExposure: { rows: [{ id: "V-1" }, { id: "V-2" }], closed: [{ id: "V-3" }] },
      rows: [{ id: "v-1" }],
      closed: [{ id: "V-2" }, { id: "V-3" }],
    },
    { title: "no table at hand", rows: { id: "V-1" } },
    {
      riskExposure: { rows: [{ id: "V-1" }, { id: "V-8", weakness: "Open port" }], closed: [{ id: "V-9" }] },
      rows: [{ id: "V-1" }, { id: "V-9" }],
      says: [
        "V-8 of the risk exposure table, Open port, has no item",
        "V-9 was corrected during testing, but is not among the closed items",
      ],
    },
  ],
  check: wholePoam((poam, { evidence }) => {
    if (!evidence.riskExposure) return undefined;
    const states = new Map<string | undefined, PoamItem["state"]>();
    for (const item of poam.items()) states.set(itemKey(item), item.state);
    return [...evidence.riskExposure.items()].flatMap((risk) => {
      const key = itemKey(risk);
      const corrected = risk.state === "closed";
      if (key === undefined || (corrected ? states.get(key) === "closed" : states.has(key))) return [];
      const name = risk.weakness?.value ? `, ${risk.weakness.value.slice(0, 80)},` : "";
      const message = corrected
        ? `${risk.id!.value} was corrected during testing, but is not among the closed items`
        : `${risk.id!.value} of the risk exposure table${name} has no item`;
      return { at: headingOf(poam, "id", corrected ? "closed" : "open"), field: "id" as const, message };
    });
  }),
});
