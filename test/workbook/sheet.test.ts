import { describe, expect, test } from "vitest";
import { columnLetters } from "../../src/model/cell.js";
import type { Sheet } from "../../src/model/workbook.js";
import { openWorkbook } from "../../src/workbook/open.js";
import { type Made, makeWorkbook, stylesWith } from "./make-workbook.js";

/** A sheet's cells in reading order, as `A1 kind text =formula`. */
function listed(sheet: Sheet): string[] {
  const cells: string[] = [];
  for (let index = 0; index < sheet.rowCount; index++) {
    for (let handle = sheet.firstCell(index); handle < sheet.firstCell(index + 1); handle++) {
      const place = `${columnLetters(sheet.column(handle))}${sheet.rowNumber(index)}`;
      const formula = sheet.formula(handle);
      cells.push(`${place} ${sheet.kind(handle)} ${sheet.text(handle)}${formula === undefined ? "" : ` =${formula}`}`);
    }
  }
  return cells;
}

async function open(made: Made): Promise<Sheet[]> {
  return [...(await openWorkbook(makeWorkbook(made), "made.xlsx")).sheets];
}

async function cellsOf(data: string, made: Made = {}): Promise<string[]> {
  const [sheet] = await open({ sheets: [data], ...made });
  return listed(sheet!);
}

const text = (content: string) => `<is><t>${content}</t></is>`;
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

test("every kind of cell", async () => {
  const data = `<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="inlineStr">${text("in")}</c><c r="C3"><v>19506</v></c><c r="D3" s="1"><v>45000.75</v></c><c r="E3" t="b"><v>1</v></c><c r="F3" t="e"><v>#REF!</v></c><c r="G3"><f>A1+1</f></c><c r="H3" t="str"><f>A1</f><v>out</v></c><c r="I3" t="s"><v>0</v></c><c r="J3" s="1"/><c r="K3" t="str"><f>""</f><v></v></c></row>`;
  expect(await cellsOf(data, { sharedStrings: "<si><t/></si><si><t>shared</t></si>", styles: stylesWith(14) })).toEqual(
    [
      "A3 text shared",
      "B3 text in",
      "C3 number 19506",
      "D3 date 2023-03-15",
      "E3 boolean TRUE",
      "F3 error #REF!",
      "G3 unsaved-formula  =A1+1",
      "H3 text out =A1",
      'K3 text  =""',
    ],
  );
});

describe("cells of shared texts, which are known only when the sheet has been scanned", () => {
  const sharedStrings = "<si><t/></si><si><t>shared</t></si>";

  test("a blank one is no cell, and a row of blank ones no row", async () => {
    const data = `<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row><row r="3"><c r="A3" t="s"><f>B2</f><v>0</v></c></row>`;
    const [sheet] = await open({ sheets: [data], sharedStrings });
    expect(listed(sheet!)).toEqual(["B2 text shared", "A3 text  =B2"]);
    expect([sheet!.rowCount, sheet!.rowIndex(1), sheet!.rowIndex(2)]).toEqual([2, -1, 0]);
  });

  test("a blank one does not take the place of an earlier cell", async () => {
    const data = `<row r="1"><c r="A1"><v>7</v></c><c r="A1" t="s"><v>0</v></c></row>`;
    expect(await cellsOf(data, { sharedStrings })).toEqual(["A1 number 7"]);
  });

  test("one that the workbook lacks is damage, told with its row", async () => {
    const data = `<row r="4"><c r="A4" t="s"><v>1</v></c></row><row r="7"><c r="A7" t="s"><v>2</v></c></row>`;
    await expect(cellsOf(data, { sharedStrings })).rejects.toThrow("a text that the workbook does not hold, in row 7");
  });
});

test('a shared formula\'s children have the formula ""', async () => {
  const data = `<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>`;
  expect(await cellsOf(data)).toEqual(["A1 number 1 =B1", "A2 number 2 ="]);
});

