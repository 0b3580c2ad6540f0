import type { Closeout } from "../model/closeout.js";
import type { PoamItem } from "../model/item.js";
import { CLOSEOUT_DAYS, closeoutOf } from "./conditional-status.js";
import { placeOf, rule, wholePoam } from "./rule.js";

const STATUS = { conditionalStatusDate: "2025-10-02" };

export default rule({
  id: "conditional-expired",
  summary: "The Conditional status has ended with items still open",
  why: "Without a closeout in time the Conditional status is no status any more: contracts that ask for one may not be awarded, and running ones may be ended.",
  help: "Record what has been closed. If items are truly open, a new assessment is needed.",
  severity: "error",
  options: { days: CLOSEOUT_DAYS },
  examples: [
    { title: "the last day", template: "cmmc", rows: { ...STATUS, controls: "AC.L2-3.1.8" } },
    {
      title: "the day after, for all items together",
      template: "cmmc",
      asOf: "2026-04-01",
      rows: [
        { ...STATUS, controls: "AC.L2-3.1.8" },
        { ...STATUS, controls: "AC.L2-3.1.9" },
        { ...STATUS, controls: "AC.L2-3.1.10", status: "Completed" },
      ],
      says: ["the Conditional status of 2025-10-02 ended on 2026-03-31, and 2 items are still open"],
    },
    {
      template: "cmmc",
      system: { conditionalDate: "2025-09-01" },
      rows: { controls: "AC.L2-3.1.8" },
      says: ["the Conditional status of 2025-09-01 ended on 2026-02-28, and 1 item is still open"],
    },
    {
      template: "cmmc",
      asOf: "2026-04-01",
      rows: { ...STATUS, controls: "AC.L2-3.1.8", status: "Completed" },
    },
    {
      template: "cmmc",
      asOf: "2026-04-01",
      system: { kind: "operational" },
      rows: { ...STATUS, controls: "AC.L2-3.1.8" },
    },
  ],
  check: wholePoam((poam, context) => {
    let first: { readonly item: PoamItem; readonly closeout: Closeout } | undefined;
    let open = 0;
    for (const item of poam.items()) {
      const closeout = closeoutOf(item, context);
      if (!closeout || closeout.last >= context.asOf) continue;
      first ??= { item, closeout };
      open++;
    }
    if (!first) return undefined;
    const { item, closeout } = first;
    const items = open === 1 ? "1 item is" : `${open} items are`;
    return {
      at: item.conditionalStatusDate ?? placeOf(item),
      message: `the Conditional status of ${closeout.statusDate} ended on ${closeout.last}, and ${items} still open`,
    };
  }),
});
