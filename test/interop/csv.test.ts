import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { csvSafe } from "../../src/model/csv-safe.js";
import type { ItemSheet } from "../../src/model/placed.js";
import { csvText } from "../../src/workbook/items-csv.js";
import { rowsByPython } from "./readers.js";

const scratch = mkdtempSync(join(tmpdir(), "poam-csv-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const COLUMNS = 4;
const piece = fc.constantFrom(
  ..."x_0041'=-@\"\\,;|\t\r\n\0\u0007\u0085\u2028\ufeff\ud83d a€日ש",
  "\r\n",
  "🛰",
  "_x000D_",
);
const text = fc.oneof(fc.string({ unit: piece, maxLength: 12 }), fc.string({ unit: "binary", maxLength: 30 }));

test("Python's csv module reads what our reader reads", async () => {
  const rows = fc.sample(fc.array(text, { minLength: COLUMNS, maxLength: COLUMNS }), { numRuns: 3000, seed: 6 });
  const [headings, ...lines] = rows;
  const sheet: ItemSheet = {
    name: "POA&M",
    state: "by-status",
    columns: headings!.map((heading, index) => ({
      ...{ column: index + 1, heading, field: undefined, required: false, notation: "any" },
      ...{ list: undefined, separator: undefined, values: undefined },
    })),
  };
  const items = lines.map((values) => [
    new Map(values.flatMap((value, index) => (value === "" ? [] : [[index + 1, value] as const]))),
  ]);
  const file = join(scratch, "items.csv");
  writeFileSync(file, [...csvText(sheet, items)].join(""));
  expect(await rowsByPython(file)).toEqual(rows.map((values) => values.map(csvSafe)));
});
