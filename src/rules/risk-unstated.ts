import { FIELDS } from "../model/field.js";
import { isExcused } from "./excused.js";
import { firstOf, headingOf } from "./heading-of.js";
import { hasField, rule, wholePoam } from "./rule.js";

const FORM = { template: "emass-2020" } as const;

export default rule({
  id: "risk-unstated",
  summary: "Open items state no likelihood, impact or residual risk",
  why: "The authorizing official accepts risk, not findings: without it the POA&M cannot be tied to the risk assessment, nor its items put in order.",
  help: "Fill in likelihood, impact and residual risk from the risk assessment.",
  severity: "info",
  examples: [
    { ...FORM, rows: { id: "1", status: "Ongoing", residualRisk: "Low" } },
    { title: "a form without such columns", rows: { id: "V-1" } },
    { title: "a completed item", ...FORM, rows: { id: "1", status: "Completed" } },
    {
      ...FORM,
      rows: [
        { id: "1", status: "Ongoing" },
        { id: "2", status: "Ongoing", impact: "High" },
      ],
      says: ["1 of 2 open items states no likelihood, impact or residual risk (1)"],
    },
  ],
  check: wholePoam((poam) => {
    const fields = RISK.filter((field) => hasField(poam, field));
    if (fields.length === 0) return undefined;
    const silent: string[] = [];
    let open = 0;
    for (const item of poam.items()) {
      if (item.state !== "open" || isExcused(item)) continue;
      open++;
      if (fields.every((field) => item.kindOf(field) === "empty")) silent.push(item.id?.value ?? `row ${item.row}`);
    }
    if (silent.length === 0) return undefined;
    const labels = fields.map((field) => FIELDS[field].label);
    const said = [labels.slice(0, -1).join(", "), labels.at(-1)].filter(Boolean).join(" or ");
    const which = silent.length === open && open > 1 ? "" : ` (${firstOf(silent)})`;
    const states = silent.length === 1 ? "states" : "state";
    const message = `${silent.length} of ${open} open items ${states} no ${said}${which}`;
    return { at: headingOf(poam, fields.at(-1)!), field: fields.at(-1), message };
  }),
});

const RISK = ["likelihood", "impact", "residualRisk"] as const;
