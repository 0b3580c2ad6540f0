import { type Control, findControl } from "../catalogs/find-control.js";
import type { ControlReference } from "../model/control.js";
import { eachControl } from "./control-columns.js";
import { eachItem, rule } from "./rule.js";

export default rule({
  id: "control-withdrawn",
  summary: "A control that its catalogue has withdrawn",
  why: "A withdrawn control is in no baseline: what it asked for now stands under another id, and a weakness reported against the old one is looked for there in vain.",
  help: "Give the control that took its place.",
  severity: "warning",
  options: {
    revision: {
      summary: "The revision of NIST SP 800-53 that the system is assessed against: 5, or 4 for those not yet moved",
      default: 5,
    },
  },
  examples: [
    { rows: { id: "V-1", controls: "AC-2, SC-7(5)" } },
    {
      rows: { id: "V-1", controls: "AC-2(10), SA-12, AC-13" },
      says: [
        "AC-2(10) is withdrawn from NIST SP 800-53 r5: see AC-2k",
        "SA-12 is withdrawn from NIST SP 800-53 r5: see the SR family",
        "AC-13 is withdrawn from NIST SP 800-53 r5: see AC-2, AU-6",
      ],
    },
    { title: "still in force in revision 4", options: { revision: 4 }, rows: { id: "V-1", controls: "SA-12, AR-2" } },
    { rows: { id: "V-1", controls: "AR-2" }, says: ["AR-2 is in NIST SP 800-53 r4 only, not in revision 5"] },
    { template: "emass-navy-2026", rows: { id: "1", controls: "CCI-000191" }, says: ["CCI-000191 is deprecated"] },
    {
      template: "cmmc",
      rows: { controls: "AC.1.001" },
      says: ["AC.1.001 is an id of CMMC 1.0: CMMC 2.0 has ids such as AC.L2-3.1.1"],
    },
  ],
  check: eachItem((item, { option }) =>
    eachControl(item, (control) => judge(control, option("revision") === 4 ? 4 : 5)),
  ),
});

function judge({ id, scheme }: ControlReference, revision: 4 | 5): string | undefined {
  if (id === undefined || scheme === "other") return undefined;
  if (scheme === "cmmc" && /^[A-Z]{2}\.\d/.test(id)) {
    return `${id} is an id of CMMC 1.0: CMMC 2.0 has ids such as AC.L2-3.1.1`;
  }
  const found = findControl(scheme, id, revision);
  if (found?.withdrawn) return scheme === "cci" ? `${id} is deprecated` : withdrawn(found);
  const inOlder = found === undefined && revision === 5 ? findControl(scheme, id) : undefined;
  return inOlder && `${id} is in ${inOlder.catalogue} only, not in revision 5`;
}

function withdrawn({ id, catalogue, successors }: Control): string {
  const names = successors.map((name) => (name.length === 2 ? `the ${name} family` : name));
  return `${id} is withdrawn from ${catalogue}${names.length > 0 ? `: see ${names.join(", ")}` : ""}`;
}
