import { mayMeanAnother } from "../codecs/date.js";
import type { IsoDate } from "../model/date.js";
import type { FieldName } from "../model/field.js";
import type { Fix, Issue } from "../model/finding.js";
import type { PoamItem } from "../model/item.js";
import { type Windows, windowOf } from "../model/lateness.js";
import type { RegisterColumn } from "../model/poam.js";
import { blankColumns } from "./blank-columns.js";
import { cellFix } from "./cell-fix.js";
import { eachItemOf, rule } from "./rule.js";
import { statusIn } from "./status-in.js";

export default rule({
  id: "required-missing",
  summary: "A column that the form needs in every item is blank",
  why: "An item without it cannot be judged, and the form's owner sends the POA&M back.",
  help: "Fill the cell in.",
  severity: "error",
  fixable: "safe",
  options: {
    also: { summary: "fields that are needed in every item besides those of the form", default: [] },
    blankColumns: {
      summary: "whether a column that is blank in all items of a sheet is reported in each of them",
      default: true,
    },
    formula: {
      summary:
        "days by rating that the form's own formula adds to the detection date, where scheduled completion is blank",
      default: {},
    },
    windows: { summary: "days by rating that are proposed instead where the form has no such formula", default: {} },
  },
  examples: [
    {
      columns: ["id", "weakness", "pointOfContact"],
      rows: { id: "V-1", weakness: "Open port", pointOfContact: "J. Doe" },
    },
    {
      columns: ["id", "weakness", "pointOfContact"],
      rows: { id: "V-1", weakness: "Open port" },
      says: ["Point of Contact is blank"],
    },
    {
      title: "a date that the form's own formula gives",
      columns: ["id", "detectedOn", "scheduledCompletion", "originalRating"],
      options: { formula: { High: 30, Moderate: 90 } },
      rows: { id: "V-1", detectedOn: "2026-03-01", originalRating: "Moderate" },
      says: ["Scheduled Completion Date is blank"],
      fixed: { id: "V-1", detectedOn: "2026-03-01", originalRating: "Moderate", scheduledCompletion: "2026-05-30" },
    },
    {
      title: "a rating that the formula does not know",
      columns: ["id", "detectedOn", "scheduledCompletion", "originalRating"],
      options: { formula: { High: 30, Moderate: 90 } },
      rows: { id: "V-1", detectedOn: "2026-03-01", originalRating: "Critical" },
      says: ["Scheduled Completion Date is blank"],
    },
    {
      title: "nobody can tell the day of detection for certain",
      columns: ["id", "detectedOn", "scheduledCompletion", "statusDate", "originalRating"],
      options: { formula: { High: 30 } },
      asText: true,
      rows: { id: "V-1", detectedOn: "03/04/2026", statusDate: "03/25/2026", originalRating: "High" },
      says: ["Scheduled Completion Date is blank"],
    },
    {
      title: "a directive asks for an earlier day",
      columns: ["id", "detectedOn", "scheduledCompletion", "originalRating", "kevDueDate"],
      options: { formula: { High: 30 } },
      rows: { id: "V-1", detectedOn: "2026-03-01", originalRating: "High", kevDueDate: "2026-03-15" },
      says: ["Scheduled Completion Date is blank"],
    },
    {
      title: "days that the form's formula does not know are a proposal",
      columns: ["id", "detectedOn", "scheduledCompletion", "originalRating"],
      options: { formula: { High: 30 }, windows: { Critical: 15, High: 15 } },
      rows: { id: "V-1", detectedOn: "2026-03-01", originalRating: "Critical" },
      says: ["Scheduled Completion Date is blank"],
      fixed: { id: "V-1", detectedOn: "2026-03-01", originalRating: "Critical", scheduledCompletion: "2026-03-16" },
    },
    {
      title: "needed in items of some statuses only",
      template: "emass-navy-2026",
      columns: ["id", "status", "completedOn"],
      rows: [
        { id: "1", status: "Ongoing" },
        { id: "2", status: "Completed" },
      ],
      says: ["POA&M Completion Date is blank: it is needed where the status is Completed"],
    },
    {
      title: "a detection that can mean another day gives no due date",
      asText: true,
      columns: ["id", "originalRating", "detectedOn", "scheduledCompletion"],
      options: { windows: { High: 30 } },
      rows: { id: "V-1", originalRating: "High", detectedOn: "26-Feb-12" },
      says: ["Scheduled Completion Date is blank"],
    },
    {
      title: "what one's own system needs besides",
      template: "emass-navy-2026",
      options: { also: ["severity", "impact"] },
      columns: ["id", "status", "severity", "impact"],
      rows: { id: "1", status: "Ongoing", severity: "Low" },
      says: ["Impact is blank"],
    },
    {
      title: "written over the form's guidance",
      template: "fedramp-rev5-v3.0",
      columns: ["id", "weakness", "pointOfContact"],
      rows: { id: "V-1", weakness: "Open port" },
      overwrite: true,
      says: ["Point of Contact is blank (the form's own text still stands in it)"],
    },
    {
      title: "a column that nobody filled in is one fault of the register, not one of each item",
      columns: ["id", "weakness", "pointOfContact"],
      options: { blankColumns: false },
      rows: [{ id: "V-1", weakness: "Open port" }, { id: "V-2" }],
      says: ["Weakness Name is blank"],
    },
  ],
  check: eachItemOf(({ poam, asOf, option }) => {
    const also = option("also") as readonly string[];
    const terms: Terms = { asOf, formula: option("formula") as Windows, windows: option("windows") as Windows };
    // A CSV has no types: text is all there is.
    const isTyped = poam.workbook.format !== "csv";
    const blank = option("blankColumns") ? undefined : blankColumns(poam);
    const needed = new Map(
      poam.registers.map(({ sheet, columns }) => [
        sheet,
        columns
          .filter((column) => !blank?.has(column))
          .map((column) => (also.includes(column.field) ? { ...column, required: true } : column))
          .filter(({ required }) => required !== false),
      ]),
    );
    const leftovers = new Set(
      poam.oddRows.flatMap((odd) => odd.leftovers.map(({ sheet, row, column }) => `${row} ${column} ${sheet}`)),
    );
    return (item) => {
      let issues: Issue[] | undefined;
      for (const column of needed.get(item.sheet)!) {
        const { field, heading } = column;
        if (item.kindOf(field) !== "empty" || !isNeeded(column, item)) continue;
        if (MILESTONES.has(field) && item.continuations.some((row) => row.kindOf(field) !== "empty")) continue;
        const status =
          typeof column.required === "object" ? `: it is needed where the status is ${item.status?.value}` : "";
        const at = item[field]!;
        const left = leftovers.has(`${at.row} ${at.column} ${at.sheet}`);
        const still = left ? " (the form's own text still stands in it)" : "";
        const fix = field === "scheduledCompletion" && !left ? dated(item, terms, isTyped) : {};
        (issues ??= []).push({ at, field, message: `${heading} is blank${still}${status}`, ...fix });
      }
      return issues;
    };
  }),
});

