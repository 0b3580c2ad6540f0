import { mitigationDue } from "../catalogs/vdr-timeframes.js";
import { eachItemOf, placeOf, rule } from "./rule.js";
import { classOf, verFactsOf } from "./ver-facts.js";

const LATE = { evaluatedOn: "2026-03-01", likelyExploitable: true, internetReachable: true, rating: 4 } as const;

export default rule({
  id: "overdue-unexplained",
  summary: "An overdue vulnerability without an explanation",
  why: "Agencies accept the risk of a late mitigation only if they are told why it is late and what happens next.",
  help: 'Give an "explanation" for it in the sidecar.',
  severity: "error",
  examples: [
    {
      system: { class: "C" },
      ver: { "V-1": { ...LATE, explanation: "Vendor fix due in April" } },
      rows: { id: "V-1" },
    },
    {
      system: { class: "C" },
      ver: { "V-1": LATE },
      rows: { id: "V-1" },
      says: ["overdue since 2026-03-05, and nothing explains why"],
    },
  ],
  check: eachItemOf((context) => {
    const certified = classOf(context);
    if (!context.evidence.ver || !certified) return undefined;
    return (item) => {
      const facts = item.state === "open" ? verFactsOf(item, context) : undefined;
      if (!facts || facts.explanation?.trim()) return undefined;
      const mitigation = mitigationDue(facts, certified);
      if (!mitigation || mitigation.due >= context.asOf) return undefined;
      return { at: placeOf(item), field: "id", message: `overdue since ${mitigation.due}, and nothing explains why` };
    };
  }),
});
