import { describe, expect, test } from "vitest";
import type { Sheet } from "../../src/model/workbook.js";
import { openWorkbook } from "../../src/workbook/open.js";

async function open(content: string | Buffer, name = "items.csv"): Promise<Sheet> {
  const { format, sheets } = await openWorkbook(Buffer.from(content as string), name);
  expect([format, sheets.length]).toEqual(["csv", 1]);
  return sheets[0]!;
}

/** The sheet as `row: column=text …`. */
function listed(sheet: Sheet): string[] {
  return Array.from({ length: sheet.rowCount }, (_, index) => {
    const cells: string[] = [];
    for (let handle = sheet.firstCell(index); handle < sheet.firstCell(index + 1); handle++) {
      expect([sheet.kind(handle), sheet.number(handle), sheet.date(handle), sheet.formula(handle)]).toEqual([
        "text",
        undefined,
        undefined,
        undefined,
      ]);
      cells.push(`${sheet.column(handle)}=${sheet.text(handle)}`);
    }
    return `${sheet.rowNumber(index)}: ${cells.join(" ")}`;
  });
}

const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();
const table = "ID,Name\nV-1,Größe\n";
const read = ["1: 1=ID 2=Name", "2: 1=V-1 2=Größe"];

describe("encodings", () => {
  test.each<[string, Buffer]>([
    ["UTF-8", Buffer.from(table)],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${table}`)],
    ["UTF-16 LE", Buffer.from(`\ufeff${table}`, "utf16le")],
    ["UTF-16 BE", utf16be(`\ufeff${table}`)],
    ["UTF-16 LE without a mark", Buffer.from(table, "utf16le")],
    ["UTF-16 BE without a mark", utf16be(table)],
    ["Windows-1252", Buffer.from(table, "latin1")],
  ])("%s", async (_, bytes) => expect(listed(await open(bytes))).toEqual(read));

  test("Windows-1252 has its own signs", async () => {
    expect(listed(await open(Buffer.from([0x93, 0x61, 0x94, 0x2c, 0x80])))).toEqual(["1: 1=“a” 2=€"]);
  });
});

describe("delimiters", () => {
  test.each([
    ["comma", "a,b,c\n1,2,3\n"],
    ["semicolon", "a;b;c\n1;2;3\n"],
    ["tab", "a\tb\tc\n1\t2\t3\n"],
    ["bar", "a|b|c\n1|2|3\n"],
    ["announced by sep=", "sep=|\na|b|c\n1|2|3\n"],
    ["announced by SEP=, with a return", "SEP=;\r\na;b;c\r\n1;2;3\r\n"],
    ["returns only in quotes", 'a;b;"c"\n1;2;3'],
  ])("%s", async (_, text) => {
    expect(listed(await open(text))).toEqual(["1: 1=a 2=b 3=c", "2: 1=1 2=2 3=3"]);
  });

  test.each([
    [
      "commas in quoted cells count for nothing",
      'a;b\n"1,2,3,4,5,6";x\n"7,8,9,0,1,2";y',
      ["1: 1=a 2=b", "2: 1=1,2,3,4,5,6 2=x", "3: 1=7,8,9,0,1,2 2=y"],
    ],
    [
      "commas in some unquoted cells do not outvote",
      "a;b;c\none, two;2;3\nx;y;z",
      ["1: 1=a 2=b 3=c", "2: 1=one, two 2=2 3=3", "3: 1=x 2=y 3=z"],
    ],
    ["one column", "a\nb", ["1: 1=a", "2: 1=b"]],
  ])("%s", async (_, text, expected) => expect(listed(await open(text))).toEqual(expected));
});

describe("records", () => {
  test.each<[string, string, string[]]>([
    ["quotes, commas and line ends in quotes", 'a,"b ""q"", c\nd"\n1,2', ['1: 1=a 2=b "q", c\nd', "2: 1=1 2=2"]],
    ["a record is a row, however many lines it takes", 'a,"x\n\n\ny"\n1,2', ["1: 1=a 2=x\n\n\ny", "2: 1=1 2=2"]],
    ["CR LF", "a,b\r\n1,2\r\n", ["1: 1=a 2=b", "2: 1=1 2=2"]],
    ["line ends of two kinds", "a,b\r\n1,2\n3,4\r\n", ["1: 1=a 2=b", "2: 1=1 2=2", "3: 1=3 2=4"]],
    ["old Macintosh line ends", "a,b\r1,2\r", ["1: 1=a 2=b", "2: 1=1 2=2"]],
    ["ragged rows", "a,b,c\n1\n1,2,3,4\n,,x", ["1: 1=a 2=b 3=c", "2: 1=1", "3: 1=1 2=2 3=3 4=4", "4: 3=x"]],
    ["blank lines count", "title\n\n\na,b\n\n1,2\n", ["1: 1=title", "4: 1=a 2=b", "6: 1=1 2=2"]],
    ["blanks are kept", " a , b\n", ["1: 1= a  2= b"]],
    ["a quote within a cell", 'a,5" disk\n1,2', ['1: 1=a 2=5" disk', "2: 1=1 2=2"]],
    ["a quote that is never closed", 'a,b\n"1,2\n3,4', ["1: 1=a 2=b", '2: 1="1 2=2', "3: 1=3 2=4"]],
    ["formulas stay text", "=1+1,@SUM(A1)\n", ["1: 1==1+1 2=@SUM(A1)"]],
    ["nothing but line ends", "\n\n", []],
  ])("%s", async (_, text, expected) => expect(listed(await open(text))).toEqual(expected));
});

test("a text that is no table is read all the same", async () => {
  const sheet = await open("Dear all,\n\nplease find the list enclosed; it is long.\n", "letter.txt");
  expect([sheet.name, sheet.rowCount]).toEqual(["letter", 2]);
});

test("rows and cells are found by number", async () => {
  const sheet = await open("\na,,c\n\n,x\n");
  expect([0, 1, 2, 3, 4, 5].map((row) => sheet.rowIndex(row))).toEqual([-1, -1, 0, -1, 1, -1]);
  expect([1, 2, 3, 4].map((column) => sheet.cell(0, column))).toEqual([0, -1, 1, -1]);
  expect([sheet.firstCell(2), sheet.merges, sheet.visibility]).toEqual([3, [], "visible"]);
  expect([sheet.isRowHidden(0), sheet.isColumnHidden(1)]).toEqual([false, false]);
});

test.each([
  ["items.csv", "items"],
  ["a.b.csv", "a.b"],
  ["items", "items"],
  [".csv", ".csv"],
])("the sheet of %s is named %s", async (file, name) => {
  expect((await open("a,b", file)).name).toBe(name);
});
