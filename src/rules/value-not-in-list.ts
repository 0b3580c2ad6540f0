import type { Cell } from "../model/cell.js";
import type { Issue } from "../model/finding.js";
import type { PoamItem } from "../model/item.js";
import type { RegisterColumn } from "../model/poam.js";
import { quoted } from "./quoted.js";
import { eachItemOf, rule } from "./rule.js";

export default rule({
  id: "value-not-in-list",
  summary: "A value that the form's list does not have",
  why: "The form's drop-downs, its formulas and the systems that import it know only the listed values. Any other counts as none: the form computes no due date from a rating that it does not know.",
  help: "Choose one of the listed values.",
  severity: "error",
  options: { except: { summary: "values that another rule speaks of, whatever their case", default: [] } },
  examples: [
    { rows: { id: "V-1", originalRating: "High", falsePositive: "No" } },
    {
      rows: { id: "V-1", originalRating: "Critical" },
      says: ['"Critical" is not one of Low, Moderate, High'],
    },
    { options: { except: ["Critical"] }, rows: { id: "V-1", originalRating: "CRITICAL" } },
    { rows: { id: "V-1", vendorDependency: "yes" }, says: ['"yes" is written "Yes" in the form\'s list'] },
    {
      title: "a date behind a status is the older eMASS form's own way",
      template: "emass-2020",
      rows: { id: "1", status: "Completed 11/13/2025" },
    },
  ],
  check: eachItemOf(({ poam, option }) => {
    const except = (option("except") as readonly string[]).map((value) => value.toLowerCase());
    const listed = new Map(poam.registers.map(({ sheet, columns }) => [sheet, columns.filter(({ list }) => list)]));
    return (item) => {
      let issues: Issue[] | undefined;
      for (const column of listed.get(item.sheet)!) {
        const { field } = column;
        const visit = (row: PoamItem) => {
          const cell = row[field] as Cell<unknown>;
          const message = judge(cell, column, column.list!);
          if (message && except.includes(cell.text.trim().toLowerCase())) return;
          if (message) (issues ??= []).push({ at: cell, field, message });
        };
        visit(item);
        if (field.startsWith("milestone")) item.continuations.forEach(visit);
      }
      return issues;
    };
  }),
});

function judge(cell: Cell<unknown>, { separator }: RegisterColumn, list: readonly string[]): string | undefined {
  if (list.includes(cell.text) || cell.kind === "empty" || cell.kind === "unsaved-formula") return undefined;
  const values = separator ? cell.text.split(separator) : [cell.text];
  for (const value of values.map((one) => one.trim())) {
    if (value === "" || list.includes(value)) continue;
    if (list.some((one) => value.startsWith(`${one} `) && DATE.test(value.slice(one.length).trim()))) continue;
    const twin = list.find((one) => one.toLowerCase() === value.toLowerCase());
    if (twin) return `"${value}" is written "${twin}" in the form's list`;
    return `${quoted(value)} is not one of ${list.length > 8 ? `the form's ${list.length} values` : list.join(", ")}`;
  }
  return undefined;
}

const DATE = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$/;
