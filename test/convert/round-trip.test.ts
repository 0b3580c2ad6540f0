import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TEMPLATES } from "../templates.js";
import { unreported } from "./item-differences.js";
import { carriedItems, itemsFor } from "./made-items.js";
import { through } from "./placed-workbook.js";

const FORMS = TEMPLATES.filter(({ purpose }) => purpose !== "companion");
const BY_ID = FORMS.map((form) => [form.id, form] as const);
const SEED = 20_261_122;

/** No shrinking: the sentences name item and field, and the seed stands. */
describe("items → form → items", () => {
  it.each(BY_ID)("%s loses nothing of which its report does not tell", (_, form) => {
    for (const items of fc.sample(itemsFor(form, 4), { seed: SEED, numRuns: 4 })) {
      const start = carriedItems(items);
      const once = through(start, form);
      expect(unreported(start, once.carried, [{ from: start, losses: once.losses }]), "out of nowhere").toEqual([]);
      const again = through(once.carried, form);
      expect(unreported(once.carried, again.carried, [{ from: once.carried, losses: again.losses }])).toEqual([]);
    }
  });
});

describe("A → B → A equals A, but for what the loss reports name", () => {
  it.each(BY_ID)("from %s by every other form", (_, a) => {
    for (const items of fc.sample(itemsFor(a, 5), { seed: SEED, numRuns: 1 })) {
      const out = through(carriedItems(items), a).carried;
      for (const b of FORMS) {
        if (b === a) continue;
        const there = through(out, b);
        const home = through(there.carried, a);
        const trips = [
          { from: out, losses: there.losses },
          { from: there.carried, losses: home.losses },
        ];
        expect(unreported(out, home.carried, trips), `by ${b.id}`).toEqual([]);
      }
    }
  });
});
