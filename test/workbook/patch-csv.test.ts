import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CellPatch, CellValue } from "../../src/model/cell.js";
import { openWorkbook } from "../../src/workbook/open.js";
import { applyCsvPatches } from "../../src/workbook/patch-csv.js";

/** Row, column, what was there, what comes there. */
type Change = readonly [number, number, string, CellValue];

const patchOf = ([row, column, was, value]: Change): CellPatch => ({ at: { sheet: "items", row, column }, was, value });

async function patched(content: string | Buffer, ...changes: Change[]) {
  const bytes = Buffer.from(content as string);
  const result = await applyCsvPatches(bytes, changes.map(patchOf), "items.csv");
  return { ...result, refused: result.refused.map(({ why }) => why) };
}

describe("only the field's own bytes change", () => {
  it.each<[string, string, Change[], string]>([
    ["the field", "a,b,c\n1,2,3\n", [[2, 2, "2", "x"]], "a,b,c\n1,x,3\n"],
    ["at the end of the file", "a,b\n1,2", [[2, 2, "2", "x"]], "a,b\n1,x"],
    ["emptied", "a,b\n1,2\n", [[2, 1, "1", null]], "a,b\n,2\n"],
    ["an empty field", "a,b,c\n,,\n", [[2, 2, "", "x"]], "a,b,c\n,x,\n"],
    ["the empty field behind the last delimiter", "a,b\n1,", [[2, 2, "", "x"]], "a,b\n1,x"],
    [
      "a record that is too short",
      "a,b,c,d\n1\r\n2",
      [
        [2, 3, "", "x"],
        [2, 4, "", "y"],
      ],
      "a,b,c,d\n1,,x,y\r\n2",
    ],
    ["a blank line", "a,b\n\n1,2\n", [[2, 2, "", "x"]], "a,b\n,x\n1,2\n"],
    ["quotes stay", '"a","b"\n"1","2"\n', [[2, 1, "1", "x"]], '"a","b"\n"x","2"\n'],
    ["quotes where they are needed", "a,b\n1,2\n", [[2, 1, "1", 'say "x", then\ny']], 'a,b\n"say ""x"", then\ny",2\n'],
    [
      "another delimiter is quoted, too, as it could be taken for the file's",
      "a,b\n1,2\n",
      [[2, 1, "1", "x;y"]],
      'a,b\n"x;y",2\n',
    ],
    ["semicolons, CR LF", "a;b\r\n1;2\r\n", [[2, 2, "2", "x"]], "a;b\r\n1;x\r\n"],
    ["tabs", "a\tb\n1\t2\n", [[2, 2, "2", "x"]], "a\tb\n1\tx\n"],
    ["announced by sep=", "sep=|\r\na|b\r\n1|2\r\n", [[2, 1, "1", "x"]], "sep=|\r\na|b\r\nx|2\r\n"],
    ["old Macintosh line ends", "a,b\r1,2\r", [[2, 2, "2", "x"]], "a,b\r1,x\r"],
    ["line ends in quotes", '"a\r\n1",b\n"2\n\n",3\n', [[2, 2, "3", "x"]], '"a\r\n1",b\n"2\n\n",x\n'],
    [
      "quotes within a field",
      'a,5" disk\n"5"" disk",2\n"x"y,2\n',
      [
        [2, 2, "2", "u"],
        [3, 2, "2", "v"],
      ],
      'a,5" disk\n"5"" disk",u\n"x"y,v\n',
    ],
    ["a field with a quote in it", 'a,b\n5" disk,2\n', [[2, 1, '5" disk', "x"]], "a,b\nx,2\n"],
    [
      "several, in any order",
      "a,b\n1,2\n3,4\n",
      [
        [3, 2, "4", "y"],
        [2, 1, "1", "x"],
      ],
      "a,b\nx,2\n3,y\n",
    ],
    [
      "numbers, dates, truth",
      "a,b,c\n1,2,3\n",
      [
        [2, 1, "1", -4.5],
        [2, 2, "2", { date: "2026-03-14" }],
        [2, 3, "3", true],
      ],
      "a,b,c\n-4.5,2026-03-14,TRUE\n",
    ],
  ])("%s", async (_, before, changes, after) => {
    const { bytes, refused, notes, cells, parts, changedParts } = await patched(before, ...changes);
    expect({ text: bytes.toString(), refused, notes, cells, parts, changedParts }).toEqual({
      text: after,
      refused: [],
      notes: [],
      cells: changes.length,
      parts: 1,
      changedParts: ["items.csv"],
    });
  });
});

