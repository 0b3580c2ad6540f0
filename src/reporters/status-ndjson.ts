import type { ItemStatus } from "../model/item-status.js";
import { line } from "./ndjson.js";
import { itemRecord } from "./status-json.js";
import type { FileStatus, StatusReporter, StatusRun } from "./status-run.js";

/**
 * For streams (jq, log collectors): one JSON object a line, told apart by `type`. First `run`; for each file a `file` and then
 * its `item`s, all as in json, the items with the file's `path` and `template` and the run's `asOf`; last `summary`. How many
 * items are overdue, stale and so on is left to who counts the lines: `conditions` is an item's list, and a name that means two
 * things is none for a table.
 */
export const statusNdjson: StatusReporter = {
  begin: ({ version, asOf, soonDays }) =>
    line({ type: "run", version: 1, tool: { name: "poam", version }, asOf, soonDays }),
  *file(result, run) {
    const { path, template, packs, error, counts } = result;
    yield line({ type: "file", path, template, packs, error, counts });
    for (const row of itemRows(result, run)) yield line({ type: "item", ...row });
  },
  end: ({ files, unreadable, items }) => line({ type: "summary", files, unreadable, items }),
};

export type ItemRow = ReturnType<typeof itemRow>;

/** The items of a file, each of which says itself where it stands and on which day. */
export function* itemRows(result: FileStatus, run: StatusRun): Iterable<ItemRow> {
  for (const item of result.items) yield itemRow(item, result, run);
}

function itemRow(item: ItemStatus, { path, template }: FileStatus, { asOf }: StatusRun) {
  return { path, template, asOf, ...itemRecord(item) };
}
