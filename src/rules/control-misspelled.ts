import { catalogueSpelling, respelled } from "../codecs/controls.js";
import { cellFix } from "./cell-fix.js";
import { eachControl, notationOf } from "./control-columns.js";
import { quoted } from "./quoted.js";
import { eachItem, rule } from "./rule.js";

export default rule({
  id: "control-misspelled",
  summary: "A control in small letters, or with another dash than its catalogue's",
  why: "People read it, tools do not: filters, counts and imports match ids by their spelling, and take ac-2 and AC–2 for other controls than AC-2.",
  help: "Write the control's id as its catalogue does.",
  severity: "info",
  fixable: "safe",
  examples: [
    { rows: { id: "V-1", controls: "RA-5, SI-2 (1), CM-6b, AC-02(01), CCI-000366" } },
    {
      rows: { id: "V-1", controls: "ac-2(1), RA–5 Vulnerability Scanning, SI-2" },
      says: [
        '"ac-2(1)" is written "AC-2(1)"',
        '"RA–5 Vulnerability Scanning" is written "RA-5 Vulnerability Scanning"',
      ],
      fixed: { id: "V-1", controls: "AC-2(1), RA-5 Vulnerability Scanning, SI-2" },
    },
    {
      title: "OSCAL writes ids in small letters, and home-made registers may",
      template: "generic",
      rows: { id: "R-1", controls: "ac-2.1" },
    },
    {
      title: "beside one that cannot be read",
      rows: { id: "V-1", controls: "ac-2, AC-x" },
      says: ['"ac-2" is written "AC-2"'],
    },
    {
      template: "cmmc",
      rows: { controls: "ra.l2-3.11.2" },
      says: ['"ra.l2-3.11.2" is written "RA.L2-3.11.2"'],
      fixed: { controls: "RA.L2-3.11.2" },
    },
  ],
  check: eachItem(
    (item, { poam }) => {
      const cell = item.controls!;
      if (!MISSPELLED.test(cell.text)) return undefined;
      const notation = notationOf(item, poam);
      if (notation === "oscal" || notation === "any") return undefined;
      const issues = eachControl(item, (control) => {
        const spelled = catalogueSpelling(control);
        return spelled && `${quoted(control.text)} is written ${quoted(spelled)}`;
      });
      const value = issues && respelled(cell.text, notation, catalogueSpelling);
      return issues?.map((issue) => ({ ...issue, ...cellFix(cell, value, `write ${quoted(value)}`) }));
    },
    ["controls"],
  ),
});

/** What no id in its catalogue's spelling has: two small letters at its beginning, another dash, a blank beside it. */
const MISSPELLED =
  /(?:^|[^A-Za-z])(?:[a-z][A-Za-z]|[A-Z][a-z])[ .\-\u2010-\u2015\u2212]|[\u2010-\u2015\u2212]| -|- |\bcci-/;