const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();

describe("in the file's encoding", () => {
  it.each<[string, (text: string) => Buffer]>([
    ["UTF-8", (text) => Buffer.from(text)],
    ["UTF-8 with a mark", (text) => Buffer.from(`\ufeff${text}`)],
    ["UTF-16 LE", (text) => Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16 BE", (text) => utf16be(`\ufeff${text}`)],
    ["UTF-16 LE without a mark", (text) => Buffer.from(text, "utf16le")],
    ["UTF-16 BE without a mark", utf16be],
    ["Windows-1252", (text) => Buffer.from(text, "latin1")],
  ])("%s", async (_, encode) => {
    const { bytes } = await patched(encode("ID,Größe\nV-ä,ö,ü\n"), [2, 2, "ö", "Ärger"]);
    expect(bytes).toEqual(encode("ID,Größe\nV-ä,Ärger,ü\n"));
  });

  it("writes the signs of Windows-1252, and refuses what it lacks", async () => {
    const before = Buffer.from("a,b,c\n\xe4,2,3\n", "latin1");
    const { bytes, refused, cells } = await patched(before, [2, 2, "2", "“€”"], [2, 3, "3", "a → b"]);
    expect(bytes).toEqual(Buffer.from("a,b,c\n\xe4,\x93\x80\x94,3\n", "latin1"));
    expect([cells, refused]).toEqual([1, ["Windows-1252, in which the file is written, has no → (U+2192)"]]);
  });

  it("refuses what would make the rest read otherwise", async () => {
    // Without the ä alone, the bytes C3 A4 are no longer two letters of Windows-1252 but one of UTF-8.
    const before = Buffer.from("a,b\n\xe4,\xc3\xa4\n", "latin1");
    const { bytes, refused } = await patched(before, [2, 1, "ä", "x"]);
    expect([bytes, refused]).toEqual([before, ["with it, the rest of the file would be read differently"]]);
  });
});

describe("texts are no formulas", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+1 202 555 0100", "'+1 202 555 0100"],
    ["-x", "'-x"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\rx", `"'\rx"`],
    ["  =1", "'  =1"],
    ['"=1"', `"'""=1"""`],
    ["＝1", "'＝1"],
    ["＋1", "'＋1"],
    ["－1", "'－1"],
    ["＠x", "'＠x"],
  ])("%j is disarmed", async (value, written) => {
    const { bytes, notes } = await patched("a;b\n1;2\n", [2, 1, "1", value]);
    expect(bytes.toString()).toBe(`a;b\n${written.includes("\t") ? `"${written}"` : written};2\n`);
    expect(notes).toEqual([
      "'items'!A2: a spreadsheet would run the text as a formula, so it is written with a ' before it",
    ]);
  });

  it.each<[CellValue]>([["'=1+1"], ["a=1"], ["V-1"], [-1], [{ date: "2026-03-14" }]])("%j is not", async (value) => {
    expect((await patched("a;b\n1;2\n", [2, 1, "1", value])).notes).toEqual([]);
  });
});

