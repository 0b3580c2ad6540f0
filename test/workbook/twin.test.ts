import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Sheet } from "../../src/model/workbook.js";
import { partBytes } from "../../src/workbook/inflate.js";
import { openWorkbook } from "../../src/workbook/open.js";
import { mainPart } from "../../src/workbook/package.js";
import { scanSheet } from "../../src/workbook/sheet-scan.js";
import { richText } from "../../src/workbook/string-item.js";
import { readWorkbookPart } from "../../src/workbook/xlsx.js";
import { decodeText, decodeXml } from "../../src/workbook/xml-text.js";
import { readZip } from "../../src/workbook/zip.js";
import { makeWorkbook } from "./make-workbook.js";
import { type ReferenceCell, referenceCells, referenceStrings } from "./reference-reader.js";

/** What the scanner tells of a part that comes in pieces of this size. */
function scannedCells(xml: Buffer, pieces: number): ReferenceCell[] {
  const cells: ReferenceCell[] = [];
  const scan = scanSheet(
    {
      row() {},
      rowEnd() {},
      hiddenColumns() {},
      merge() {},
      cell({ bytes, row, column, type, style, ...cell }) {
        const isInline = cell.hasInline && (type === "inlineStr" || cell.valueStart < 0);
        const { plain, start, end } = cell.inline;
        const inline = plain ? decodeText(bytes, start, end) : richText(bytes, start, end);
        const value = cell.valueStart < 0 ? undefined : decodeText(bytes, cell.valueStart, cell.valueEnd);
        const formula = cell.formulaStart < 0 ? undefined : decodeXml(bytes, cell.formulaStart, cell.formulaEnd);
        cells.push({ row, column, type, style, value: isInline ? inline : value, formula });
        const open =
          xml.toString("utf8", cell.startAt, cell.startAt + 1) + xml.toString("utf8", cell.endAt - 1, cell.endAt);
        if (open !== "<>") throw new Error(`the cell's place in the part is wrong: ${cell.startAt} to ${cell.endAt}`);
      },
    },
    (fault) => new Error(fault) as never,
  );
  for (let at = 0; at < xml.length; at += pieces) scan.push(xml.subarray(at, at + pieces));
  scan.end();
  return cells;
}

/** What a sheet holds, in the reference reader's words. */
function heldCells(sheet: Sheet) {
  const cells = [];
  for (let index = 0; index < sheet.rowCount; index++) {
    for (let handle = sheet.firstCell(index); handle < sheet.firstCell(index + 1); handle++) {
      const kind = sheet.kind(handle);
      const number = sheet.number(handle);
      const value = kind === "unsaved-formula" ? undefined : number === undefined ? sheet.text(handle) : number;
      cells.push({
        row: sheet.rowNumber(index),
        column: sheet.column(handle),
        kind,
        value,
        formula: sheet.formula(handle),
      });
    }
  }
  return cells;
}

function expectedCells(cells: readonly ReferenceCell[], strings: readonly string[], sheet: Sheet) {
  const expected = [];
  const ordered = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const { row, column, type, value: raw, formula } of ordered) {
    let value: string | number | undefined = type === "s" && raw !== undefined ? strings[Number(raw)] : raw;
    const isBlank = value !== undefined && value.trim() === "";
    if ((raw?.trim() === "" && type !== "str") || (isBlank && formula === undefined)) value = undefined;
    if (value === undefined && formula === undefined) continue;
    let kind: string = value === undefined ? "unsaved-formula" : (KINDS.get(type) ?? "number");
    if (kind === "number") {
      value = Number(value);
      const handle = sheet.cell(sheet.rowIndex(row), column);
      // Whether a number is a date, the tests of number formats say.
      if (handle >= 0 && sheet.kind(handle) === "date") kind = "date";
    }
    if (kind === "boolean") value = value === "1" ? "TRUE" : "FALSE";
    expected.push({ row, column, kind, value, formula });
  }
  return expected;
}

const KINDS = new Map([
  ["s", "text"],
  ["str", "text"],
  ["inlineStr", "text"],
  ["b", "boolean"],
  ["e", "error"],
]);

async function compare(bytes: Buffer, name: string): Promise<number> {
  const zip = readZip(bytes, name);
  const parts = await readWorkbookPart(zip, (await mainPart(zip)).entry);
  const { sheets } = await openWorkbook(bytes, name);
  const strings = parts.sharedStrings ? referenceStrings(partBytes(zip, parts.sharedStrings).toString("utf8")) : [];
  let count = 0;
  for (const [index, part] of parts.sheets.entries()) {
    const xml = partBytes(zip, part.entry);
    const reference = referenceCells(xml.toString("utf8"));
    expect(scannedCells(xml, 1 << 16)).toEqual(reference);
    expect(heldCells(sheets[index]!)).toEqual(expectedCells(reference, strings, sheets[index]!));
    count += reference.length;
  }
  return count;
}

const corpus = join(import.meta.dirname, "../../../shared/corpus");
const workbooks = existsSync(corpus)
  ? (readdirSync(corpus, { recursive: true }) as string[]).filter((path) => /\.xls[xm]$/.test(path)).sort()
  : [];

