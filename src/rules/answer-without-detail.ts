import { isPlaceholder } from "../codecs/placeholder.js";
import type { Cell } from "../model/cell.js";
import { FIELDS, type FieldName } from "../model/field.js";
import type { Issue } from "../model/finding.js";
import { isAsked } from "./asked.js";
import { eachItemOf, hasField, rule } from "./rule.js";

const PRODUCT = { details: ["vendorDependency: vendorProduct"] };
const RATIONALE = { details: ["riskAdjustment: deviationRationale", "operationalRequirement: deviationRationale"] };

export default rule({
  id: "answer-without-detail",
  summary: "An answer of Yes or Pending without what belongs to it",
  why: "The answer claims an exception, and the exception is judged by its details: which product, which rating, why, until when. Without them it cannot be granted or checked.",
  help: "Fill in the detail, or answer No if there is none.",
  severity: "error",
  options: {
    details: {
      summary: 'what each answer needs, as "answer: detail", both by the names of their fields',
      default: [],
    },
  },
  examples: [
    { options: PRODUCT, rows: { id: "V-1", vendorDependency: "Yes", vendorProduct: "Edge Gateway" } },
    { title: "the answer is No", options: PRODUCT, rows: { id: "V-1", vendorDependency: "No" } },
    { title: "not asked for by the pack", rows: { id: "V-1", vendorDependency: "Yes" } },
    {
      options: PRODUCT,
      rows: { id: "V-1", vendorDependency: "Yes", vendorProduct: "N/A" },
      says: ['vendor dependent product name is "N/A", but vendor dependency is Yes'],
    },
    {
      title: "one detail for two answers",
      options: RATIONALE,
      rows: { id: "V-1", riskAdjustment: "Yes", operationalRequirement: "Pending" },
      says: ["deviation rationale is blank, but risk adjustment is Yes and operational requirement is Pending"],
    },
    {
      title: "a blank that the form allows in no item is another finding",
      options: { details: ["riskAdjustment: adjustedRating"] },
      rows: { id: "V-1", riskAdjustment: "Yes" },
    },
  ],
  check: eachItemOf(({ poam, option }) => {
    const details = new Map<FieldName, FieldName[]>();
    for (const pair of option("details") as readonly string[]) {
      const [answer, detail] = pair.split(":").map((field) => field.trim()) as [FieldName, FieldName];
      if (hasField(poam, answer) && hasField(poam, detail))
        details.set(detail, [...(details.get(detail) ?? []), answer]);
    }
    const required = new Set(
      poam.registers.flatMap(({ sheet, columns }) =>
        columns.filter((one) => one.required === true).map(({ field }) => `${field} ${sheet}`),
      ),
    );
    if (details.size === 0) return undefined;
    return (item) => {
      let issues: Issue[] | undefined;
      for (const [field, answers] of details) {
        const given = answers.filter((answer) => isAsked(item, answer));
        if (given.length === 0) continue;
        const at = item[field] as Cell<unknown> | undefined;
        const isBlank = at?.kind === "empty";
        if (!at || (isBlank ? required.has(`${field} ${item.sheet}`) : !isPlaceholder(at.text))) continue;
        const said = given.map((answer) => `${FIELDS[answer].label} is ${item[answer]!.value}`).join(" and ");
        const message = `${FIELDS[field].label} is ${isBlank ? "blank" : `"${at.text.trim()}"`}, but ${said}`;
        (issues ??= []).push({ at, field, message });
      }
      return issues;
    };
  }),
});
