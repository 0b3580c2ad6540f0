import { fromRiskMatrix } from "../catalogs/risk-matrix.js";
import { FIELDS } from "../model/field.js";
import type { Issue } from "../model/finding.js";
import { eachItem, rule } from "./rule.js";

const RISK = { severity: "Moderate", relevanceOfThreat: "High", likelihood: "Moderate", impact: "High" };

export default rule({
  id: "risk-off-matrix",
  summary: "Likelihood or residual risk is not what the risk table gives",
  why: "Both are read off a table, so that two assessors come to the same risk. A value beside the table was changed by hand, or its inputs were changed after it.",
  help: "Enter the table's value; where that seems wrong, it is an input that needs another rating.",
  severity: "warning",
  examples: [
    { template: "emass-navy-2026", rows: { id: "1", ...RISK, residualRisk: "Moderate" } },
    { title: "not rated", template: "emass-navy-2026", rows: { id: "1", severity: "High", likelihood: "Low" } },
    {
      template: "emass-navy-2026",
      rows: { id: "1", ...RISK, residualRisk: "Low" },
      says: ["residual risk is Low, but likelihood Moderate and impact High give Moderate"],
    },
    {
      title: "the residual risk follows from the likelihood as it is entered",
      template: "emass-navy-2026",
      rows: { id: "1", ...RISK, likelihood: "High", residualRisk: "High" },
      says: ["likelihood is High, but relevance of threat High and severity Moderate give Moderate"],
    },
  ],
  check: eachItem((item) => {
    let issues: Issue[] | undefined;
    for (const { row, column, result } of TABLES) {
      const [a, b, given] = [item[row], item[column], item[result]];
      if (!a?.value || !b?.value || !given?.value) continue;
      const expected = fromRiskMatrix(a.value, b.value);
      if (!expected || expected === given.value) continue;
      const inputs = `${FIELDS[row].label} ${a.value} and ${FIELDS[column].label} ${b.value}`;
      const message = `${FIELDS[result].label} is ${given.value}, but ${inputs} give ${expected}`;
      const related = [a, b].map((at, i) => ({ at, label: FIELDS[i === 0 ? row : column].label }));
      (issues ??= []).push({ at: given, field: result, message, related });
    }
    return issues;
  }),
});

const TABLES = [
  { row: "relevanceOfThreat", column: "severity", result: "likelihood" },
  { row: "likelihood", column: "impact", result: "residualRisk" },
] as const;
