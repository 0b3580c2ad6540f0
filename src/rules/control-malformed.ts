import { findControl } from "../catalogs/find-control.js";
import { type Exists, intendedControl, pointedEnhancement, respelled } from "../codecs/controls.js";
import type { Cell } from "../model/cell.js";
import type { ControlNotation, ControlReference, ControlScheme } from "../model/control.js";
import { cellFix } from "./cell-fix.js";
import { eachControl, notationOf } from "./control-columns.js";
import { quoted } from "./quoted.js";
import { eachItem, rule } from "./rule.js";

export default rule({
  id: "control-malformed",
  summary: "A control that is not written as its catalogue writes it",
  why: "Assessors count and trace weaknesses by control, and tools match ids by their spelling. An id that cannot be read drops out of both.",
  help: "Write the control's id as its catalogue does.",
  severity: "error",
  fixable: "safe",
  examples: [
    { rows: { id: "V-1", controls: "RA-5, SI-2 (1), CM-6b, ac-2(3)(d), AC-02(01)" } },
    { title: "nothing is said of placeholders", rows: { id: "V-1", controls: "N/A" } },
    {
      rows: { id: "V-1", controls: "AC-2.1x, SI-2" },
      says: ['"AC-2.1x" is no control id: a family, a dash and a number are expected, e.g. AC-2 or AC-2(1)'],
    },
    {
      title: "an enhancement stands in brackets",
      rows: { id: "V-1", controls: "AC-2.1" },
      says: ['"AC-2.1" is no control id: the enhancement is AC-2(1)'],
      fixed: { id: "V-1", controls: "AC-2(1)" },
    },
    {
      title: "it can mean one control only",
      rows: { id: "V-1", controls: "RA5, sc 13 and CCI-366" },
      says: [
        '"RA5" is no control id: a family, a dash and a number are expected, e.g. AC-2 or AC-2(1)',
        '"sc 13" is no control id: a family, a dash and a number are expected, e.g. AC-2 or AC-2(1)',
        '"CCI-366" is no control id: CCI, a dash and six digits are expected, e.g. CCI-000366',
      ],
      fixed: { id: "V-1", controls: "RA-5, SC-13 and CCI-000366" },
    },
    {
      title: "no such control",
      rows: { id: "V-1", controls: "AC99" },
      says: ['"AC99" is no control id: a family, a dash and a number are expected, e.g. AC-2 or AC-2(1)'],
    },
    {
      title: "a family is no control",
      rows: { id: "V-1", controls: "CM" },
      says: ["CM is a family of controls, not one"],
    },
    {
      title: "eMASS numbers assessment procedures with a point",
      template: "emass-navy-2026",
      rows: { id: "1", controls: "AC-2.1, AC-2(1).1, PS-6.c.2.2, CCI-366" },
      says: ['"CCI-366" is no control id: CCI, a dash and six digits are expected, e.g. CCI-000366'],
      fixed: { id: "1", controls: "AC-2.1, AC-2(1).1, PS-6.c.2.2, CCI-000366" },
    },
  ],
  check: eachItem((item, { poam }) => {
    const issues = eachControl(item, (control) => {
      if (control.id === undefined) return `${quoted(control.text)} is no control id: ${expectation(control)}`;
      if (control.id.length > 2 || control.scheme !== "800-53" || notationOf(item, poam) === "any") return undefined;
      return `${control.id} is a family of controls, not one`;
    });
    if (!issues) return undefined;
    const fix = fixOf(item.controls!, notationOf(item, poam));
    return issues.map((issue) => ({ ...issue, ...fix }));
  }),
});

/** Where every control of the cell can then be read. An enhancement with a point may be meant for an assessment procedure. */
function fixOf(cell: Cell<unknown>, notation: ControlNotation) {
  if (notation !== "800-53" && notation !== "emass") return {};
  const { text } = cell;
  const certain = respelled(text, notation, (control) => intendedControl(control, isInForce));
  if (certain !== undefined) return cellFix(cell, certain, `write ${quoted(certain)}`);
  const likely = respelled(
    text,
    notation,
    (control) => intendedControl(control, isInForce) ?? pointedEnhancement(control, isInForce),
  );
  return cellFix(cell, likely, `write ${quoted(likely)}`, "unsafe");
}

const isInForce: Exists = (scheme, id) => findControl(scheme, id)?.withdrawn === false;

function expectation({ text, scheme }: ControlReference): string {
  const enhancement = /^([A-Za-z]{2}-\d{1,2})\.(\d{1,2})$/.exec(text);
  if (enhancement) return `the enhancement is ${enhancement[1]!.toUpperCase()}(${Number(enhancement[2])})`;
  return EXPECTATIONS[scheme] ?? EXPECTATIONS["800-53"]!;
}

const EXPECTATIONS: Readonly<Partial<Record<ControlScheme, string>>> = {
  "800-53": "a family, a dash and a number are expected, e.g. AC-2 or AC-2(1)",
  cci: "CCI, a dash and six digits are expected, e.g. CCI-000366",
  "800-171r2": "three numbers are expected, e.g. 3.11.2",
  "800-171r3": "three numbers of two digits are expected, e.g. 03.11.02",
  cmmc: "a domain, a level and a number are expected, e.g. RA.L2-3.11.2",
};
