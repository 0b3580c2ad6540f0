import { isPlaceholder, saysNothing } from "../codecs/placeholder.js";
import type { Cell } from "../model/cell.js";
import type { FieldName } from "../model/field.js";
import type { Issue } from "../model/finding.js";
import { isAsked } from "./asked.js";
import { cellFix } from "./cell-fix.js";
import { quoted } from "./quoted.js";
import { eachItemOf, hasField, rule } from "./rule.js";
import { scannerOf } from "./scanner.js";

const FIELDS = { fields: ["sourceIdentifier", "comments"] };

export default rule({
  id: "placeholder-for-blank",
  summary: "N/A or None where the form wants a blank cell",
  why: "Reviewers' tools take any text for an answer: N/A counts as an identifier, a rating or a date that is there.",
  help: "Leave the cell blank.",
  severity: "error",
  fixable: "safe",
  options: { fields: { summary: "the fields that are blank where they do not apply", default: [] } },
  examples: [
    { options: FIELDS, rows: { id: "V-1", comments: "None of the hosts is exposed.", resources: "N/A" } },
    {
      options: FIELDS,
      rows: { id: "V-1", sourceIdentifier: "N/A", comments: "none" },
      says: ['"N/A" is to be left blank', '"none" is to be left blank'],
      fixed: { id: "V-1" },
    },
    {
      title: "a scanner has an identifier for it: a blank is no better",
      options: FIELDS,
      rows: { id: "V-1", source: "Nessus", sourceIdentifier: "N/A" },
      says: ['"N/A" is to be left blank'],
    },
    {
      title: "something is owed: that must not be forgotten",
      options: FIELDS,
      rows: [
        { id: "V-1", sourceIdentifier: "TBD", comments: "Not available" },
        { id: "V-2", sourceIdentifier: "Unknown", comments: "?" },
      ],
      says: [
        '"TBD" is to be left blank',
        '"Not available" is to be left blank',
        '"Unknown" is to be left blank',
        '"?" is to be left blank',
      ],
    },
    {
      title: "where an answer needs the cell, a blank is no better",
      options: { fields: ["vendorProduct"] },
      rows: { id: "V-1", vendorDependency: "Yes", vendorProduct: "N/A" },
    },
  ],
  check: eachItemOf(({ poam, option }) => {
    const fields = (option("fields") as readonly FieldName[]).filter((field) => hasField(poam, field));
    return (item) => {
      let issues: Issue[] | undefined;
      for (const field of fields) {
        if (item.kindOf(field) !== "text") continue;
        const cell = item[field] as Cell<unknown>;
        if (!isPlaceholder(cell.text) || NEEDED_BY[field]?.some((answer) => isAsked(item, answer))) continue;
        const isOwed = !saysNothing(cell.text) || (field === "sourceIdentifier" && scannerOf(item) !== undefined);
        const fix = isOwed ? { help: OWED } : cellFix(cell, null, "leave it blank");
        (issues ??= []).push({ at: cell, field, message: `${quoted(cell.text)} is to be left blank`, ...fix });
      }
      return issues;
    };
  }),
});

const OWED = "Enter what is owed; leave the cell blank only where there is nothing to enter.";

/** Answers that make the cell needed. */
const NEEDED_BY: Readonly<Partial<Record<FieldName, readonly FieldName[]>>> = {
  vendorProduct: ["vendorDependency"],
  deviationRationale: ["riskAdjustment", "operationalRequirement"],
  kevDueDate: ["kevTracking"],
};
