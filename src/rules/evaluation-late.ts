import { EVALUATION_DAYS } from "../catalogs/vdr-timeframes.js";
import { daysBetween } from "../model/date.js";
import { eachItemOf, rule } from "./rule.js";
import { classOf, verFactsOf } from "./ver-facts.js";

export default rule({
  id: "evaluation-late",
  summary: "A vulnerability was evaluated too long after its detection",
  why: "Every deadline is counted from the evaluation: who evaluates late gives himself more time than the rules do.",
  help: "Evaluate vulnerabilities as they are detected, and record the day in the sidecar.",
  severity: "warning",
  examples: [
    {
      title: "on the last day",
      system: { class: "C" },
      ver: { "V-1": { evaluatedOn: "2026-03-06" } },
      rows: { id: "V-1", detectedOn: "2026-03-01" },
    },
    {
      system: { class: "C" },
      ver: { "V-1": { evaluatedOn: "2026-03-07" } },
      rows: { id: "V-1", detectedOn: "2026-03-01" },
      says: ["evaluated 2026-03-07, 6 days after detection on 2026-03-01 (class C: at most 5)"],
    },
    {
      title: "not evaluated at all",
      system: { class: "D" },
      ver: { "V-1": {} },
      rows: { id: "V-1", detectedOn: "2026-03-28" },
      says: ["not evaluated, 3 days after detection on 2026-03-28 (class D: at most 2)"],
    },
  ],
  check: eachItemOf((context) => {
    const { evidence, asOf } = context;
    const certified = classOf(context);
    if (!evidence.ver || !certified) return undefined;
    const most = EVALUATION_DAYS[certified];
    return (item) => {
      const facts = item.state === "open" ? verFactsOf(item, context) : undefined;
      const detected = item.detectedOn?.value;
      if (!facts || !detected) return undefined;
      const days = daysBetween(detected, facts.evaluatedOn ?? asOf);
      if (days <= most) return undefined;
      const done = facts.evaluatedOn ? `evaluated ${facts.evaluatedOn}` : "not evaluated";
      const message = `${done}, ${days} days after detection on ${detected} (class ${certified}: at most ${most})`;
      return { at: item.detectedOn!, field: "detectedOn", message };
    };
  }),
});
