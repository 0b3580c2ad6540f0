import type { CarriedItem, CarriedValue } from "../../src/model/carried-item.js";
import type { LossReport } from "../../src/model/losses.js";
import { MILESTONE_FIELDS } from "../../src/model/milestone-fields.js";

/** In what two items differ: names of fields, headings of other columns, `state`. */
export function differences(a: CarriedItem, b: CarriedItem): string[] {
  const names = new Set<string>([...a.fields.keys(), ...b.fields.keys()]);
  const found = [...names].filter(
    (field) => shown(a.fields.get(field as never)) !== shown(b.fields.get(field as never)),
  );
  for (const field of MILESTONE_FIELDS) {
    const list = (item: CarriedItem) => JSON.stringify(item.milestones.map((row) => shown(row.get(field))));
    const bare = (text: string) => text.replace(/(?:,?null)*\]$/, "]");
    if (bare(list(a)) !== bare(list(b))) found.push(field);
  }
  const others = (item: CarriedItem) => new Map(item.others.map((one) => [`${one.heading}\0${shown(one)}`, one.heading]));
  const [before, after] = [others(a), others(b)];
  for (const [key, heading] of [...before, ...after]) if (!before.has(key) || !after.has(key)) found.push(heading);
  if (a.state !== b.state) found.push("state");
  return [...new Set(found)];
}

/** What a report tells of an item's values beyond that they were carried or kept. */
export function told(
  { fields, changes }: Pick<LossReport, "fields" | "changes">,
  item: CarriedItem,
  next: CarriedItem | undefined,
): Set<string> {
  const isOfItem = ({ sheet, row }: CarriedItem["at"]) =>
    sheet === item.at.sheet && row >= item.at.row && !(next && next.at.sheet === sheet && row >= next.at.row);
  const names = new Set<string>();
  for (const { field, from, fate, cells } of fields)
    if (fate === "dropped" && cells.some(isOfItem)) names.add(field ?? from);
  for (const { field, heading, cells } of changes) if (cells.some(isOfItem)) names.add(field ?? heading);
  return names;
}

function shown(value: CarriedValue | undefined): string | undefined {
  return value && JSON.stringify([value.value, value.text]);
}
