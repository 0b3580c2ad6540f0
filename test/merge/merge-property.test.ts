import fc from "fast-check";
import { expect, test } from "vitest";
import type { PoamItem } from "../../src/model/item.js";
import type { FileCell, FileRow } from "../form-file.js";
import { readForm } from "../form-file.js";
import { fileOf, merged } from "./merging.js";

/** Fields that both sheets have. */
const FIELDS = ["weakness", "description", "detectedOn", "statusDate", "comments"] as const;
type Field = (typeof FIELDS)[number];

interface Item {
  readonly closed: boolean;
  readonly fields: Readonly<Partial<Record<Field, FileCell>>>;
}
/** A POA&M without rows: items by their ids, in the order in which they are laid out. */
type Model = ReadonlyMap<string, Item>;

const IDS = ["V-0", "V-1", "V-2", "V-3", "V-4", "V-5"];
const dates = (field: Field) => field === "detectedOn" || field === "statusDate";
const valueFor = (field: Field, seed: number): FileCell => (dates(field) ? { date: 46_000 + seed } : `text ${seed}`);

const fields = fc.record(
  Object.fromEntries(
    FIELDS.map((field) => [field, fc.integer({ min: 1, max: 99 }).map((seed) => valueFor(field, seed))]),
  ),
  { requiredKeys: ["weakness", "detectedOn"] },
) as fc.Arbitrary<Item["fields"]>;
const items = fc.tuple(...IDS.map(() => fc.record({ closed: fc.boolean(), fields })));

/** Who of the two changes a cell, closes or reopens an item or removes it, if anybody. */
const who = fc.constantFrom("nobody", "nobody", "one", "other");
const edits = fc.record({
  cells: fc.array(fc.tuple(who, fc.integer({ min: 100, max: 199 })), { minLength: 30, maxLength: 30 }),
  moves: fc.array(who, { minLength: 6, maxLength: 6 }),
  removals: fc.array(fc.constantFrom("nobody", "nobody", "nobody", "one", "other"), { minLength: 6, maxLength: 6 }),
  added: fc.record({ one: fc.array(fields, { maxLength: 2 }), other: fc.array(fields, { maxLength: 2 }) }),
  order: fc.boolean(),
});
type Edits = typeof edits extends fc.Arbitrary<infer T> ? T : never;

/** The base with the edits of those whom `by` names. */
function edited(base: Model, { cells, moves, removals, added }: Edits, by: readonly string[]): Model {
  const after = new Map<string, Item>();
  for (const [at, id] of IDS.entries()) {
    // Nobody edits what anybody removes: that would be a conflict.
    if (removals[at] !== "nobody") {
      if (!by.includes(removals[at]!)) after.set(id, base.get(id)!);
      continue;
    }
    const { closed, fields } = base.get(id)!;
    const changed = Object.fromEntries(
      FIELDS.flatMap((field, index): [Field, FileCell][] => {
        const [person, seed] = cells[at * FIELDS.length + index]!;
        return by.includes(person) ? [[field, valueFor(field, seed)]] : [];
      }),
    );
    after.set(id, { closed: by.includes(moves[at]!) ? !closed : closed, fields: { ...fields, ...changed } });
  }
  for (const person of by) {
    const news = person === "one" ? added.one : added.other;
    for (const [index, fields] of news.entries()) after.set(`N-${person}-${index}`, { closed: false, fields });
  }
  return after;
}

function laidOut(model: Model, isReversed: boolean): Buffer {
  const all = [...model].map(([id, { closed, fields }]) => [closed, { id, ...fields }] as const);
  const rows = (closed: boolean, first: number): Record<number, FileRow> => {
    const own = all.flatMap(([is, row]) => (is === closed ? [row] : []));
    return Object.fromEntries((isReversed ? own.reverse() : own).map((row, index) => [first + index, row]));
  };
  return fileOf({ open: rows(false, 9), closed: rows(true, 3) });
}

/** What is read of each item, as the model would have it. */
async function readBack(bytes: Buffer): Promise<Record<string, unknown>> {
  const poam = await readForm(bytes);
  const seen = (item: PoamItem) => {
    const sheet = poam.workbook.sheets.find(({ name }) => name === item.sheet)!;
    const held = FIELDS.flatMap((field) => {
      const handle = sheet.cell(sheet.rowIndex(item.row), item[field]!.column);
      if (handle < 0) return [];
      return [[field, sheet.kind(handle) === "date" ? { date: sheet.number(handle) } : sheet.text(handle)]];
    });
    return { closed: item.state === "closed", fields: Object.fromEntries(held) };
  };
  return Object.fromEntries([...poam.items()].map((item) => [item.id!.text, seen(item)]));
}

const modelOf = (made: readonly Item[]): Model => new Map(IDS.map((id, index) => [id, made[index]!]));

test("what two people did to different cells and items is all there, whoever merges", { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(items, edits, async (made, edits) => {
      const base = modelOf(made as Item[]);
      const [old, one, other] = [
        laidOut(base, false),
        laidOut(edited(base, edits, ["one"]), edits.order),
        laidOut(edited(base, edits, ["other"]), false),
      ];
      const wanted = Object.fromEntries(edited(base, edits, ["one", "other"]));
      for (const [ours, theirs] of [
        [one, other],
        [other, one],
      ] as const) {
        const { bytes, conflicts } = await merged(old, ours, theirs);
        expect(conflicts).toEqual([]);
        expect(await readBack(bytes)).toEqual(wanted);
      }
    }),
    { numRuns: 25 },
  );
});

test("every cell that two people changed otherwise is told, and ours stays", { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      items,
      edits,
      fc.uniqueArray(fc.nat(29), { minLength: 1, maxLength: 8 }),
      async (made, edits, both) => {
        const base = modelOf(made as Item[]);
        const calm = { ...edits, removals: IDS.map(() => "nobody" as const) };
        const at = (index: number) => [IDS[Math.floor(index / 5)]!, FIELDS[index % 5]!] as const;
        const clash = (person: string, shift: number): Model => {
          const after = new Map(edited(base, calm, [person]));
          for (const index of both) {
            const [id, field] = at(index);
            const { closed, fields } = after.get(id)!;
            after.set(id, { closed, fields: { ...fields, [field]: valueFor(field, shift + index) } });
          }
          return after;
        };
        const [one, other] = [clash("one", 200), clash("other", 300)];
        const { bytes, merge } = await merged(laidOut(base, false), laidOut(one, edits.order), laidOut(other, false));
        const told = merge.conflicts.map(({ item, field }) => `${item} ${field}`).sort();
        expect(told).toEqual(both.map((index) => at(index).join(" ")).sort());
        const seen = (await readBack(bytes)) as Record<string, Item>;
        for (const [id, field] of both.map(at)) expect(seen[id]!.fields[field]).toEqual(one.get(id)!.fields[field]);
      },
    ),
    { numRuns: 20 },
  );
});
