import type { Cell } from "../model/cell.js";
import type { Issue } from "../model/finding.js";
import { identityOf } from "../model/item.js";
import { rule, wholePoam } from "./rule.js";

const three = "fedramp-rev5-v3.0";
const FOUND = {
  id: "AC-2",
  weakness: "Account types are not described",
  description: "Part (a) names no types.",
  remediationPlan: "Describe them in the plan.",
};

export default rule({
  id: "documentation-incomplete",
  summary: "A finding about the documentation lacks a cell that the form needs",
  why: "Deficiencies of the security plan are tracked on a sheet of their own. One without a description or a plan cannot be judged, and it is found again in the next assessment.",
  help: "Fill the cell in.",
  severity: "error",
  examples: [
    { template: three, rows: [], documentation: [FOUND] },
    { title: "remediated", template: three, rows: [], documentation: [{ ...FOUND, remediatedOn: "2026-03-02" }] },
    {
      template: three,
      rows: [],
      documentation: [{ ...FOUND, remediationPlan: "", remediatedOn: "soon" }],
      says: ["Remediation Plan/Description is blank", 'Remediation Date "soon" is no date'],
    },
  ],
  check: wholePoam((poam) => {
    const registers = new Map(poam.registers.map((register) => [register.sheet, register.columns]));
    const issues: Issue[] = [];
    for (const item of poam.documentation()) {
      for (const { field, heading, required } of registers.get(item.sheet)!) {
        const kind = item.kindOf(field);
        const at = item[field] as Cell<unknown>;
        const isBlank = kind === "empty" && required === true;
        const isNoDate =
          field === "remediatedOn" && kind !== "empty" && kind !== "unsaved-formula" && at.value === undefined;
        if (!isBlank && !isNoDate) continue;
        const message = isBlank ? `${heading} is blank` : `${heading} "${at.text.trim().slice(0, 40)}" is no date`;
        issues.push({ at, field, message, item: identityOf(item) });
      }
    }
    return issues;
  }),
});