describe("rows in any order", () => {
  const cases: [string, string, string[]][] = [
    [
      "descending",
      `<row r="9"><c r="A9"><v>9</v></c></row><row r="2"><c r="B2"><v>2</v></c><c r="A2"><v>1</v></c></row>`,
      ["A2 number 1", "B2 number 2", "A9 number 9"],
    ],
    [
      "the same row twice",
      `<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>3</v></c></row><row r="2"><c r="B2"><f>A2</f><v>2</v></c></row>`,
      ["A2 number 1", "B2 number 2 =A2", "A3 number 3"],
    ],
    [
      "the same cell twice: the later one counts",
      `<row r="1"><c r="A1"><f>B1</f><v>1</v></c><c r="A1"><v>2</v></c></row>`,
      ["A1 number 2"],
    ],
    [
      "a cell that names another row",
      `<row r="1"><c r="A5"><v>5</v></c><c r="B1"><v>1</v></c></row>`,
      ["B1 number 1", "A5 number 5"],
    ],
  ];
  test.each(cases)("%s", async (_, data, expected) => expect(await cellsOf(data)).toEqual(expected));
});

test("rows and cells are found by number", async () => {
  const [sheet] = await open({
    sheets: [
      `<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="3" hidden="1"><c r="A3"><v>3</v></c></row><row r="7"><c r="XFD7"><v>4</v></c></row><row r="1048576"><c r="A1048576"><v>5</v></c></row>`,
    ],
  });
  const rows = [0, 1, 2, 3, 4, 6, 7, 8, 1_048_576, 2_000_000];
  expect(rows.map((row) => sheet!.rowIndex(row))).toEqual([-1, -1, 0, 1, -1, -1, 2, -1, 3, -1]);
  expect([1, 2, 3, 4, 5].map((column) => sheet!.cell(0, column))).toEqual([-1, 0, -1, 1, -1]);
  expect(sheet!.cell(2, 16_384)).toBe(3);
  expect([0, 1].map((index) => sheet!.isRowHidden(index))).toEqual([false, true]);
  expect(sheet!.firstCell(sheet!.rowCount)).toBe(5);
});

test("merges and hidden columns are ranges, however large", async () => {
  const xml = `<worksheet ${main}><dimension ref="A1:XFD1048576"/><cols><col min="2" max="3" hidden="1"/><col min="4" max="4" width="9"/><col min="6" max="16384" hidden="true"></col></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells count="2"><mergeCell ref="A1:XFD1048576"/><mergeCell ref="B2"/></mergeCells></worksheet>`;
  const [sheet] = await open({ sheets: [xml] });
  expect(sheet!.merges).toEqual([
    { firstRow: 1, firstColumn: 1, lastRow: 1_048_576, lastColumn: 16_384 },
    { firstRow: 2, firstColumn: 2, lastRow: 2, lastColumn: 2 },
  ]);
  const columns = [1, 2, 3, 4, 5, 6, 16_384];
  expect(columns.map((column) => sheet!.isColumnHidden(column))).toEqual([false, true, true, false, false, true, true]);
  expect(sheet!.rowCount).toBe(1);
});

test("hidden sheets say so, and chart sheets are left out", async () => {
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="r${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const sheets = await open({
    sheets: ["", "", ""],
    parts: {
      "xl/workbook.xml": `<workbook ${main} xmlns:rel="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A &amp; B" sheetId="1" rel:id="r1"/><sheet name="Chart" sheetId="2" rel:id="r2"/><sheet name="H" sheetId="3" state="hidden" rel:id="r3"/><sheet name="V" sheetId="4" state="veryHidden" rel:id="r4"/></sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation(1, "worksheet", "worksheets/sheet1.xml")}${relation(2, "chartsheet", "chartsheets/sheet1.xml")}${relation(3, "worksheet", "/xl/worksheets/sheet2.xml")}${relation(4, "worksheet", "../xl/./Worksheets/SHEET3.xml")}</Relationships>`,
    },
  });
  expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ["A & B", "visible"],
    ["H", "hidden"],
    ["V", "very-hidden"],
  ]);
});

