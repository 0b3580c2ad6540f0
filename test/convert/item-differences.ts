import { headingLabel } from "../../src/convert/labels.js";
import type { Carried, CarriedItem, CarriedValue } from "../../src/model/carried-item.js";
import type { FieldName } from "../../src/model/field.js";
import type { LossReport } from "../../src/model/losses.js";
import { MILESTONE_FIELDS } from "../../src/model/milestone-fields.js";

/** What a conversion started from, and its report. */
export interface Trip {
  readonly from: Carried;
  readonly losses: Pick<LossReport, "fields" | "changes">;
}

/** Items are known by their ids. Every difference between what went out and what came home of which no trip's report tells. */
export function unreported(out: Carried, home: Carried, trips: readonly Trip[]): string[] {
  const after = new Map(home.items.map((item) => [idOf(item), item]));
  const found = out.items.flatMap((item) => {
    const id = idOf(item);
    const back = after.get(id);
    if (!back) return [`${id} is gone`];
    const known = new Set(trips.flatMap((trip) => [...toldOf(id, trip)]));
    return differences(item, back, known).map((difference) => `${id}: ${difference}`);
  });
  const before = new Set(out.items.map(idOf));
  return [...found, ...[...after.keys()].filter((id) => !before.has(id)).map((id) => `${id} came from nowhere`)];
}

function idOf({ fields, at }: CarriedItem): string {
  return fields.get("id")?.text ?? `the item without an id in row ${at.row}`;
}

/** The fields and headings of an item that a report says were dropped or changed. */
function toldOf(id: string, { from, losses }: Trip): Set<string> {
  const index = from.items.findIndex((item) => idOf(item) === id);
  const [item, next] = [from.items[index], from.items[index + 1]];
  const names = new Set<string>();
  if (!item) return names;
  const isOfItem = ({ sheet, row }: CarriedItem["at"]) =>
    sheet === item.at.sheet && row >= item.at.row && !(next?.at.sheet === sheet && row >= next.at.row);
  for (const { field, from: heading, fate, cells } of losses.fields)
    if (fate === "dropped" && cells.some(isOfItem)) names.add(field ?? headingLabel(heading));
  for (const { field, cells } of losses.changes) if (cells.some(isOfItem)) names.add(field);
  for (const [field, other] of STAND_INS) if (names.has(field)) names.add(other);
  return names;
}

/** Where a report says that one stands for the other, it tells of both. */
const STAND_INS = [
  ["completedOn", "statusDate"],
  ["statusDate", "completedOn"],
  ["weakness", "description"],
  ["description", "weakness"],
] as const;

/** One thing said in two ways: where a report tells of one, the others show it. */
const WAYS: ReadonlySet<FieldName> = new Set<FieldName>(["milestones", "milestoneDescription", "milestoneDue"]);

function differences(a: CarriedItem, b: CarriedItem, known: ReadonlySet<string>): string[] {
  const found: string[] = [];
  const compare = (name: string, before: unknown, after: unknown) => {
    const [was, is] = [JSON.stringify(before), JSON.stringify(after)];
    if (was !== is && !known.has(name)) found.push(`${name}: ${was?.slice(0, 100)} is ${is?.slice(0, 100)}`);
  };
  for (const field of new Set([...a.fields.keys(), ...b.fields.keys()]))
    compare(field, shown(a.fields.get(field)), shown(b.fields.get(field)));
  const isReshaped = [...MILESTONE_FIELDS].some((field) => known.has(field));
  for (const field of MILESTONE_FIELDS) {
    if (WAYS.has(field) && [...WAYS].some((way) => known.has(way))) continue;
    const values = ({ milestones }: CarriedItem) => {
      const list = milestones.map((row) => shown(row.get(field)) ?? null);
      // Where the report tells of one, the others may stand in other rows, in their order.
      return isReshaped
        ? list.filter((one) => one !== null)
        : list.slice(0, list.findLastIndex((one) => one !== null) + 1);
    };
    compare(field, values(a), values(b));
  }
  const others = ({ others: all }: CarriedItem) => all.map((one) => [headingLabel(one.heading), ...shown(one)!]);
  for (const heading of new Set([...others(a), ...others(b)].map(([one]) => one as string))) {
    const under = (item: CarriedItem) =>
      others(item)
        .filter(([one]) => one === heading)
        .map((one) => JSON.stringify(one))
        .sort();
    compare(heading, under(a), under(b));
  }
  compare("state", a.state, b.state);
  return found;
}

function shown(value: CarriedValue | undefined) {
  return value && [value.value, value.text];
}
