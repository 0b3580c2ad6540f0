import { describe, expect, test } from "vitest";
import type { CellPatch } from "../../src/model/cell.js";
import { UserError } from "../../src/model/user-error.js";
import { applyPatches } from "../../src/workbook/patch.js";
import { type Made, makeWorkbook } from "./make-workbook.js";
import { at, patch, patched } from "./patching.js";

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const sheet = (frame: string) => `<worksheet ${MAIN}>${frame}</worksheet>`;

/** The odd one of each two is refused; the other, written into C9, is not. */
const cases: Record<string, { made: Made; patch: CellPatch; why: string }> = {
  "another text by now": {
    made: { sheets: ['<row r="1"><c r="A1"><v>2</v></c></row>'] },
    patch: patch("A1", 3, "1"),
    why: 'it holds "2" by now, not "1"',
  },
  "a text where nothing was": {
    made: { sheets: ['<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'] },
    patch: patch("A1", 3, ""),
    why: 'it holds "a" by now, not nothing',
  },
  "nothing where a text was": { made: {}, patch: patch("A1", 3, "a"), why: 'it holds nothing by now, not "a"' },
  "a long text by now": {
    made: { sheets: [`<row r="1"><c r="A1" t="inlineStr"><is><t>${"x".repeat(90)}</t></is></c></row>`] },
    patch: patch("A1", 3, "a"),
    why: `it holds "${"x".repeat(60)}…" by now, not "a"`,
  },
  "a covered cell": {
    made: { sheets: [sheet('<sheetData/><mergeCells><mergeCell ref="A1:B2"/></mergeCells>')] },
    patch: patch("B2", 3),
    why: "it is covered by the merged cell A1",
  },
  "a text too long": {
    made: {},
    patch: patch("A1", "😀".repeat(16_384)),
    why: "its text would have 32,768 characters; Excel takes 32,767",
  },
  "a cell that stands in the row of others": {
    made: { sheets: ['<row r="3"><c r="A1"><v>1</v></c></row>'] },
    patch: patch("A1", 3, "1"),
    why: 'it holds nothing by now, not "1"',
  },
  "no such sheet": {
    made: {},
    patch: { at: at("A1", "sheet1"), was: "", value: 1 },
    why: 'there is no worksheet named "sheet1"',
  },
  "row 0": {
    made: {},
    patch: { at: { sheet: "Sheet1", row: 0, column: 1 }, was: "", value: 1 },
    why: "a sheet has the rows 1 to 1,048,576 and the columns A to XFD",
  },
  "a row too far": {
    made: {},
    patch: patch("A1048577", 1),
    why: "a sheet has the rows 1 to 1,048,576 and the columns A to XFD",
  },
  "a column too far": {
    made: {},
    patch: patch("XFE1", 1),
    why: "a sheet has the rows 1 to 1,048,576 and the columns A to XFD",
  },
  "half a row": {
    made: {},
    patch: { at: { sheet: "Sheet1", row: 1.5, column: 1 }, was: "", value: 1 },
    why: "a sheet has the rows 1 to 1,048,576 and the columns A to XFD",
  },
  "a model on another sheet": {
    made: { sheets: ["", ""] },
    patch: { ...patch("A1", 1), like: at("A1", "Sheet2") },
    why: "the cell whose style it is to take is not on its sheet",
  },
  "no number": { made: {}, patch: patch("A1", Number.NaN), why: "NaN is no number that a cell can hold" },
  "an endless number": {
    made: {},
    patch: patch("A1", Number.POSITIVE_INFINITY),
    why: "Infinity is no number that a cell can hold",
  },
  "no such day": { made: {}, patch: patch("A1", { date: "2026-02-30" }), why: '"2026-02-30" is no day (yyyy-mm-dd)' },
  "a day before the calendar": {
    made: {},
    patch: patch("A1", { date: "1899-12-31" }),
    why: "1899-12-31 lies before this workbook's calendar, which begins on 1900-01-01",
  },
  "a day before the other calendar": {
    made: { workbookPr: 'date1904="1"' },
    patch: patch("A1", { date: "1903-12-31" }),
    why: "1903-12-31 lies before this workbook's calendar, which begins on 1904-01-01",
  },
};

