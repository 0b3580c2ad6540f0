import { mitigationDue } from "../catalogs/vdr-timeframes.js";
import { daysBetween } from "../model/date.js";
import { eachItemOf, placeOf, rule } from "./rule.js";
import { classOf, verFactsOf } from "./ver-facts.js";

const REACHED = { evaluatedOn: "2026-03-01", likelyExploitable: true, internetReachable: true } as const;

export default rule({
  id: "mitigation-overdue",
  summary: "A vulnerability is not mitigated within the time that its evaluation sets",
  why: "How fast a vulnerability must be mitigated follows from what it could do to an agency and whether it can be reached. Past that time agencies are owed an explanation, and reviewers count it.",
  help: "Mitigate it and record the lower rating, or explain in the sidecar why it is overdue and when it will be done.",
  severity: "warning",
  examples: [
    {
      title: "the last allowed day",
      system: { class: "C" },
      ver: { "V-1": { ...REACHED, rating: 3, evaluatedOn: "2026-03-15" } },
      rows: { id: "V-1" },
    },
    {
      system: { class: "C" },
      ver: { "V-1": { ...REACHED, rating: 4 } },
      rows: { id: "V-1" },
      says: [
        "to be mitigated by 2026-03-05 (N4, likely exploitable, internet-reachable: 4 days from 2026-03-01), 26 days overdue on 2026-03-31",
      ],
    },
    {
      title: "a class D system has twelve hours for the gravest",
      system: { class: "D" },
      asOf: "2026-03-03",
      ver: { "V-1": { ...REACHED, rating: 5 } },
      rows: { id: "V-1" },
      says: [
        "to be mitigated by 2026-03-02 (N5, likely exploitable, internet-reachable: 12 hours from 2026-03-01), 1 day overdue on 2026-03-03",
      ],
    },
    { title: "nothing is known of it", system: { class: "C" }, ver: {}, rows: { id: "V-1" } },
  ],
  check: eachItemOf((context) => {
    const certified = classOf(context);
    if (!context.evidence.ver || !certified) return undefined;
    return (item) => {
      const facts = item.state === "open" ? verFactsOf(item, context) : undefined;
      const mitigation = facts && mitigationDue(facts, certified);
      const late = mitigation ? daysBetween(mitigation.due, context.asOf) : 0;
      if (!mitigation || late <= 0) return undefined;
      const days = late === 1 ? "1 day" : `${late} days`;
      const message = `to be mitigated by ${mitigation.due} (${mitigation.basis}), ${days} overdue on ${context.asOf}`;
      return { at: item.scheduledCompletion ?? placeOf(item), field: "scheduledCompletion", message };
    };
  }),
});
