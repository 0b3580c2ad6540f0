import { listedIn } from "../model/kev.js";
import { eachItemOf, rule } from "./rule.js";

const KEV = [
  { cve: "CVE-2025-1000", addedOn: "2026-03-01", dueOn: "2026-03-22" },
  { cve: "CVE-2025-2000", addedOn: "2026-03-20", dueOn: "2026-04-10" },
];

export default rule({
  id: "kev-mismatch",
  summary: "The item and CISA's catalogue of known exploited vulnerabilities disagree",
  why: "The columns tell the reader which items a directive binds and until when. One that is left out is missed when they are counted.",
  help: "Answer and date the item as the catalogue has it, or correct its CVE.",
  severity: "error",
  options: { dueDates: { summary: "whether the catalogue's due dates are compared", default: true } },
  examples: [
    {
      title: "of several CVEs the first due counts",
      kev: KEV,
      rows: { id: "V-1", cves: "CVE-2025-2000\nCVE-2025-1000", kevTracking: "Yes", kevDueDate: "2026-03-22" },
    },
    { title: "not listed", kev: KEV, rows: { id: "V-1", cves: "CVE-2025-3000", kevTracking: "No" } },
    { title: "no catalogue at hand", rows: { id: "V-1", cves: "CVE-2025-1000", kevTracking: "No" } },
    { title: "no CVE", kev: KEV, rows: { id: "V-1", kevTracking: "Yes" } },
    {
      kev: KEV,
      rows: { id: "V-1", cves: "CVE-2025-1000", kevTracking: "No" },
      says: ["CVE-2025-1000 is in the catalogue since 2026-03-01, but tracking is No"],
    },
    {
      kev: KEV,
      rows: { id: "V-1", cves: "CVE-2025-2000", kevTracking: "Yes", kevDueDate: "2026-04-30" },
      says: ["due 2026-04-30, but the catalogue has 2026-04-10 for CVE-2025-2000"],
    },
    {
      kev: KEV,
      rows: { id: "V-1", cves: "CVE-2025-3000", kevTracking: "Yes", kevDueDate: "2026-04-30" },
      says: ["tracking is Yes, but CVE-2025-3000 is not in the catalogue"],
    },
  ],
  check: eachItemOf(({ evidence, option }) => {
    if (!evidence.kev) return undefined;
    return (item) => {
      const { state, kevTracking, kevDueDate, cves } = item;
      if (state !== "open" || !kevTracking || !cves?.value) return undefined;
      const entry = listedIn(evidence.kev, item);
      const tracked = kevTracking.value === "Yes";
      const related = [{ at: cves, label: "CVE" }];
      if (!entry) {
        const message = `tracking is Yes, but ${cves.value.join(" and ")} ${cves.value.length > 1 ? "are" : "is"} not in the catalogue`;
        return tracked ? { at: kevTracking, field: "kevTracking", message, related } : undefined;
      }
      if (!tracked) {
        const answer = kevTracking.kind === "empty" ? "blank" : kevTracking.text.trim();
        const message = `${entry.cve} is in the catalogue since ${entry.addedOn}, but tracking is ${answer}`;
        return { at: kevTracking, field: "kevTracking", message, related };
      }
      if (option("dueDates") !== true || !kevDueDate?.value || kevDueDate.value === entry.dueOn) return undefined;
      const message = `due ${kevDueDate.value}, but the catalogue has ${entry.dueOn} for ${entry.cve}`;
      return { at: kevDueDate, field: "kevDueDate", message, related };
    };
  }),
});
