import { FIELDS, type FieldName } from "../model/field.js";
import type { Issue } from "../model/finding.js";
import type { PoamItem } from "../model/item.js";
import { AMOUNTS, type AmountField, amountOf, RESOURCES } from "./resource-amounts.js";
import { eachItem, rule } from "./rule.js";

const HOURS = { id: "1", personnelFundedHours: "40", personnelCostCode: "4110" };

export default rule({
  id: "resource-costs-incomplete",
  summary: "Costs are given in part",
  why: "Hours and amounts are booked by cost code, and what is not funded needs a reason: the system refuses an item that has the one without the other.",
  help: "Fill in what is missing: the cost code beside any hours or amount, the obstacle beside unfunded ones, the reason beside Other.",
  severity: "error",
  options: { amountRequired: { summary: "every item has at least one of the hours and amounts", default: false } },
  examples: [
    { template: "emass-army-2026", rows: [HOURS, { id: "2" }, { id: "3", personnelUnfundedHours: "0" }] },
    {
      template: "emass-army-2026",
      rows: { id: "1", personnelFundedHours: "40", nonPersonnelCostCode: "2500", nonPersonnelUnfunded: "1200.50" },
      says: [
        "personnel cost code is blank, but personnel funded base hours are 40",
        "non-personnel non-funding obstacle is blank, but non-personnel unfunded amount is 1200.50",
      ],
    },
    {
      template: "emass-army-2026",
      rows: { ...HOURS, personnelUnfundedHours: "8", personnelObstacle: "Budget; Other" },
      says: ["personnel non-funding obstacle, other reason is blank, but the obstacle is Other"],
    },
    {
      title: "where costs are asked for",
      options: { amountRequired: true },
      template: "emass-army-2026",
      rows: [HOURS, { id: "2", description: "Open port" }],
      says: ["no hours and no amount, funded or unfunded"],
    },
  ],
  check: eachItem(
    (item, { option }) => {
      const issues: Issue[] = RESOURCES.flatMap((kind) => [
        ...blankBeside(item, kind.code, [kind.funded, kind.unfunded]),
        ...blankBeside(item, kind.obstacle, [kind.unfunded]),
        ...blankReason(item, kind),
      ]);
      const at = item.personnelFundedHours!;
      const isAsked = option("amountRequired") === true && item.state === "open";
      if (isAsked && AMOUNTS.every((field) => item.kindOf(field) === "empty" || !item[field]))
        issues.push({ at, field: "personnelFundedHours", message: "no hours and no amount, funded or unfunded" });
      return issues;
    },
    ["personnelFundedHours"],
  ),
});

function blankBeside(item: PoamItem, field: FieldName, amounts: readonly AmountField[]): readonly Issue[] {
  if (item.kindOf(field) !== "empty") return [];
  const amount = amounts.find((one) => (amountOf(item, one) ?? 0) > 0);
  if (!amount) return [];
  const { label } = FIELDS[amount];
  const message = `${FIELDS[field].label} is blank, but ${label} ${label.endsWith("s") ? "are" : "is"} ${item[amount]!.text.trim()}`;
  return [{ at: item[field]!, field, message, related: [{ at: item[amount]!, label }] }];
}

function blankReason(item: PoamItem, { obstacle, reason }: (typeof RESOURCES)[number]): readonly Issue[] {
  if (item.kindOf(reason) !== "empty" || !/(?:^|;)\s*other\s*(?:;|$)/i.test(item[obstacle]?.value ?? "")) return [];
  const related = [{ at: item[obstacle]!, label: "obstacle" }];
  return [
    {
      at: item[reason]!,
      field: reason,
      message: `${FIELDS[reason].label} is blank, but the obstacle is Other`,
      related,
    },
  ];
}