const MILESTONES: ReadonlySet<FieldName> = new Set([
  "milestones",
  "milestoneDescription",
  "milestoneDue",
  "milestoneStatus",
]);

function isNeeded({ required }: RegisterColumn, item: PoamItem): boolean {
  return typeof required === "boolean" ? required : statusIn(item, required.status);
}

function isUnsure(detectedOn: PoamItem["detectedOn"], asOf: IsoDate): boolean {
  if (detectedOn?.kind !== "text" || detectedOn.value === undefined) return false;
  return detectedOn.doubt === "ambiguous" || mayMeanAnother(detectedOn.text, detectedOn.value, asOf);
}

interface Terms {
  readonly asOf: IsoDate;
  readonly formula: Windows;
  readonly windows: Windows;
}

/**
 * The day that the form's formula gives, or else the last that the rating allows. CISA's day, where it is earlier, and the one
 * that a vendor's release gives are for the owner to enter.
 */
function dated(item: PoamItem, { asOf, formula, windows }: Terms, isTyped: boolean): { readonly fix?: Fix } {
  if (item.state !== "open" || isUnsure(item.detectedOn, asOf)) return {};
  const computed = windowOf(item, { asOf, windows: formula });
  const window = computed ?? windowOf(item, { asOf, windows });
  const directive = item.kevDueDate?.value;
  if (!window || window.released || (directive && directive < window.end)) return {};
  const title = `enter ${window.end}: ${window.rating} allows ${window.days} days from ${window.from}`;
  return cellFix(
    item.scheduledCompletion!,
    isTyped ? { date: window.end } : window.end,
    title,
    computed ? "safe" : "unsafe",
  );
}
