import { readMilestoneChanges } from "../codecs/milestones.js";
import type { CarriedValue, MilestoneRow } from "../model/carried-item.js";
import type { MilestoneChange } from "../model/item.js";
import type { Source } from "./made.js";

/**
 * Several changes of milestones in one cell as one a row, its day behind it, each beside the milestone whose number it bears or,
 * where that is not told, from the first row on. What would be read otherwise stays as it is.
 */
export function changeRows(
  rows: readonly MilestoneRow[],
  made: Map<CarriedValue, readonly Source[]>,
): readonly MilestoneRow[] {
  const [cell, ...more] = rows.flatMap((row) => row.get("milestoneChanges") ?? []);
  const changes = cell && more.length === 0 ? readMilestoneChanges(cell.text) : [];
  if (!cell || changes.filter(({ due }) => due !== undefined).length < 2) return rows;
  const texts = changes.map(written);
  if (texts.includes(undefined)) return rows;
  const places = placesOf(changes, rows.length);
  const whole = rows.map((row) => new Map([...row].filter(([field]) => field !== "milestoneChanges")));
  let sources: readonly Source[] = [{ field: "milestoneChanges", value: cell }];
  for (const [index, text] of texts.entries()) {
    const place = places[index]!;
    while (whole.length <= place) whole.push(new Map());
    const value: CarriedValue = { ...cell, value: text!, text: text!, rule: "one change a row" };
    whole[place]!.set("milestoneChanges", value);
    // The cell's value is told once.
    made.set(value, sources);
    sources = [];
  }
  return whole;
}

/** The rows of the changes: those of their numbers, where each has its own; else one after the other. */
function placesOf(changes: readonly MilestoneChange[], rows: number): readonly number[] {
  const numbered = changes.map(({ number = 0 }) => number - 1);
  const isEachItsOwn = new Set(numbered).size === changes.length && numbered.every((at) => at >= 0 && at < rows);
  return isEachItsOwn ? numbered : changes.map((_, index) => index);
}

/** `(2) Update text 06/30/2026`; undefined where reading that gives another change. */
function written(change: MilestoneChange): string | undefined {
  const { number, type, due, text } = change;
  if (due === undefined || text === "") return undefined;
  const [year, month, day] = due.split("-");
  const line = [number && `(${number})`, type, text, `${month}/${day}/${year}`].filter((part) => part).join(" ");
  const read = readMilestoneChanges(line);
  const [again] = read;
  const isSame = again?.number === number && again?.type === type && again?.due === due && again?.text === text;
  return read.length === 1 && isSame ? line : undefined;
}
