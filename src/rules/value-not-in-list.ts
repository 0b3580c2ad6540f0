import { listedValue } from "../codecs/list-value.js";
import type { Cell } from "../model/cell.js";
import { FIELDS } from "../model/field.js";
import type { Issue } from "../model/finding.js";
import type { PoamItem } from "../model/item.js";
import type { RegisterColumn } from "../model/poam.js";
import { cellFix } from "./cell-fix.js";
import { quoted } from "./quoted.js";
import { eachItemOf, rule } from "./rule.js";

export default rule({
  id: "value-not-in-list",
  summary: "A value that the form's list does not have",
  why: "The form's drop-downs, its formulas and the systems that import it know only the listed values. Any other counts as none: the form computes no due date from a rating that it does not know.",
  help: "Choose one of the listed values.",
  severity: "error",
  fixable: "safe",
  options: { except: { summary: "values that another rule speaks of, whatever their case", default: [] } },
  examples: [
    { rows: { id: "V-1", originalRating: "High", falsePositive: "No" } },
    {
      rows: { id: "V-1", originalRating: "Critical" },
      says: ['"Critical" is not one of Low, Moderate, High'],
    },
    { options: { except: ["Critical"] }, rows: { id: "V-1", originalRating: "CRITICAL" } },
    {
      rows: { id: "V-1", vendorDependency: "yes" },
      says: ['"yes" is written "Yes" in the form\'s list'],
      fixed: { id: "V-1", vendorDependency: "Yes" },
    },
    {
      title: "another name for a value of the list, and a slip of the pen",
      rows: { id: "V-1", originalRating: "medium", adjustedRating: "Modrate" },
      says: ['"medium" is not one of Low, Moderate, High', '"Modrate" is not one of Low, Moderate, High, N/A'],
      fixed: { id: "V-1", originalRating: "Moderate", adjustedRating: "Moderate" },
    },
    {
      title: "what it means is for its owner to say",
      rows: { id: "V-1", originalRating: "II", falsePositive: "Maybe" },
      says: ['"II" is not one of Low, Moderate, High', '"Maybe" is not one of Yes, No, Pending'],
    },
    {
      title: "a doubt, a negation, a bound",
      rows: [
        { id: "V-1", originalRating: "Low?", falsePositive: "!Yes" },
        { id: "V-2", originalRating: ">Low", falsePositive: "pending?" },
      ],
      says: [
        '"Low?" is not one of Low, Moderate, High',
        '"!Yes" is not one of Yes, No, Pending',
        '">Low" is not one of Low, Moderate, High',
        '"pending?" is not one of Yes, No, Pending',
      ],
    },
    {
      title: "several values in a cell",
      template: "emass-navy-2026",
      rows: { id: "1", source: "audit findings;Incident Response", milestoneStatus: "in-progress" },
      says: [
        '"in-progress" is not one of Open, In Progress, Delayed, Completed, Archived',
        '"audit findings" is written "Audit Findings" in the form\'s list',
      ],
      fixed: { id: "1", source: "Audit Findings; Incident Response", milestoneStatus: "In Progress" },
    },
    {
      title: "of several values one is unknown",
      template: "emass-navy-2026",
      rows: { id: "1", source: "audit findings; Hearsay" },
      says: ['"audit findings" is written "Audit Findings" in the form\'s list'],
    },
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
          if (message) (issues ??= []).push({ at: cell, field, message, ...listedFix(cell, column) });
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

/** Offered only where every value of the cell is one of the list, or can only mean one. */
function listedFix(cell: Cell<unknown>, { list, separator, field }: RegisterColumn) {
  const written = (separator ? cell.text.split(separator) : [cell.text]).map((one) => one.trim()).filter(Boolean);
  const values = written.map((one) => listedValue(one, list!, FIELDS[field].kind));
  if (values.includes(undefined)) return {};
  const value = values.join(`${separator} `);
  return cellFix(cell, value, `write ${quoted(value)}`);
}

const DATE = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$/;
