import { planVagueness } from "../codecs/plan-vagueness.js";
import { isExcused } from "./excused.js";
import { quoted } from "./quoted.js";
import { eachItem, rule } from "./rule.js";

export default rule({
  id: "plan-vague",
  summary: "A remediation plan that says nothing",
  why: "Nobody can tell from it what will be done, with what, or when it is done: an assessor takes such an item for one without a plan.",
  help: "Name the steps, the product and version or setting they change, and how it will be shown that the weakness is gone.",
  severity: "warning",
  examples: [
    { rows: { id: "V-1", remediationPlan: "Upgrade OpenSSL to 3.0.15" } },
    { rows: { id: "V-1", remediationPlan: "Implement MFA by 2026-06-30" } },
    { title: "it waits for its vendor", rows: { id: "V-1", remediationPlan: "Vendor patch", vendorDependency: "Yes" } },
    { title: "a closed item", rows: [], closed: [{ id: "V-1", remediationPlan: "Patch system" }] },
    {
      rows: [
        { id: "V-1", remediationPlan: "TBD" },
        { id: "V-2", remediationPlan: "Will be fixed by 2026-06-30" },
        { id: "V-3", remediationPlan: "In progress" },
        { id: "V-4", remediationPlan: "Implement scanning" },
      ],
      says: [
        '"TBD" is no plan yet',
        '"Will be fixed by 2026-06-30" gives a date, but no step',
        '"In progress" names nothing that will be done',
        '"Implement scanning" names no step, product, version or date',
      ],
    },
  ],
  check: eachItem(
    (item) => {
      const plan = item.remediationPlan;
      if (item.state !== "open" || plan?.kind !== "text") return undefined;
      const fault = planVagueness(plan.text);
      if (fault === undefined || isExcused(item)) return undefined;
      return { at: plan, field: "remediationPlan", message: `${quoted(plan.text, 60)} ${fault}` };
    },
    ["remediationPlan"],
  ),
});