describe("one patch is refused, the other is applied", () => {
  test.each(Object.entries(cases))("%s", async (_, { made, patch: refused, why }) => {
    const result = await patched(made, [refused, patch("C9", 1)]);
    expect(result.refused).toEqual([{ patch: refused, why }]);
    expect(result.cells).toBe(1);
    expect(result.rows).toContain('<c r="C9"><v>1</v></c>');
  });

  test("the first cell of a merged range, and one beside it", async () => {
    const merged = sheet('<sheetData/><mergeCells><mergeCell ref="B2:C3"/><mergeCell ref="F9"/></mergeCells>');
    const result = await patched(
      { sheets: [merged] },
      ["B2", "A2", "D2", "B1", "B4", "F9"].map((place) => patch(place, 1)),
    );
    expect(result.refusals).toEqual([]);
  });

  test("a text as long as can be", async () => {
    const result = await patched({}, [patch("A1", "x".repeat(32_767))]);
    expect(result.refusals).toEqual([]);
  });

  test("two for one cell: the first counts, and the same again is no other", async () => {
    const second = patch("A1", 2);
    const result = await patched({}, [patch("A1", 1), second, patch("A1", 1), patch("B1", { date: "x" })]);
    expect(result.refused.map(({ patch: refused }) => refused)).toEqual([second, patch("B1", { date: "x" })]);
    expect(result.refusals[0]).toBe("another patch writes something else into it");
    expect(result.rows).toBe('<row r="1"><c r="A1"><v>1</v></c></row>');
  });

  test("what the reader shows is what counts: dates, numbers in their format, truth values, errors, blank texts", async () => {
    const rows =
      '<row r="1"><c r="A1" s="1"><v>46112</v></c><c r="B1" s="2"><v>7</v></c><c r="C1" t="b"><v>0</v></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1" t="s"><v>1</v></c><c r="F1" t="s"><v>0</v></c><c r="G1"><f>A1</f></c><c r="H1" t="d"><v>2026-03-31T00:00:00</v></c></row>';
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="&quot;POAM-&quot;000"/></numFmts><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>';
    const was = ["2026-03-31", "POAM-007", "FALSE", "#N/A", "", "a b", "", "2026-03-31"];
    const result = await patched(
      { sheets: [rows], styles, sharedStrings: "<si><r><t>a </t></r><r><t>b</t></r></si><si><t>  </t></si>" },
      was.map((text, index) => patch(`${"ABCDEFGH"[index]}1`, 1, text)),
    );
    expect(result.refusals).toEqual([]);
    expect(result.cells).toBe(8);
  });
});

describe("tables keep their headings and totals in a second place", () => {
  const relations = `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/table" Target="../tables/table1.xml"/></Relationships>`;
  const table = (attributes: string) => ({
    "xl/worksheets/_rels/sheet1.xml.rels": relations,
    "xl/tables/table1.xml": `<table ${MAIN} id="1" name="T" displayName="Items" ref="B2:C5" ${attributes}/>`,
  });
  const heading = "it is a column heading of the table Items, which Excel keeps in a second place";
  const totals = "it is in the totals row of the table Items, which Excel keeps in a second place";
  test.each([
    ["as usual", "", [heading]],
    ["with totals", 'totalsRowCount="1"', [heading, totals]],
    ["without headings", 'headerRowCount="0"', []],
  ])("%s", async (_, attributes, refusals) => {
    const places = ["B2", "C3", "C5", "A2", "D2", "B1", "B6"];
    const result = await patched(
      { parts: table(attributes) },
      places.map((place) => patch(place, "x")),
    );
    expect(result.refusals).toEqual(refusals);
    expect(result.cells).toBe(places.length - refusals.length);
  });
});

