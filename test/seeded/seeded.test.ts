import { expect, it } from "vitest";
import { PACKS } from "../../src/packs/index.js";
import { entriesOf } from "../../src/packs/pack.js";
import { RULES } from "../../src/rules/index.js";
import { type BookName, books } from "./books.js";
import { companionsOf, findingsIn, type Plant, plantIn } from "./plant.js";
import { ITEM_PLANTS } from "./plants-items.js";
import { WORKBOOK_PLANTS } from "./plants-workbook.js";
import { randomFrom } from "./register.js";

const PLANTS: readonly Plant[] = [...ITEM_PLANTS, ...WORKBOOK_PLANTS];
const SEEDS = [1, 7, 1234];

/** Rules that cannot be planted yet, and why. */
const NOT_PLANTED: Readonly<Record<string, string>> = {};

/** Milliseconds: more than the other tests get, as this is lint a thousand times over. */
const PATIENCE = 180_000;

it("finds every planted defect at its cell, and nothing else", { timeout: PATIENCE }, async () => {
  const shelf = await books();
  const silent: string[] = [];
  const missed: string[] = [];
  const alarms: string[] = [];
  const unseen: string[] = [];
  const proved = new Set<string>();
  let planted = 0;
  for (const plant of PLANTS) {
    const seen = new Set<string>();
    for (const name of plant.books) {
      const key = JSON.stringify([
        name,
        plant.packs,
        plant.asOf,
        plant.system,
        plant.on && plant.rule,
        companionsOf(plant),
      ]);
      const before = proved.has(key) ? [] : findingsIn(shelf[name], plant);
      proved.add(key);
      silent.push(...before.map((one) => `${label(plant, name)} before: ${one.rule}: ${one.message}`));
      for (const seed of SEEDS) {
        const random = randomFrom(seed * 7919 + hash(plant.rule));
        const { found, expected, falseAlarms, consequences } = plantIn(shelf[name], plant, random);
        planted++;
        for (const { rule } of consequences) seen.add(rule);
        const where = `${label(plant, name)}, seed ${seed}`;
        if (!found) missed.push(`${where}: nothing at ${expected.sheet} R${expected.row}C${expected.column}`);
        alarms.push(
          ...falseAlarms.map(
            ({ rule, at, message }) => `${where}: ${rule} at ${at.sheet} R${at.row}C${at.column}: ${message}`,
          ),
        );
      }
    }
    for (const rule of [...(plant.besides ?? []), ...(plant.elsewhere ?? [])]) {
      if (!seen.has(rule))
        unseen.push(`${plant.rule} (${plant.books.join(", ")}) declares ${rule}, which it never brings`);
    }
  }
  console.log(`seeded defects: found ${planted - missed.length} / planted ${planted}, false alarms ${alarms.length}`);
  expect(silent, "workbooks that are not silent before the planting").toEqual([]);
  expect(missed, "defects that were not found").toEqual([]);
  expect(alarms, "false alarms").toEqual([]);
  expect(unseen, "consequences that are declared in vain").toEqual([]);
});

it("plants every rule that some pack has", () => {
  const planted = new Set(PLANTS.map(({ rule }) => rule));
  const active = RULES.map(({ id }) => id).filter((id) => PACKS.some((pack) => entriesOf(pack, id).length > 0));
  expect(active.filter((id) => !planted.has(id)).sort()).toEqual(Object.keys(NOT_PLANTED).sort());
});

function label({ rule }: Plant, book: BookName): string {
  return `${rule} in ${book}`;
}

/** Draws other rows for other rules. */
function hash(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_536, 0);
}
