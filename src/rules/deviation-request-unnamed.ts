import { deviationsOf, named } from "./deviations.js";
import { itemKey } from "./previous-items.js";
import { requestsIn } from "./requests.js";
import { eachItemOf, hasField, rule } from "./rule.js";

const PENDING = { id: "V-1", falsePositive: "Pending" };

export default rule({
  id: "deviation-request-unnamed",
  summary: "A deviation is pending, but no request is named",
  why: "Pending says that a request was submitted. Without its name the reviewer cannot find it, and nothing will be decided.",
  help: "Name the deviation request among the supporting documents, or submit one.",
  severity: "warning",
  examples: [
    { rows: { ...PENDING, evidence: "Deviation Request : DR-123-Example-1.doc" } },
    { title: "named by its type", rows: { ...PENDING, evidence: "FP-V-1.docx" } },
    { title: "among the requests at hand", deviations: [{ id: "V-1", requestType: "FP" }], rows: PENDING },
    { title: "decided", rows: { id: "V-1", falsePositive: "No", evidence: "" } },
    { rows: PENDING, says: ["false positive is Pending, but no deviation request is named"] },
    {
      rows: { ...PENDING, operationalRequirement: "Pending", evidence: "Remediation Evidence : scan.pdf" },
      says: ["false positive and operational requirement are Pending, but no deviation request is named"],
    },
  ],
  check: eachItemOf(({ poam, evidence }) => {
    if (!hasField(poam, "evidence")) return undefined;
    const requests = evidence.deviations && requestsIn(evidence.deviations);
    return (item) => {
      if (item.state !== "open") return undefined;
      const pending = deviationsOf(item, "Pending");
      if (pending.length === 0 || !item.evidence || REQUEST.test(item.evidence.text)) return undefined;
      if (requests?.has(itemKey(item) ?? "")) return undefined;
      return {
        at: item.evidence,
        field: "evidence",
        message: `${named(pending)} ${pending.length > 1 ? "are" : "is"} Pending, but no deviation request is named`,
        related: pending.map((field) => ({ at: item[field]!, label: "pending" })),
      };
    };
  }),
});

const REQUEST =
  /deviation|request|risk.?adjust|false.?positive|operational.?require|(?:^|[^a-z])(?:DRF?|RA|FP|OR)(?=[^a-z]|$)/i;
