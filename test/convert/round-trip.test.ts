import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Carried, CarriedItem } from "../../src/model/carried-item.js";
import { TEMPLATES } from "../templates.js";
import { differences, told } from "./item-differences.js";
import { carriedItems, itemsFor } from "./made-items.js";
import { type InForm, through } from "./placed-workbook.js";

const FORMS = TEMPLATES.filter(({ purpose }) => purpose !== "companion");
const SEED = 20261122;
const RUNS = 12;

/** The items of a form by their ids, and what stands below each on its sheet. */
function byId({ items }: Carried): Map<string, { item: CarriedItem; next: CarriedItem | undefined }> {
  return new Map(items.map((item, index) => [item.fields.get("id")?.text ?? `?${index}`, { item, next: items[index + 1] }]));
}

/** Differences of which no report tells, as sentences. */
function unreported(from: InForm["carried"], home: Carried, trips: readonly { from: Carried; losses: InForm["losses"] }[]): string[] {
  const found: string[] = [];
  const [before, after] = [byId(from), byId(home)];
  const trip = trips.map(({ from: start, losses }) => ({ items: byId(start), losses }));
  for (const [id, { item }] of before) {
    const back = after.get(id);
    if (!back) {
      found.push(`${id} is gone`);
      continue;
    }
    const known = new Set(trip.flatMap(({ items, losses }) => {
      const here = items.get(id);
      return here ? [...told(losses, here.item, here.next)] : [];
    }));
    for (const name of differences(item, back.item)) if (!known.has(name)) found.push(`${id}: ${name}: ${show(item, name)} -> ${show(back.item, name)}`);
  }
  for (const id of after.keys()) if (!before.has(id)) found.push(`${id} came from nowhere`);
  return found;
}
function show(item: CarriedItem, name: string): string {
  const v = [item.fields.get(name as never)?.text, item.milestones.map((m) => m.get(name as never)?.text), item.others.filter((o) => o.heading === name).map((o) => o.text), name === "state" ? item.state : ""];
  return JSON.stringify(v).slice(0, 200);
}

describe("items → form → items", () => {
  it.each(FORMS.map((form) => [form.id, form] as const))("%s loses nothing", (_, form) => {
    fc.assert(
      fc.property(itemsFor(form, 3), (items) => {
        const start = carriedItems(items);
        // Items out of nowhere have no places; the second trip's have.
        const once = through(start, form);
        const again = through(once.carried, form);
        expect(unreported(once.carried, again.carried, [{ from: once.carried, losses: again.losses }])).toEqual([]);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});

describe("A → B → A", () => {
  it.each(FORMS.map((form) => [form.id, form] as const))("from %s", (_, a) => {
    const samples = fc.sample(itemsFor(a, 4), { seed: SEED, numRuns: 2 });
    for (const items of samples) {
      const home = through(carriedItems(items), a).carried;
      for (const b of FORMS) {
        if (b === a) continue;
        const there = through(home, b);
        const back = through(there.carried, a);
        const trips = [
          { from: home, losses: there.losses },
          { from: there.carried, losses: back.losses },
        ];
        expect(unreported(home, back.carried, trips), `by ${b.id}`).toEqual([]);
      }
    }
  });
});
