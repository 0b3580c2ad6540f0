import { CATALOGUES, findControl } from "../catalogs/find-control.js";
import type { ControlReference } from "../model/control.js";
import { eachControl, notationOf } from "./control-columns.js";
import { eachItem, rule } from "./rule.js";

export default rule({
  id: "control-unknown",
  summary: "A control that its catalogue does not have",
  why: "A weakness of a control that does not exist belongs to none: it is missing from the counts of the control that was meant, and nobody can say whether that one is met.",
  help: "Look the control up in its catalogue and correct the id.",
  severity: "error",
  examples: [
    { rows: { id: "V-1", controls: "AC-2, SI-2(2), IA-13, CCI-000366" } },
    {
      rows: { id: "V-1", controls: "AC-99, SI-2(22), XY-1" },
      says: [
        "AC-99 is not in NIST SP 800-53: its family AC ends with AC-25",
        "SI-2(22) is not in NIST SP 800-53: SI-2 has no enhancement 22",
        "XY-1 is not in NIST SP 800-53: it has no family XY",
      ],
    },
    {
      title: "assessment procedures are looked up by their control",
      template: "emass-navy-2026",
      rows: { id: "1", controls: "AC-2.1, AC-2(1).1, CCI-009999" },
      says: ["CCI-009999 is not in DISA's CCI list"],
    },
    { template: "cmmc", rows: { controls: "RA.L2-3.11.2" } },
    {
      template: "cmmc",
      rows: { controls: "RA.L2-3.11.9" },
      says: ["RA.L2-3.11.9 is not in CMMC 2.0"],
    },
  ],
  check: eachItem((item, { poam }) =>
    eachControl(item, (control) => {
      const { id, scheme } = control;
      // A family alone is control-malformed's, an id of CMMC 1.0 control-withdrawn's.
      if (id === undefined || id.length < 3 || scheme === "other" || /^[A-Z]{2}\.\d/.test(id)) return undefined;
      if (findControl(scheme, id)) return undefined;
      // 3.5.1 in a column of any notation may be of PCI DSS or another list.
      if (scheme.startsWith("800-171") && notationOf(item, poam) === "any") return undefined;
      return `${id} is not in ${CATALOGUES[scheme]}${nearest(control)}`;
    }),
  ),
});

/** What the catalogue has instead of an id of 800-53. */
function nearest({ id = "", scheme }: ControlReference): string {
  if (!scheme.startsWith("800-53")) return "";
  const base = id.replace(/\(.*/, "");
  if (base !== id && findControl("800-53", base))
    return `: ${base} has no enhancement ${id.slice(base.length + 1, -1)}`;
  const family = id.slice(0, 2);
  let last = 0;
  while (findControl("800-53", `${family}-${last + 1}`)) last++;
  return last === 0 ? `: it has no family ${family}` : `: its family ${family} ends with ${family}-${last}`;
}
