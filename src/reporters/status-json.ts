import { reference } from "../model/cell.js";
import type { ItemStatus } from "../model/item-status.js";
import { text } from "./json.js";
import type { StatusReporter } from "./status-run.js";

/** For programs: one document, version 1, to which keys may be added. One item a line, so that two runs can be compared. */
export const statusJson: StatusReporter = {
  begin: ({ version, asOf, soonDays }) =>
    `{"version":1,"tool":${text({ name: "poam", version })},"asOf":${text(asOf)},"soonDays":${soonDays},\n"files":[`,
  *file({ path, template, packs, error, counts, conditions, items }, _run, index) {
    const head = text({ path, template, packs, error, counts, conditions, items: [] });
    yield `${index > 0 ? ",\n" : "\n"}${head.slice(0, -2)}`;
    for (const [number, item] of items.entries()) yield `${number > 0 ? ",\n" : "\n"}${text(itemRecord(item))}`;
    yield "]}";
  },
  end: ({ files, unreadable, items, conditions }) =>
    `\n],\n"summary":${text({ files, unreadable, items, conditions })}}\n`,
};

/** An item as JSON has it: places as references that Excel's Name Box takes. */
export function itemRecord({ at, cells, milestonesMissed, ...item }: ItemStatus) {
  return {
    ...item,
    milestonesMissed: milestonesMissed.map(({ number, due, at }) => ({
      number: number ?? null,
      due,
      cell: reference(at),
    })),
    cell: reference(at),
    cells: Object.fromEntries(Object.entries(cells).map(([field, cell]) => [field, reference(cell)])),
  };
}