describe("refused, with the reason", () => {
  const change = { at: { sheet: "items", row: 2, column: 1 }, was: "1", value: "x" };
  it.each<[string, string, CellPatch, string]>([
    ["a cell that has changed", "a,b\n9,2\n", change, "the cell has changed since it was read"],
    ["another sheet", "a,b\n1,2\n", { ...change, at: { ...change.at, sheet: "x" } }, "the file has no sheet 'x'"],
    ["a row beyond the end", "a,b\n1,2\n", { ...change, at: { ...change.at, row: 3 } }, "the file has no such row"],
    ["an appended row", "a,b\n1,2\n", { ...change, like: change.at }, "the file has no such row"],
    ["a control character", "a,b\n1,2\n", { ...change, value: "x\u0007" }, "the new text holds a control character"],
    [
      "half a character",
      "a,b\n1,2\n",
      { ...change, value: "\ud83d" },
      "UTF-8, in which the file is written, has no U+D83D",
    ],
    [
      "a quote that is never closed",
      'a,b\n1,"2\n',
      change,
      "a quote in this file is never closed, so nobody knows where its fields end",
    ],
    ...['"1"  ', '  "1"', '"1"2'].map((field): [string, string, CellPatch, string] => [
      `a field quoted in part: ${field}`,
      `a,b\n${field},2\n"3",4\n`,
      // The reader gives the quotes as they stand.
      { ...change, was: field },
      "its quotes do not begin and end the field, so they would become text",
    ]),
  ])("%s", async (_, before, patch, why) => {
    const result = await applyCsvPatches(Buffer.from(before), [patch], "items.csv");
    expect(result).toMatchObject({ refused: [{ patch, why }], cells: 0, changedParts: [], notes: [] });
    expect(result.bytes.toString()).toBe(before);
  });

  it("a second change of the same cell", async () => {
    const { bytes, refused } = await patched("a,b\n1,2\n", [2, 1, "1", "x"], [2, 1, "1", "y"]);
    expect([bytes.toString(), refused]).toEqual(["a,b\nx,2\n", ["another fix changes the same cell"]]);
  });
});

it("changes nothing where the text is there already", async () => {
  expect(await patched("a,b\n1,2\n", [2, 1, "1", "1"], [2, 2, "2", 2])).toMatchObject({ cells: 0, changedParts: [] });
});

/** Python's csv module, told the delimiter and that quotes count: the second reader. */
const PYTHON = `
import csv, io, json, sys
print(json.dumps([list(csv.reader(io.StringIO(t, newline=""), delimiter=",")) for t in json.load(sys.stdin)]))
`;
const python = (() => {
  try {
    execFileSync("python3", ["-c", "import csv"]);
    return true;
  } catch {
    return false;
  }
})();

const TEXTS = fc
  .array(fc.constantFrom("a", "7", " ", ",", '"', "\n", "ö", "x;y", "€"), { maxLength: 5 })
  .map((all) => all.join(""));
const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const written = (table: readonly (readonly string[])[]) =>
  `${table.map((row) => row.map(quoted).join(",")).join("\n")}\n`;

it("random tables and patches: what a writer of the whole table would have written is what is read", async () => {
  const tables: { text: string; table: string[][] }[] = [];
  const row = fc.array(TEXTS, { minLength: 3, maxLength: 3 }).map((cells) => ["k", ...cells]);
  const change = fc.record({ row: fc.nat(9), column: fc.nat(3), text: TEXTS.map((text) => `v${text}`) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 6 }),
      fc.uniqueArray(change, { selector: ({ row, column }) => `${row},${column}`, maxLength: 5 }),
      async (rows, changes) => {
        const table = [["id", "b", "c", "d"], ...rows].map((cells) => [...cells]);
        const before = written(table);
        const fitting = changes.filter(({ row }) => row < table.length);
        const patches = fitting.map(
          ({ row, column, text }): Change => [row + 1, column + 1, table[row]![column]!, text],
        );
        const { bytes, refused } = await patched(before, ...patches);
        for (const { row, column, text } of fitting) table[row]![column] = text;
        expect(refused).toEqual([]);
        const sheet = (await openWorkbook(bytes, "items.csv")).sheets[0]!;
        const read = table.map((_, row) =>
          table[row]!.map((_, column) => {
            const cell = sheet.cell(sheet.rowIndex(row + 1), column + 1);
            return cell < 0 ? "" : sheet.text(cell);
          }),
        );
        expect(read).toEqual(table);
        tables.push({ text: bytes.toString(), table });
      },
    ),
    { numRuns: 300 },
  );
  if (!python) return;
  const read = execFileSync("python3", ["-c", PYTHON], {
    input: JSON.stringify(tables.map(({ text }) => text)),
    encoding: "utf8",
  });
  expect(JSON.parse(read)).toEqual(tables.map(({ table }) => table));
});
