import { ACCEPTANCE_DAYS } from "../catalogs/vdr-timeframes.js";
import { addDays, daysBetween } from "../model/date.js";
import { eachItemOf, placeOf, rule } from "./rule.js";
import { verFactsOf } from "./ver-facts.js";

export default rule({
  id: "acceptance-due",
  summary: "A vulnerability has been open so long that it counts as accepted",
  why: "What is not mitigated half a year after its evaluation is an accepted vulnerability, whatever the plan says, and is reported as one with its reason.",
  help: "Report it with the accepted vulnerabilities, with the reason for accepting it, or mitigate it.",
  severity: "error",
  examples: [
    { title: "on the last day", ver: { "V-1": { evaluatedOn: "2025-09-20" } }, rows: { id: "V-1" } },
    {
      ver: { "V-1": { evaluatedOn: "2025-09-19" } },
      rows: { id: "V-1" },
      says: ["evaluated 2025-09-19, 193 days ago: accepted since 2026-03-30 by rule (192 days)"],
    },
    {
      title: "accepted with the agency's approval",
      ver: { "V-1": { evaluatedOn: "2025-01-01" } },
      rows: { id: "V-1", operationalRequirement: "Yes" },
    },
  ],
  check: eachItemOf((context) => {
    if (!context.evidence.ver) return undefined;
    return (item) => {
      const facts = item.state === "open" ? verFactsOf(item, context) : undefined;
      if (!facts?.evaluatedOn || item.operationalRequirement?.value === "Yes") return undefined;
      const days = daysBetween(facts.evaluatedOn, context.asOf);
      if (days <= ACCEPTANCE_DAYS) return undefined;
      const since = addDays(facts.evaluatedOn, ACCEPTANCE_DAYS);
      const message = `evaluated ${facts.evaluatedOn}, ${days} days ago: accepted since ${since} by rule (${ACCEPTANCE_DAYS} days)`;
      return { at: item.operationalRequirement ?? placeOf(item), field: "operationalRequirement", message };
    };
  }),
});
