import { securityCheck } from "../codecs/security-checks.js";
import type { Cell } from "../model/cell.js";
import { readControls } from "../model/control.js";
import type { FieldName } from "../model/field.js";
import type { Issue } from "../model/finding.js";
import { quoted } from "./quoted.js";
import { eachItemOf, hasField, rule } from "./rule.js";

const OPTIONS = { separator: ";", fields: ["controls", "sourceIdentifier", "personnelCostCode"] };

export default rule({
  id: "separator-unexpected",
  summary: "Several values in a cell, with another separator than the form's",
  why: "The import cuts such cells at its own separator only: with another one, several values become one that it does not know.",
  help: "Put the form's separator between the values.",
  severity: "error",
  options: {
    separator: { summary: "what stands between two values", default: ";" },
    fields: { summary: "the fields that may hold several values", default: [] },
  },
  examples: [
    {
      options: OPTIONS,
      template: "emass-army-2026",
      rows: [
        { id: "1", controls: "AC-2(1)(3); SI-2 (1)", sourceIdentifier: "SV-1r1_rule;SV-2r1_rule" },
        { id: "2", sourceIdentifier: "OpenSSH, 9.8", personnelCostCode: "Labor, civilian" },
      ],
    },
    {
      options: OPTIONS,
      template: "emass-army-2026",
      rows: { id: "1", controls: "AC-2, AC-3", sourceIdentifier: "19506 21745", personnelCostCode: "4110\n4120" },
      says: [
        '"AC-2, AC-3" holds several values: the form has ";" between them',
        '"19506 21745" holds several values: the form has ";" between them',
        '"4110 4120" holds several values: the form has ";" between them',
      ],
    },
  ],
  check: eachItemOf(({ poam, option }) => {
    const fields = (option("fields") as readonly FieldName[]).filter((field) => hasField(poam, field));
    const separator = option("separator") as string;
    return (item) => {
      let issues: Issue[] | undefined;
      for (const field of fields) {
        if (item.kindOf(field) !== "text") continue;
        const cell = item[field] as Cell<unknown>;
        if (!/[\s,|/&+]/.test(cell.text)) continue;
        const several = cell.text.split(separator).find(SEVERAL[field] ?? hasLines);
        if (several === undefined) continue;
        const message = `${quoted(several)} holds several values: the form has "${separator}" between them`;
        (issues ??= []).push({ at: cell, field, message });
      }
      return issues;
    };
  }),
});

/** `AC-2(1)(3)` are two enhancements, and one text. */
const SEVERAL: Readonly<Partial<Record<FieldName, (text: string) => boolean>>> = {
  controls: (text) => new Set(readControls(text.trim(), "emass").flatMap((one) => (one.id ? one.text : []))).size > 1,
  sourceIdentifier: (text) => text.split(/[\s,|/&+]+/).filter(securityCheck).length > 1,
};

/** What else may stand between two values is part of the names of some. */
function hasLines(text: string): boolean {
  return /[\r\n|]/.test(text.trim());
}
