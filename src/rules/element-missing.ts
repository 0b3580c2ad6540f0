import type { FieldName } from "../model/field.js";
import type { Issue } from "../model/finding.js";
import { untoldStates, untoldWords } from "../model/untold-states.js";
import { blankColumns } from "./blank-columns.js";
import { hasField, rule, wholePoam } from "./rule.js";

/** What every item needs: in words, and the fields any of which holds it. */
const ELEMENTS: Readonly<Record<string, { label: string; fields: readonly FieldName[] }>> = {
  id: { label: "a POA&M id", fields: ["id"] },
  weakness: { label: "the weakness", fields: ["description", "weakness"] },
  source: { label: "the source of finding", fields: ["source", "sourceDetails", "sourceIdentifier"] },
  controls: { label: "the control or requirement", fields: ["controls"] },
  risk: { label: "a risk level", fields: ["originalRating", "adjustedRating", "severity", "residualRisk"] },
  plan: { label: "the planned remediation", fields: ["remediationPlan", "recommendations", "mitigations"] },
  owner: { label: "the responsible person", fields: ["pointOfContact"] },
  resources: { label: "the resources required", fields: ["resources", "cost", "personnelFundedHours"] },
  milestones: { label: "milestones", fields: ["milestones", "milestoneDescription", "milestoneDue"] },
  completion: { label: "a scheduled completion date", fields: ["scheduledCompletion", "revisedCompletion"] },
  status: { label: "a status", fields: ["status", "percentComplete"] },
  evidence: { label: "completion evidence", fields: ["evidence"] },
};

const TWO = {
  template: "generic",
  header: false,
  columns: ["id", "resources"],
  options: { elements: ["resources"] },
} as const;

export default rule({
  id: "element-missing",
  summary: "A register has no place for something that every item needs",
  why: "A POA&M without owners, dates, milestones or sources is a list of problems. A reader who cannot find them asks for them, item by item.",
  help: "Add the column and fill it in. What a register deliberately leaves out is taken off the option `elements`.",
  severity: "warning",
  options: {
    elements: { summary: "the elements that a register needs a column for", default: Object.keys(ELEMENTS) },
  },
  examples: [
    { title: "an empty register", template: "generic", header: false, columns: ["id", "description"], rows: [] },
    {
      title: "all there",
      template: "generic",
      header: false,
      rows: { id: "R-1", description: "Port 23 answers" },
    },
    {
      template: "generic",
      header: false,
      columns: ["id", "description"],
      options: { elements: ["id", "weakness", "source", "owner"] },
      rows: { id: "R-1", description: "Port 23 answers" },
      says: ["no column for the source of finding", "no column for the responsible person"],
    },
    {
      title: "nothing tells what is closed",
      template: "generic",
      header: false,
      columns: ["id", "completedOn"],
      options: { elements: ["status"] },
      rows: [{ id: "R-1", completedOn: "2026-01-20" }, { id: "R-2" }],
      says: ["no column for a status: 2 items are read as open, 1 of them with a completion date"],
    },
    { title: "a sheet of open items needs no status", options: { elements: ["status"] }, rows: { id: "V-1" } },
    { title: "one item may lack it", ...TWO, rows: [{ id: "R-1" }, { id: "R-2", resources: "Two days" }] },
    { ...TWO, rows: [{ id: "R-1" }, { id: "R-2" }], says: ["Resources Required is blank in all 2 items"] },
  ],
  check: wholePoam((poam, { option }) => {
    if (poam.counts.total === 0) return undefined;
    const main = poam.registers.find(({ state }) => state !== "closed") ?? poam.registers[0]!;
    const wanted = option("elements") as readonly string[];
    const issues: Issue[] = [];
    const at = { sheet: main.sheet, row: main.headingRow, column: main.columns[0]?.column ?? 1 };
    for (const [name, { label, fields }] of Object.entries(ELEMENTS)) {
      if (!wanted.includes(name) || fields.some((field) => hasField(poam, field))) continue;
      // A sheet of open or of closed items says where they stand.
      const untold = name === "status" ? untoldStates(poam) : undefined;
      if (name === "status" && !untold) continue;
      issues.push({ at, message: `no column for ${label}${untold ? `: ${untoldWords(untold)}` : ""}` });
    }
    for (const [column, items] of blankColumns(poam)) {
      if (!wanted.some((name) => ELEMENTS[name]?.fields.includes(column.field))) continue;
      const { sheet, headingRow } = poam.registers.find(({ columns }) => columns.includes(column))!;
      const message = `${column.heading} is blank in all ${items} items`;
      issues.push({ at: { sheet, row: headingRow, column: column.column }, field: column.field, message });
    }
    return issues;
  }),
});