describe.skipIf(workbooks.length === 0)(
  "the workbooks in ../shared/corpus (skipped where that folder is absent)",
  () => {
    test.each(workbooks)("%s", async (path) => {
      expect(await compare(readFileSync(join(corpus, path)), basename(path))).toBeGreaterThan(0);
    });
  },
);

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const rows: Record<string, string> = {
  numbers: `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>-0.5</v></c><c r="C1"><v>1.0E-3</v></c><c r="D1"><v>12345678901234567</v></c><c r="E1"><v>0.1000000000000000055</v></c><c r="F1"><v>+7</v></c></row>`,
  "inline text": `<row r="1"><c r="A1" t="inlineStr"><is><t>a &lt; b &amp; &#x263A; é</t></is></c><c r="B1" t="inlineStr"><is><t xml:space="preserve"> x </t></is></c></row>`,
  "rich and phonetic text": `<row r="1"><c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>Bo</t></r><r><t xml:space="preserve">ld </t></r><rPh sb="0" eb="1"><t>furi</t></rPh><phoneticPr fontId="1"/></is></c><c r="B1" t="inlineStr"><is><t>plain</t><rPh sb="0" eb="1"><t>gana</t></rPh></is></c></row>`,
  "empty texts": `<row r="1"><c r="A1" t="inlineStr"><is><t/></is></c><c r="B1" t="inlineStr"><is/></c><c r="C1" t="str"><v></v></c><c r="D1"/><c r="E1" t="inlineStr"><is><t></t></is></c><c r="F1"><v>1</v></c></row>`,
  escapes: `<row r="1"><c r="A1" t="inlineStr"><is><t>a_x000D_b_x000a_c_X000D_d_x005F_x000D_</t></is></c><c r="B1" t="str"><f>_xlfn.CONCAT("_x0041_")</f><v>_x0041_</v></c></row>`,
  "types in any order of attributes": `<row spans='1:3' r='2'><c t="b" s="1" r="A2"><v>1</v></c><c t='b' r='B2'><v>0</v></c><c t="e" r="C2" cm="1"><v>#REF!</v></c></row>`,
  "formulas of all kinds": `<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2 &gt; 3</f><v>4</v></c><c r="B1"><f t="array" ref="B1:B2">SUM(C1:C9)</f><v>5</v></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><f>NOW()</f></c><c r="E1"><f ca="1"/></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>6</v></c><c r="B2"><v>7</v></c></row>`,
  "no references": `<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c s="2"/><c t="inlineStr"><is><t>x</t></is></c></row><row r="9"><c><v>4</v></c><c r="D9"><v>5</v></c><c><v>6</v></c></row>`,
  "comments, instructions and CDATA": `<!-- <row r="1"><c r="A1"><v>9</v></c></row> --><row r="1"><!-- <c r="A1"><v>9</v></c> --><?pi <c r="B1"> ?><c r="A1" t="inlineStr"><is><t><![CDATA[<c r="Z9">]]></t></is></c><c r="B1"><v>1<!-- 2 -->3</v></c><c r="C1" t="str"><f>A1&amp;<![CDATA["<b>"]]></f><v>x<![CDATA[ & ]]>y</v></c></row><row r="2"><c r="A2"/><!-- </row> --><c r="B2"><v>8</v></c></row>`,
  "whole rows of empty cells": `<row r="1" s="3" customFormat="1"><c r="A1" s="3"/><c r="B1" s="3" /></row><row r="2"><c r="A2" s="3"/><c r="B2" s="3"/><c r="C2"><v>1</v></c><c r="D2"/></row><row r="3"></row><row r="4"/>`,
  "white space between and in tags": `\n <row  r="1" >\r\n <c\n r="A1"\tt="str" >\n<v >a\r\nb</v >\n</c >\n</row >\n`,
  "extensions in a cell": `<row r="1"><c r="A1"><v>1</v><extLst><ext uri="x"><a><c r="Z1"><v>7</v></c></a></ext></extLst></c><c r="B1"><v>2</v></c></row>`,
};

describe("made sheets read alike", () => {
  for (const [title, data] of Object.entries(rows)) {
    test(title, async () => {
      expect(await compare(makeWorkbook({ sheets: [data], styles: "<cellXfs/>" }), "made.xlsx")).toBeGreaterThan(0);
    });
    test(`${title}, with prefixes`, async () => {
      const prefixed = data.replace(/<(\/?)(row|c|v|f|is|t|r|rPr|b|rPh|phoneticPr)(?=[\s/>])/g, "<$1x:$2");
      const xml = `<x:worksheet ${main.replace("xmlns", "xmlns:x")}><x:sheetData>${prefixed}</x:sheetData></x:worksheet>`;
      // Text in CDATA sections was prefixed with the rest; both readers see the same.
      expect(await compare(makeWorkbook({ sheets: [xml] }), "made.xlsx")).toBeGreaterThan(0);
    });
    test(`${title}, cut at every place`, () => {
      const xml = Buffer.from(
        `\ufeff<?xml version="1.0"?><worksheet ${main}><sheetViews><sheetView/></sheetViews><sheetData>${data}</sheetData></worksheet>`,
      );
      const whole = scannedCells(xml, xml.length);
      expect(whole).toEqual(referenceCells(xml.toString("utf8")));
      for (let pieces = 1; pieces <= 64; pieces++) expect(scannedCells(xml, pieces)).toEqual(whole);
    });
  }
});

test("shared strings read alike", async () => {
  const sharedStrings = `<si><t>plain</t></si><si/><si><t/></si><si><t xml:space="preserve"> a </t></si><!-- <si> --><si><t><![CDATA[</si>]]></t></si><si><r><t>ri</t></r><r><rPr><sz val="1"/></rPr><t>ch</t></r></si><si><t>漢字</t><rPh sb="0" eb="2"><t>かんじ</t></rPh></si><si><t>a_x000D_&#10;b</t></si>`;
  const cells = Array.from({ length: 8 }, (_, index) => `<c t="s"><v>${index}</v></c>`).join("");
  expect(await compare(makeWorkbook({ sheets: [`<row>${cells}</row>`], sharedStrings }), "made.xlsx")).toBe(8);
});
