import type { CellRef } from "../model/cell.js";
import type { ControlScheme } from "../model/control.js";
import type { Poam } from "../model/poam.js";
import { rule, wholePoam } from "./rule.js";

export default rule({
  id: "revisions-mixed",
  summary: "Requirements of a revision that the register is not kept by",
  why: "The revisions number different requirements alike: 3.1.13 of the second is no requirement of the third. A register that mixes them cannot be scored, and nobody can tell which requirement is meant.",
  help: "Give all items the ids of the revision that the system is assessed against.",
  severity: "warning",
  options: { revision: { summary: "the revision of all items, 2 or 3; 0: any, but only one", default: 0 } },
  examples: [
    {
      title: "two spellings of one revision",
      template: "cmmc",
      rows: [{ controls: "3.1.8" }, { controls: "AC.L2-3.1.9" }],
    },
    { template: "cmmc", rows: [{ controls: "03.01.08" }, { controls: "03.01.09" }] },
    {
      template: "cmmc",
      rows: [{ controls: "3.1.8" }, { controls: "03.01.09" }, { controls: "AC.L2-3.1.10" }],
      says: ["03.01.09 is an id of revision 3, as in 1 item; 2 items have ids of revision 2"],
    },
    {
      title: "the revision that is asked for",
      template: "cmmc",
      options: { revision: 2 },
      rows: [{ controls: "03.01.08" }, { controls: "03.01.09" }],
      says: ["03.01.08 is an id of revision 3, as in 2 items; the register is kept by revision 2"],
    },
  ],
  check: wholePoam((poam, { option }) => {
    const second = idsOf(poam, ["800-171r2", "cmmc"], 2);
    const third = idsOf(poam, ["800-171r3"], 3);
    const asked = option("revision") as number;
    const [own, other] = asked === 3 || (asked === 0 && third.items > second.items) ? [third, second] : [second, third];
    if (!other.first || (asked === 0 && !own.first)) return undefined;
    const against =
      asked === 0
        ? `${counted(own.items)} ${own.items === 1 ? "has" : "have"} ids of revision ${own.revision}`
        : `the register is kept by revision ${own.revision}`;
    return {
      at: other.first,
      field: "controls",
      message: `${other.id} is an id of revision ${other.revision}, as in ${counted(other.items)}; ${against}`,
      related: own.first ? [{ at: own.first, label: own.id }] : [],
    };
  }),
});

/** How many items name requirements of a revision, and the first of them. */
function idsOf(poam: Poam, schemes: readonly ControlScheme[], revision: 2 | 3) {
  let items = 0;
  let first: CellRef | undefined;
  let id = "";
  for (const { controls } of poam.items()) {
    const found = controls?.value?.find((control) => control.id && schemes.includes(control.scheme));
    if (!controls || !found) continue;
    if (items++ > 0) continue;
    first = controls;
    id = found.id!;
  }
  return { revision, items, first, id };
}

function counted(items: number): string {
  return items === 1 ? "1 item" : `${items} items`;
}
