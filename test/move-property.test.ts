import fc from "fast-check";
import { expect, test } from "vitest";
import type { FieldName } from "../src/model/field.js";
import type { Poam } from "../src/model/poam.js";
import { planMoves } from "../src/move.js";
import { readAnchors } from "../src/workbook/anchors.js";
import { applyPatches } from "../src/workbook/patch.js";
import { type FileCell, type FileRow, type FileSheet, formFile, readForm } from "./form-file.js";

const FIELDS: readonly FieldName[] = [
  "weakness",
  "description",
  "assets",
  "detectedOn",
  "statusDate",
  "comments",
  "evidence",
];
const OPEN = "Open POA&M Items";
const CLOSED = "Closed POA&M Items";

const cell: fc.Arbitrary<FileCell> = fc.oneof(
  fc
    .string({ unit: fc.constantFrom("a", "é", " ", "=", "_x000D_", "\n", "<", "&"), minLength: 1, maxLength: 6 })
    .map((text) => `t${text}`),
  fc.integer({ min: 1, max: 50_000 }).map((date) => ({ date })),
  fc.constantFrom<FileCell>(0, -1.5, { xml: ' t="b"><v>0</v>' }, { xml: ' s="2"><v>46100.75</v>' }, "=HYPERLINK(1)"),
);
/** Ids are numbered once the rows are known; one row in ten is blank. */
const row: fc.Arbitrary<FileRow | undefined> = fc.option(
  fc.dictionary(fc.constantFrom(...FIELDS), cell, { maxKeys: FIELDS.length }),
  { nil: undefined, freq: 9 },
);
const sheet = (first: number, tail: fc.Arbitrary<string>) =>
  fc
    .record({ rows: fc.array(row, { maxLength: 7 }), styled: fc.integer({ min: 0, max: 12 }), tail })
    .map((made) => ({ first, ...made }));
const anchored = fc.constantFrom(
  "",
  "",
  '<hyperlinks><hyperlink ref="H11" location="B1"/></hyperlinks>',
  '<conditionalFormatting sqref="B9:AB12"/>',
);
const growing = fc.constantFrom(
  "",
  '<autoFilter ref="A2:AA5"/>',
  '<dataValidations><dataValidation sqref="R3:R6"/></dataValidations>',
);

function fileSheet(
  {
    first,
    rows,
    styled,
    tail,
  }: { first: number; rows: readonly (FileRow | undefined)[]; styled: number; tail: string },
  prefix: string,
): FileSheet {
  const filled = rows.flatMap((cells, i): [number, FileRow][] =>
    cells ? [[first + i, { id: `${prefix}-${i}`, ...cells }]] : [],
  );
  return { rows: Object.fromEntries(filled), styled: [first, first + styled - 1], tail };
}

/** What each item holds. Whether a number shows as a date is the affair of the cell where it lands. */
function contents(poam: Poam): Map<string, { state: string; holds: string }> {
  const items = [...poam.items()].map((item): [string, { state: string; holds: string }] => {
    const sheet = poam.workbook.sheets.find(({ name }) => name === item.sheet)!;
    const holds = FIELDS.map((field) => {
      const handle = sheet.cell(sheet.rowIndex(item.row), item[field]!.column);
      return handle < 0 ? null : (sheet.number(handle) ?? [sheet.kind(handle), sheet.text(handle)]);
    });
    return [item.id!.text, { state: item.state, holds: JSON.stringify(holds) }];
  });
  expect(new Set(items.map(([id]) => id)).size).toBe(items.length);
  return new Map(items);
}

test("whatever is moved: no value is lost, the moved items are closed, the others are as they were, in their order", async () => {
  await fc.assert(
    fc.asyncProperty(
      sheet(9, anchored),
      sheet(3, growing),
      fc.array(fc.nat({ max: 7 })),
      async (open, closed, picks) => {
        const file = formFile(fileSheet(open, "V"), fileSheet(closed, "W"));
        const before = await readForm(file);
        const moves = picks.map((pick) => ({ sheet: OPEN, row: 9 + pick, to: "closed" as const }));
        const plan = planMoves(before, moves, await readAnchors(file, "form.xlsx"));
        const patched = await applyPatches(file, plan.patches, "form.xlsx");
        const after = await readForm(patched.bytes);

        expect(patched.refused).toEqual([]);
        const moved = new Set(plan.made.map(({ move }) => `V-${move.row - 9}`));
        const expected = [...contents(before)].map(
          ([id, { state, holds }]) => [id, { state: moved.has(id) ? "closed" : state, holds }] as const,
        );
        expect(contents(after)).toEqual(new Map(expected));
        const order = (poam: Poam, name: string) =>
          [...poam.items()].filter((item) => item.sheet === name).map((item) => item.id!.text);
        expect(order(after, OPEN)).toEqual(order(before, OPEN).filter((id) => !moved.has(id)));
        expect(order(after, CLOSED)).toEqual([
          ...order(before, CLOSED),
          ...order(before, OPEN).filter((id) => moved.has(id)),
        ]);
        // All that were asked for go, but for the one with the hyperlink.
        const stays = new Set(open.tail.includes("H11") ? ["V-2"] : []);
        const asked = picks.map((pick) => `V-${pick}`).filter((id) => contents(before).has(id));
        expect(moved).toEqual(new Set(asked.filter((id) => !stays.has(id))));

        const again = planMoves(after, [], await readAnchors(patched.bytes, "form.xlsx"));
        expect((await applyPatches(patched.bytes, again.patches, "form.xlsx")).bytes.equals(patched.bytes)).toBe(true);
      },
    ),
    { numRuns: 40 },
  );
});
