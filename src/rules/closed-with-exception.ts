import { FIELDS } from "../model/field.js";
import type { Issue } from "../model/finding.js";
import { eachItem, rule } from "./rule.js";

const LASTING = ["operationalRequirement", "vendorDependency"] as const;

export default rule({
  id: "closed-with-exception",
  summary: "An item was closed while an exception keeps its weakness in place",
  why: "An operational requirement or a vendor dependency excuses a weakness that is still there: such an item stays open and is reassessed, however long that takes.",
  help: "Move it back among the open items. If the weakness is really gone, set the answer to No and name the evidence.",
  severity: "error",
  examples: [
    { rows: { id: "V-1", operationalRequirement: "Yes" } },
    { title: "a false positive ends an item", rows: [], closed: [{ id: "V-1", falsePositive: "Yes" }] },
    { title: "refused", rows: [], closed: [{ id: "V-1", operationalRequirement: "No", vendorDependency: "No" }] },
    {
      rows: [],
      closed: [{ id: "V-1", operationalRequirement: "Yes" }],
      says: ["closed, but operational requirement is Yes: such an item stays open"],
    },
    {
      rows: [],
      closed: [{ id: "V-1", vendorDependency: "Yes" }],
      says: ["closed, but vendor dependency is Yes: such an item stays open"],
    },
  ],
  check: eachItem((item) => {
    if (item.state !== "closed") return undefined;
    let issues: Issue[] | undefined;
    for (const field of LASTING) {
      const at = item[field];
      if (at?.value !== "Yes") continue;
      const message = `closed, but ${FIELDS[field].label} is Yes: such an item stays open`;
      (issues ??= []).push({ at, field, message });
    }
    return issues;
  }),
});
