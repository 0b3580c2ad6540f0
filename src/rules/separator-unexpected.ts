import { controlsParted, holdsSeveralControls } from "../codecs/controls.js";
import { checksParted, holdsSeveralChecks } from "../codecs/security-checks.js";
import type { Cell } from "../model/cell.js";
import type { ControlNotation } from "../model/control.js";
import type { FieldName } from "../model/field.js";
import type { Issue } from "../model/finding.js";
import { cellFix } from "./cell-fix.js";
import { notationOf } from "./control-columns.js";
import { quoted } from "./quoted.js";
import { eachItemOf, hasField, rule } from "./rule.js";

const OPTIONS = { separator: ";", fields: ["controls", "sourceIdentifier", "personnelCostCode"] };

export default rule({
  id: "separator-unexpected",
  summary: "Several values in a cell, with another separator than the form's",
  why: "The import cuts such cells at its own separator only: with another one, several values become one that it does not know.",
  help: "Put the form's separator between the values.",
  severity: "error",
  fixable: "safe",
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
      fixed: { id: "1", controls: "AC-2; AC-3", sourceIdentifier: "19506; 21745", personnelCostCode: "4110\n4120" },
    },
    {
      title: "something besides ids: it is for its owner to part",
      options: OPTIONS,
      template: "emass-army-2026",
      rows: { id: "1", controls: "NIST SP 800-53: AC-2, AC-3", sourceIdentifier: "19506, 21745 and others" },
      says: [
        '"NIST SP 800-53: AC-2, AC-3" holds several values: the form has ";" between them',
        '"19506, 21745 and others" holds several values: the form has ";" between them',
      ],
    },
    {
      title: "a range, an exception",
      options: OPTIONS,
      template: "emass-army-2026",
      rows: [
        { id: "1", controls: "AC-2.1 through AC-2.4" },
        { id: "2", controls: "AC-2 except AC-3" },
      ],
      says: [
        '"AC-2.1 through AC-2.4" holds several values: the form has ";" between them',
        '"AC-2 except AC-3" holds several values: the form has ";" between them',
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
        const notation = field === "controls" ? notationOf(item, poam) : "any";
        const several = cell.text.split(separator).find((text) => holdsSeveral(field, text, notation));
        if (several === undefined) continue;
        const message = `${quoted(several)} holds several values: the form has "${separator}" between them`;
        const parted = PARTED[field]?.(cell.text, separator, notation);
        (issues ??= []).push({ at: cell, field, message, ...cellFix(cell, parted, `put "${separator}" between them`) });
      }
      return issues;
    };
  }),
});

function holdsSeveral(field: FieldName, text: string, notation: ControlNotation): boolean {
  if (field === "controls") return holdsSeveralControls(text, notation);
  if (field === "sourceIdentifier") return holdsSeveralChecks(text);
  // What else may stand between two values is part of the names of some.
  return /[\r\n|]/.test(text.trim());
}

/** The values of a cell parted anew, where it is certain which they are. */
const PARTED: Readonly<
  Partial<Record<FieldName, (text: string, separator: string, notation: ControlNotation) => string | undefined>>
> = {
  controls: (text, separator, notation) => controlsParted(text, notation, separator),
  sourceIdentifier: checksParted,
};
