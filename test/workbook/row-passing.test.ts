import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byteFinder } from "../../src/workbook/byte-finder.js";
import { scanSheet } from "../../src/workbook/sheet-scan.js";

/** What a scan tells of the rows of a sheet that comes in pieces of this size. */
function rowsSeen(xml: Buffer, pieces: number, passOver: boolean) {
  const seen: unknown[] = [];
  const passed: string[] = [];
  let start = 0;
  const scan = scanSheet(
    {
      row: (...row) => void seen.push(row),
      rowEnd: (...end) => void seen.push(end),
      cell() {},
      hiddenColumns: (...columns) => void seen.push(columns),
      merge: (range) => void seen.push(range),
      ...(passOver
        ? {
            passOver(_row: number, bytes: Buffer, base: number, from: number, to: number) {
              passed.push(bytes.toString("utf8", from, to));
              expect(bytes.subarray(from, to)).toEqual(xml.subarray(base + from, base + to));
              return true;
            },
          }
        : {}),
    },
    (fault) => new Error(fault) as never,
  );
  for (; start < xml.length; start += pieces) scan.push(xml.subarray(start, start + pieces));
  scan.end();
  return { seen, passed };
}

const rows: Record<string, string> = {
  plain: '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2"/><row r="3"></row><row><c s="1"/></row>',
  "texts that look like an end":
    '<row r="1"><c r="A1" t="str"><v>w> row> /row></v></c></row><row r="2"><c r="A2"/></row>',
  "comments and CDATA":
    '<row r="1"><!-- </row> --><c r="A1"/></row><row r="2"><c r="A2" t="str"><v><![CDATA[</row>]]></v></c></row><row r="3"><?x </row>?></row>',
  "white space": '<row r="1" ><c r="A1"/></row >\n<row r="2"\n><c r="A2"><v>1</v></c></row>',
};

describe("rows that are passed over stand where they stand", () => {
  test.each(Object.entries(rows))("%s", (_, data) => {
    const frame = (content: string) =>
      Buffer.from(
        `<worksheet><cols><col min="2" max="3" hidden="1"/></cols><sheetData>${content}</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`,
      );
    for (const xml of [frame(data), frame(data.replace(/<(\/?)row/g, "<$1x:row"))]) {
      const whole = rowsSeen(xml, xml.length, false).seen;
      for (let pieces = 1; pieces <= 64; pieces++) expect(rowsSeen(xml, pieces, true).seen).toEqual(whole);
      expect(rowsSeen(xml, xml.length, true).seen).toEqual(whole);
    }
  });

  test("all of them, where nothing speaks against it", () => {
    const xml = Buffer.from(`<worksheet><sheetData>${rows.plain}</sheetData></worksheet>`);
    expect(rowsSeen(xml, xml.length, true).passed).toEqual([
      '<c r="A1"><v>1</v></c></row>',
      "</row>",
      '<c s="1"/></row>',
    ]);
  });
});

test("a finder gives what a search from each place gives, in windows that move on", () => {
  const part = fc
    .string({ unit: fc.constantFrom("r", "e", "f", "=", "x"), maxLength: 60 })
    .map((text) => Buffer.from(text));
  fc.assert(
    fc.property(part, fc.array(fc.nat({ max: 9 })), (bytes, steps) => {
      const find = byteFinder("ref=");
      let from = 0;
      let end = 0;
      for (const step of steps) {
        // The window holds what is not read yet, and some more.
        end = Math.min(bytes.length, Math.max(end, from) + step);
        const window = bytes.subarray(from, end);
        const inWindow = window.indexOf("ref=");
        const found = find(window, from, 0);
        if (inWindow >= 0) expect(found).toBe(from + inWindow);
        else expect(found).toBeGreaterThanOrEqual(Math.max(from, end - 3));
        from = Math.min(end, from + step);
      }
    }),
  );
});