describe("dates", () => {
  const styles = stylesWith(14, "h:mm", "yyyy-mm-dd hh:mm", "[h]:mm");
  const cell = (value: string, style: number, type = "") =>
    `<row r="1"><c r="A1" s="${style}"${type}><v>${value}</v></c></row>`;
  const cases: [string, string, string, string][] = [
    ["1900 system", cell("45000", 1), "", "A1 date 2023-03-15"],
    ["1904 system", cell("45000", 1), 'date1904="1"', "A1 date 2027-03-16"],
    ["first day", cell("1", 1), "", "A1 date 1900-01-01"],
    ["the day that never was", cell("60", 1), "", "A1 date 1900-02-28"],
    ["the day after it", cell("61", 1), "", "A1 date 1900-03-01"],
    ["first day of the 1904 system", cell("0", 1), 'date1904="true"', "A1 date 1904-01-01"],
    ["out of the calendar", cell("99999999", 1), "", "A1 date 99999999"],
    ["negative", cell("-5", 1), "", "A1 date -5"],
    ["with a time", cell("45000.999", 3), "", "A1 date 2023-03-15"],
    ["a time of no day is a number", cell("0.5625", 2), "", "A1 number 13:30"],
    ["a duration below a day is a number", cell("0.25", 4), "", "A1 number 06:00"],
    ["a time format on a day is a date", cell("45000.5625", 2), "", "A1 date 2023-03-15"],
    ["ISO date", cell("2022-03-06", 0, ' t="d"'), "", "A1 date 2022-03-06"],
    ["ISO date with time", cell("2025-08-31T00:00:00Z", 0, ' t="d"'), "", "A1 date 2025-08-31"],
    ["ISO date of no calendar", cell("1899-12-31", 0, ' t="d"'), "", "A1 text 1899-12-31"],
    ["ISO date that does not exist", cell("2023-02-30", 0, ' t="d"'), "", "A1 text 2023-02-30"],
  ];
  test.each(cases)("%s", async (_, data, workbookPr, expected) => {
    expect(await cellsOf(data, { styles, workbookPr })).toEqual([expected]);
  });

  test.each([
    ["1900-02-28", "", 59],
    ["1900-03-01", "", 61],
    ["2022-03-06T12:00:00", "", 44_626.5],
    ["1904-01-02", 'date1904="1"', 1],
  ])("ISO date %s has its serial", async (iso, workbookPr, serial) => {
    const [sheet] = await open({ sheets: [cell(iso, 0, ' t="d"')], workbookPr });
    expect([sheet!.number(0), sheet!.date(0)]).toEqual([serial, iso.slice(0, 10)]);
  });

  test("a cell without style has the first style", async () => {
    expect(
      await cellsOf(`<row><c><v>45000</v></c></row>`, { styles: '<cellXfs><xf numFmtId="14"/></cellXfs>' }),
    ).toEqual(["A1 date 2023-03-15"]);
  });
});

describe("packages as other programs write them", () => {
  const data = `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`;
  const made: Made = { sheets: [data], sharedStrings: "<si><t>x</t></si>", styles: stylesWith(14) };
  const cases: [string, Made][] = [
    ["data descriptors", { entry: { descriptor: true } }],
    ["stored entries", { entry: { stored: true } }],
    ["zip64 records", { entry: { zip64: true }, archive: { zip64: true } }],
    ["zip64 behind other bytes", { archive: { zip64: true, preamble: Buffer.from("#!/bin/sh\n") } }],
    ["bytes before the archive", { archive: { preamble: Buffer.from("junk PK junk") } }],
    ["an archive comment", { archive: { comment: "made by hand" } }],
    ["strict OOXML", { strict: true }],
    ["directory entries", { parts: { "xl/": "" } }],
  ];
  test.each(cases)("%s", async (_, options) => {
    expect(await cellsOf(data, { ...made, ...options })).toEqual(["A1 text x"]);
  });

  test("neither shared strings nor styles", async () => {
    expect(await cellsOf(`<row><c><v>1</v></c></row>`)).toEqual(["A1 number 1"]);
  });

  test("a large sheet in stored and deflated form", async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, i) =>
        `<row r="${i + 1}"><c r="A${i + 1}" t="inlineStr">${text(`item ${i}`)}</c><c r="B${i + 1}" s="0"/></row>`,
    );
    for (const stored of [true, false]) {
      const [sheet] = await open({ sheets: [rows.join("")], entry: { stored } });
      expect(sheet!.rowCount).toBe(20_000);
      expect([0, 9_999, 19_999].map((index) => sheet!.text(sheet!.cell(index, 1)))).toEqual([
        "item 0",
        "item 9999",
        "item 19999",
      ]);
    }
  });
});

test("a sheet without cells is empty, not an error", async () => {
  const [sheet] = await open({ sheets: [`<worksheet ${main}><sheetData/></worksheet>`] });
  expect([sheet!.rowCount, sheet!.firstCell(0), sheet!.rowIndex(1)]).toEqual([0, 0, -1]);
});
