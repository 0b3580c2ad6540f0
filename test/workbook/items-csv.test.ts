import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { csvMeant, csvSafe } from "../../src/model/csv-safe.js";
import type { ItemSheet, PlacedItem, PlacedRow } from "../../src/model/placed.js";
import { csvText } from "../../src/workbook/items-csv.js";
import { openWorkbook } from "../../src/workbook/open.js";

/** A sheet with these headings, without meanings, as a writer needs none. */
function sheetOf(...headings: string[]): ItemSheet {
  const plain = {
    field: undefined,
    required: false,
    list: undefined,
    separator: undefined,
    values: undefined,
  } as const;
  return {
    name: "POA&M",
    state: "by-status",
    columns: headings.map((heading, index) => ({ column: index + 1, heading, notation: "any", ...plain })),
  };
}

const rowOf = (...values: (Parameters<typeof csvSafe>[0] | undefined)[]): PlacedRow =>
  new Map(values.flatMap((value, index) => (value === undefined ? [] : [[index + 1, value] as const])));
const written = (sheet: ItemSheet, items: readonly PlacedItem[]) => [...csvText(sheet, items)].join("");

/** Every cell that our reader finds, by row and column. */
async function cells(text: string): Promise<Map<string, string>> {
  const { sheets } = await openWorkbook(Buffer.from(text), "items.csv");
  const found = new Map<string, string>();
  const [sheet] = sheets;
  for (let index = 0; index < sheet!.rowCount; index++) {
    for (let handle = sheet!.firstCell(index); handle < sheet!.firstCell(index + 1); handle++)
      found.set(`${sheet!.rowNumber(index)}:${sheet!.column(handle)}`, csvMeant(sheet!.text(handle)));
  }
  return found;
}

describe("the bytes", () => {
  it("are a mark, headings and rows, the further rows of an item below its own", () => {
    const items: PlacedItem[] = [
      [
        new Map<number, string | number | boolean | { date: string }>([
          [1, "V-1"],
          [2, { date: "2026-03-14" }],
          [3, -1.5],
          [4, true],
        ]),
        new Map([[4, "second milestone"]]),
      ],
      [rowOf("V-2", undefined, "a, b", 'said "no"')],
    ];
    expect(written(sheetOf("POA&M ID", "Due", "Cost; USD", "Note"), items)).toBe(
      '\ufeffPOA&M ID,Due,"Cost; USD",Note\r\nV-1,2026-03-14,-1.5,TRUE\r\n,,,second milestone\r\nV-2,,"a, b","said ""no"""\r\n',
    );
  });

  it("follow the columns' numbers, wherever the first one stands", () => {
    const { columns, ...rest } = sheetOf("A", "B");
    const moved = { ...rest, columns: [...columns].reverse().map((one) => ({ ...one, column: one.column + 4 })) };
    expect(
      written(moved, [
        [
          new Map([
            [5, "a"],
            [6, "b"],
          ]),
        ],
      ]),
    ).toBe("\ufeffA,B\r\na,b\r\n");
  });

  test.each<[string, string, string]>([
    ["a formula", "=1+1", "'=1+1"],
    ["a formula behind blanks and a quote", ' "=1', `"' ""=1"`],
    ["a dash, as lists begin", "- first\n- second", '"\'- first\n- second"'],
    ["a negative number that is a text", "-5", "'-5"],
    ["what is disarmed already", "'=1+1", "''=1+1"],
    ["an apostrophe that disarms nothing", "'tis", "'tis"],
    ["a full-width sign", "＝1", "'＝1"],
    ["a tab before", "\tx", '"\'\tx"'],
    ["NUL and ESC", "a\0b\u001b[31m", "a_x0000_b_x001B_[31m"],
    ["half a surrogate pair", "\ud83d!", "_xD83D_!"],
    ["a whole one", "🛰", "🛰"],
    ["what looks like an escape", "_x000D_", "_x005F_x000D_"],
    ["what would look like one", "_x0041\0", "_x005F_x0041_x0000_"],
    ["a lone return", "a\rb", '"a\rb"'],
    ["blank edges", " a ", '" a "'],
    ["other delimiters", "a|b", '"a|b"'],
    ["Excel's announcement of a delimiter", "sep=;", '"sep=;"'],
    ["right to left", "שלום", "שלום"],
  ])("%s", (_, text, field) => {
    expect(written(sheetOf("A"), [[rowOf(text)]])).toBe(`\ufeffA\r\n${field}\r\n`);
  });
});

describe("reads back", () => {
  test.each([
    "sep=;",
    "sep=,",
    "<html>",
    "<?xml version",
    "%PDF-1.7",
    '{"a": 1}',
    "[",
    "MIME-Version: 1.0",
    "\ufeffmark",
    "=1",
    '"',
    "PK\u0003\u0004",
    "\u00d0\u00cf\u0011\u00e0",
    "~$",
  ])("a first heading of %j", async (heading) => {
    expect(await cells(written(sheetOf(heading), [[rowOf("x")]]))).toEqual(
      new Map([
        ["1:1", heading],
        ["2:1", "x"],
      ]),
    );
  });

  it("a text as long as a cell can be, and longer", async () => {
    const text = `${"=".repeat(32_767)}\n${'"'.repeat(40_000)}\0`;
    expect((await cells(written(sheetOf("A", "B"), [[rowOf("V-1", text)]]))).get("2:2")).toBe(text);
  });

  const piece = fc.constantFrom(
    ..."_x041Dd'=+-@＝\"\\,;|\t\r\n\0\u0007\u000b\u001b\u0085\u2028\ufeff\uffff\ud83d\ude80 a€日ש",
    "_x0041_",
    "\r\n",
    "🛰",
    "sep=,",
    "\u202e",
  );
  const text = fc.oneof(
    fc.string({ unit: piece, minLength: 1, maxLength: 12 }),
    fc.string({ unit: "binary", minLength: 1, maxLength: 30 }),
  );

  it("whatever the texts and headings are", async () => {
    const rows = fc.array(fc.array(fc.option(text, { nil: undefined }), { minLength: 3, maxLength: 3 }), {
      maxLength: 25,
    });
    await fc.assert(
      fc.asyncProperty(fc.tuple(text, text, text), rows, async (headings, lines) => {
        const expected = new Map<string, string>();
        for (const [row, values] of [headings, ...lines].entries()) {
          for (const [column, value] of values.entries())
            if (value !== undefined) expected.set(`${row + 1}:${column + 1}`, value);
        }
        const made = written(
          sheetOf(...headings),
          lines.map((values) => [rowOf(...values)]),
        );
        expect(await cells(made)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it("and nothing that is written runs, or is obeyed by a terminal", () => {
    fc.assert(
      fc.property(text, (one) => {
        const safe = csvSafe(one);
        expect(safe).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]|^[\t\r\n]/);
        expect(safe).not.toMatch(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\p{Surrogate}/u);
      }),
    );
  });
});