describe("what the user should know", () => {
  const notes: [title: string, made: Made, patches: CellPatch[], says: string[]][] = [
    [
      "hidden rows and columns",
      {
        sheets: [
          sheet(
            '<cols><col min="3" max="4" hidden="1"/></cols><sheetData><row r="1" hidden="1"/><row r="2"/></sheetData>',
          ),
        ],
      },
      [patch("A1", 1), patch("A2", 1), patch("C2", 1), patch("E2", 1)],
      ["cells change in hidden rows or columns: 'Sheet1'!A1, 'Sheet1'!C2"],
    ],
    [
      "no more than five places",
      { sheets: ['<row r="1" hidden="1"/>'] },
      ["A1", "B1", "C1", "D1", "E1", "F1", "G1"].map((place) => patch(place, 1)),
      [
        "cells change in hidden rows or columns: 'Sheet1'!A1, 'Sheet1'!B1, 'Sheet1'!C1, 'Sheet1'!D1, 'Sheet1'!E1 and 2 more",
      ],
    ],
    [
      "hyperlinks",
      { sheets: [sheet(`<sheetData/><hyperlinks><hyperlink ref="A1"/><hyperlink ref="B2:C3"/></hyperlinks>`)] },
      [patch("A1", 1), patch("C3", 1), patch("A2", 1)],
      ["the text changes, while the hyperlink leads where it does now: 'Sheet1'!A1, 'Sheet1'!C3"],
    ],
    [
      "runs of text, not their pronunciation",
      {
        sharedStrings: "<si><t>a</t><rPh sb='0' eb='1'><t>b</t></rPh></si><si><r><rPr><b/></rPr><t>a</t></r></si>",
        sheets: [
          '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>a</t></r></is></c><c r="D1" t="inlineStr"><is><t>a</t></is></c></row>',
        ],
      },
      ["A1", "B1", "C1", "D1"].map((place) => patch(place, "x", "a")),
      ["one font takes the place of those that parts of the text have: 'Sheet1'!B1, 'Sheet1'!C1"],
    ],
    [
      "rich data",
      { sheets: ['<row r="1"><c r="A1" t="e" vm="1"><v>#VALUE!</v></c></row>'] },
      [patch("A1", "x", "#VALUE!")],
      ["the new value takes the place of a picture or data type: 'Sheet1'!A1"],
    ],
    ["nothing of refused patches", { sheets: ['<row r="1" hidden="1"/>'] }, [patch("A1", 1, "x"), patch("A2", 1)], []],
  ];
  test.each(notes)("%s", async (_, made, patches, says) => {
    expect((await patched(made, patches)).notes).toEqual(says);
  });
});

describe("files that are not patched at all", () => {
  const refused: [title: string, bytes: Buffer, code: string][] = [
    ["signed", makeWorkbook({ parts: { "_xmlsignatures/sig1.xml": "<Signature/>" } }), "signed"],
    [
      "signed, elsewhere",
      makeWorkbook({
        parts: {
          "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/digital-signature/origin" Target="sig/origin.sigs"/></Relationships>`,
        },
      }),
      "signed",
    ],
    ["a CSV file", Buffer.from("a,b\n1,2\n"), "not-a-package"],
    ["nothing", Buffer.alloc(0), "not-a-package"],
    ["a damaged sheet", makeWorkbook({ sheets: ['<row r="1"><c r="A1"></row>'] }), "damaged-part"],
    ["a row that is there twice", makeWorkbook({ sheets: ['<row r="1"/><row r="1"/>'] }), "damaged-part"],
  ];
  test.each(refused)("%s", async (_, bytes, code) => {
    const error = await applyPatches(bytes, [patch("A1", 1)], "made.xlsx").catch((thrown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^made\.xlsx .*\.$/);
  });

  test("emptying what is empty changes nothing", async () => {
    const made = { sheets: ['<row r="1"><c r="A1" s="1"/></row>'] };
    const result = await patched(made, [patch("A1", null), patch("B1", null), patch("A9", "")]);
    expect([result.changedParts, result.refused]).toEqual([[], []]);
    expect(result.bytes).toEqual(makeWorkbook(made));
  });

  test("without patches every byte stays", async () => {
    const bytes = makeWorkbook({});
    const result = await applyPatches(bytes, [], "made.xlsx");
    expect(result).toEqual({ bytes, parts: 5, changedParts: [], cells: 0, refused: [], notes: [] });
  });
});
