import { remediationTime } from "../catalogs/bod-26-04.js";
import { addDays, daysBetween } from "../model/date.js";
import { eachItemOf, placeOf, rule } from "./rule.js";
import { verFactsOf } from "./ver-facts.js";

const EXPOSED = { publiclyExposed: true, automatable: true, technicalImpact: "total" } as const;

export default rule({
  id: "remediation-late",
  summary: "A vulnerability is open beyond the directive's time for its exposure and exploitation",
  why: "The directive sets the time by four answers: publicly exposed, known to be exploited, automatable, total impact. It is what CISA and the agencies measure by.",
  help: "Remediate it now; where forensic triage is asked for, record it. If an answer in the sidecar is wrong, correct it.",
  severity: "error",
  examples: [
    {
      title: "14 days are not over",
      ver: { "V-1": { ...EXPOSED, technicalImpact: "partial" } },
      rows: { id: "V-1", detectedOn: "2026-03-17" },
    },
    {
      ver: { "V-1": EXPOSED },
      rows: { id: "V-1", detectedOn: "2026-03-17" },
      says: [
        "to be remediated by 2026-03-20 (exposed, automatable, total impact: 3 days from 2026-03-17), 11 days late on 2026-03-31",
      ],
    },
    {
      title: "the clock starts with the listing in the catalogue where that is earlier",
      ver: { "V-1": { publiclyExposed: false, automatable: false, technicalImpact: "total" } },
      kev: [{ cve: "CVE-2026-0001", addedOn: "2026-03-10", dueOn: "2026-03-31" }],
      rows: { id: "V-1", detectedOn: "2026-03-20", cves: "CVE-2026-0001" },
      says: [
        "to be remediated by 2026-03-24 (not exposed, known exploited, not automatable, total impact: 14 days from 2026-03-10), 7 days late on 2026-03-31",
      ],
    },
    {
      title: "answers are missing",
      ver: { "V-1": { publiclyExposed: true } },
      rows: { id: "V-1", detectedOn: "2025-01-01" },
    },
  ],
  check: eachItemOf((context) => {
    const { evidence, asOf } = context;
    if (!evidence.ver) return undefined;
    return (item) => {
      const facts = item.state === "open" ? verFactsOf(item, context) : undefined;
      const detected = item.detectedOn?.value;
      if (!facts || !detected) return undefined;
      const { publiclyExposed: exposed, automatable, technicalImpact } = facts;
      if (exposed === undefined || automatable === undefined || technicalImpact === undefined) return undefined;
      const listed = item.cves?.value?.flatMap((cve) => evidence.kev?.get(cve)?.addedOn ?? []).sort()[0];
      const known = listed !== undefined || item.kevTracking?.value === "Yes";
      const time = remediationTime({ exposed, known, automatable, total: technicalImpact === "total" });
      if (!time) return undefined;
      const from = listed !== undefined && listed < detected ? listed : detected;
      const due = addDays(from, time.days);
      const late = daysBetween(due, asOf);
      if (late <= 0) return undefined;
      const answers = [
        exposed ? "exposed" : "not exposed",
        ...(known ? ["known exploited"] : []),
        automatable ? "automatable" : "not automatable",
        `${technicalImpact} impact`,
      ].join(", ");
      const length = `${time.days} days from ${from}${time.triage ? ", with forensic triage" : ""}`;
      const message = `to be remediated by ${due} (${answers}: ${length}), ${late} ${late === 1 ? "day" : "days"} late on ${asOf}`;
      return { at: item.kevDueDate ?? item.scheduledCompletion ?? placeOf(item), field: "kevDueDate", message };
    };
  }),
});
