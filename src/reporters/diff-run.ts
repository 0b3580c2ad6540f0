import { FIELDS } from "../model/field.js";
import type { ListedItem, MovedItem, PoamDiff } from "../model/poam-diff.js";
import { amount, count } from "./last-line.js";
import type { Paint } from "./paint.js";

/** Two workbooks and what changed from one to the other, for any format. */
export interface DiffResult {
  readonly before: string;
  readonly now: string;
  readonly template: { readonly before: string; readonly now: string };
  readonly diff: PoamDiff;
}

export interface DiffRun {
  readonly version: string;
  readonly paint: Paint;
  readonly width: number;
}

/** A format for two workbooks: one text. */
export type DiffReporter = (result: DiffResult, run: DiffRun) => string;

/** The lists of a difference with what they are called, in reading order. */
export const MOVES = [
  ["added", "Added"],
  ["closed", "Closed"],
  ["reopened", "Reopened"],
  ["vanished", "Vanished"],
  ["renumbered", "Renumbered"],
  ["regrouped", "To or from the configuration findings"],
] as const;

/** `2 added · 1 closed · 14 cells changed in 9 items · 1 invariant broken`, or that nothing changed. */
export function diffTotals({
  added,
  closed,
  reopened,
  vanished,
  renumbered,
  changes,
  broken,
}: PoamDiff): readonly string[] {
  const kinds = { added, closed, reopened, vanished, renumbered };
  const items = new Set(changes.map(({ now, item }) => (item === null ? null : `${now.at.sheet}\0${now.at.row}`)));
  const inItems = items.has(null) ? items.size - 1 : items.size;
  const parts = [
    ...Object.entries(kinds).map(([kind, list]) => (list.length > 0 ? `${amount(list.length)} ${kind}` : "")),
    changes.length > 0
      ? `${count(changes.length, "cell")} changed${inItems > 0 ? ` in ${count(inItems, "item")}` : ""}`
      : "",
    broken.length > 0 ? `${count(broken.length, "invariant")} broken` : "",
  ].filter((part) => part !== "");
  return parts.length > 0 ? parts : ["no item was added, closed or changed"];
}

/** What may be shown where cell text may not: places, columns and invariants. */
export function redactedDiff(result: DiffResult, summaries: ReadonlyMap<string, string>): DiffResult {
  const { diff } = result;
  const bare = <T extends ListedItem | MovedItem>(items: readonly T[]): T[] =>
    items.map((item) => ({ ...item, id: "", weakness: "", ...("was" in item && { was: { ...item.was, id: "" } }) }));
  return {
    ...result,
    diff: {
      added: bare(diff.added),
      closed: bare(diff.closed),
      reopened: bare(diff.reopened),
      vanished: bare(diff.vanished),
      renumbered: bare(diff.renumbered),
      regrouped: bare(diff.regrouped),
      changes: diff.changes.map((change) => ({
        ...change,
        item: change.item === null ? null : "",
        // The headings of home-made registers are their owner's words.
        heading: change.field === undefined ? "" : FIELDS[change.field].label,
        was: { ...change.was, text: "" },
        now: { ...change.now, text: "" },
      })),
      broken: diff.broken.map((one) => ({ ...one, item: "", message: summaries.get(one.invariant) ?? one.invariant })),
      uncompared: diff.uncompared.map((one) => ({ ...one, heading: "" })),
    },
  };
}
