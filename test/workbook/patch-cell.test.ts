import { describe, expect, test } from "vitest";
import type { CellPatch } from "../../src/model/cell.js";
import type { Made } from "./make-workbook.js";
import { patch, patched } from "./patching.js";

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

interface Case {
  readonly rows: string;
  readonly patches: readonly CellPatch[];
  readonly becomes: string;
  readonly made?: Made;
}

/** Styles: 0 General, 1 General with a border, 2 a date, 3 text. */
const styles =
  '<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="0" borderId="1"/><xf numFmtId="14"/><xf numFmtId="49"/></cellXfs>';

const cases: Record<string, Case> = {
  "a text for a number": {
    rows: '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1"><v>2</v></c></row>',
    patches: [patch("A1", "x", "1")],
    becomes: '<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>x</t></is></c><c r="B1"><v>2</v></c></row>',
  },
  "a text for a shared string, which other cells keep": {
    rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>0</v></c></row>',
    patches: [patch("A1", "new", "old")],
    becomes: '<row r="1"><c r="A1" t="inlineStr"><is><t>new</t></is></c><c r="B1" t="s"><v>0</v></c></row>',
    made: { sharedStrings: "<si><t>old</t></si>" },
  },
  "a number for a text": {
    rows: '<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>x</t></is></c></row>',
    patches: [patch("A1", -0.5, "x")],
    becomes: '<row r="1"><c r="A1" s="1"><v>-0.5</v></c></row>',
  },
  "numbers large and small": {
    rows: "",
    patches: [patch("A1", 1e21), patch("B1", 1e-7), patch("C1", 123456789012345)],
    becomes: '<row r="1"><c r="A1"><v>1e+21</v></c><c r="B1"><v>1e-7</v></c><c r="C1"><v>123456789012345</v></c></row>',
  },
  "truth values": {
    rows: '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="b"><v>1</v></c></row>',
    patches: [patch("A1", true, "1"), patch("B1", false, "TRUE")],
    becomes: '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c></row>',
  },
  "nothing, in the same style": {
    rows: '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="1" t="inlineStr"><is><t>x</t></is></c></row>',
    patches: [patch("A1", null, "1"), patch("B1", "", "x")],
    becomes: '<row r="1"><c r="A1" s="1"/><c r="B1" s="1"/></row>',
  },
  "nothing where nothing is": {
    rows: '<row r="1"><c r="A1"><v>1</v></c></row>',
    patches: [patch("A1", 2, "1"), patch("B1", null), patch("B7", null)],
    becomes: '<row r="1"><c r="A1"><v>2</v></c></row>',
  },
  "a date where dates are shown": {
    rows: '<row r="1"><c r="A1" s="2"/></row>',
    patches: [patch("A1", { date: "2026-03-31" })],
    becomes: '<row r="1"><c r="A1" s="2"><v>46112</v></c></row>',
  },
  "dates about the day that never was": {
    rows: "",
    patches: [
      patch("A1", { date: "1900-01-01" }, "", "A9"),
      patch("B1", { date: "1900-02-28" }, "", "A9"),
      patch("C1", { date: "1900-03-01" }, "", "A9"),
      patch("D1", { date: "9999-12-31" }, "", "A9"),
    ],
    becomes:
      '<row r="1"><c r="A1" s="2"><v>1</v></c><c r="B1" s="2"><v>59</v></c><c r="C1" s="2"><v>61</v></c><c r="D1" s="2"><v>2958465</v></c></row>',
  },
  "a date in the 1904 system": {
    rows: '<row r="1"><c r="A1" s="2"/><c r="B1" s="2"/></row>',
    patches: [patch("A1", { date: "1904-01-02" }), patch("B1", { date: "2026-03-31" })],
    becomes: '<row r="1"><c r="A1" s="2"><v>1</v></c><c r="B1" s="2"><v>44650</v></c></row>',
    made: { workbookPr: 'date1904="1"' },
  },
  "blanks at the edges, and lines": {
    rows: "",
    patches: [patch("A1", " a"), patch("B1", "a\nb"), patch("C1", "a b"), patch("D1", "a\t")],
    becomes:
      '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> a</t></is></c><c r="B1" t="inlineStr"><is><t xml:space="preserve">a\nb</t></is></c><c r="C1" t="inlineStr"><is><t>a b</t></is></c><c r="D1" t="inlineStr"><is><t xml:space="preserve">a\t</t></is></c></row>',
  },
  "markup and what XML cannot hold": {
    rows: "",
    patches: [
      patch("A1", '<b> & "q" ]]>'),
      patch("B1", "a\r\nb\x07\ufffe"),
      patch("C1", "\ud800x\udc00"),
      patch("D1", "😀"),
    ],
    becomes:
      '<row r="1"><c r="A1" t="inlineStr"><is><t>&lt;b&gt; &amp; &quot;q&quot; ]]&gt;</t></is></c><c r="B1" t="inlineStr"><is><t xml:space="preserve">a_x000D_\nb_x0007__xFFFE_</t></is></c><c r="C1" t="inlineStr"><is><t>_xD800_x_xDC00_</t></is></c><c r="D1" t="inlineStr"><is><t>😀</t></is></c></row>',
  },
  "what only looks like an escape": {
    rows: "",
    patches: [patch("A1", "_x000D_"), patch("B1", "_x000d"), patch("C1", "_x0041\x07"), patch("D1", "_x0041_x0042_")],
    becomes:
      '<row r="1"><c r="A1" t="inlineStr"><is><t>_x005F_x000D_</t></is></c><c r="B1" t="inlineStr"><is><t>_x000d</t></is></c><c r="C1" t="inlineStr"><is><t>_x005F_x0041_x0007_</t></is></c><c r="D1" t="inlineStr"><is><t>_x005F_x0041_x005F_x0042_</t></is></c></row>',
  },
  "attributes kept and dropped": {
    rows: '<row r="1"><c  vm="2" r="A1" ph="1" cm="1" s=\'1\' t="e" x:y="&lt;z" ><v>#VALUE!</v></c ></row>',
    patches: [patch("A1", 7, "#VALUE!")],
    becomes: '<row r="1"><c r="A1" ph="1" s=\'1\' x:y="&lt;z"><v>7</v></c></row>',
  },
  "an extension of the cell stays": {
    rows: '<row r="1"><c r="A1"><v>1</v><extLst><ext uri="u"/></extLst></c></row>',
    patches: [patch("A1", 2, "1")],
    becomes: '<row r="1"><c r="A1"><v>2</v><extLst><ext uri="u"/></extLst></c></row>',
  },
  "a type in place of the old one": {
    rows: '<row r="1"><c t="s" r="A1"><v>0</v></c></row>',
    patches: [patch("A1", "y", "x")],
    becomes: '<row r="1"><c t="inlineStr" r="A1"><is><t>y</t></is></c></row>',
    made: { sharedStrings: "<si><t>x</t></si>" },
  },
  "a formula gives way to its value": {
    rows: '<row r="1"><c r="A1"><f>B1+1</f><v>3</v></c></row>',
    patches: [patch("A1", 3, "3")],
    becomes: '<row r="1"><c r="A1"><v>3</v></c></row>',
  },
  "rows and cells without references": {
    rows: "<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>",
    patches: [patch("B1", 20, "2"), patch("C1", 30), patch("A2", 5), patch("A3", 33, "3")],
    becomes:
      '<row><c><v>1</v></c><c><v>20</v></c><c r="C1"><v>30</v></c></row><row><c r="A2"><v>5</v></c></row><row><c><v>33</v></c></row>',
  },
  "empty tags, with white space": {
    rows: '<row r="1" ><c r="A1" s="1" /><c r="C1" s="1"></c></row><row r="2" s="1" customFormat="1" />\n<row r="3"></row>',
    patches: [patch("A1", 1), patch("C1", 3), patch("B2", 2), patch("A3", 4)],
    becomes:
      '<row r="1" ><c r="A1" s="1"><v>1</v></c><c r="C1" s="1"><v>3</v></c></row><row r="2" s="1" customFormat="1" ><c r="B2" s="1"><v>2</v></c></row>\n<row r="3"><c r="A3"><v>4</v></c></row>',
  },
  "new cells at their places": {
    rows: '<row r="1"><c r="B1"><v>2</v></c><!-- c --><c r="E1"><v>5</v></c></row>',
    patches: [patch("F1", 6), patch("D1", 4), patch("C1", 3), patch("A1", 1), patch("G1", 7)],
    becomes:
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><!-- c --><c r="C1"><v>3</v></c><c r="D1"><v>4</v></c><c r="E1"><v>5</v></c><c r="F1"><v>6</v></c><c r="G1"><v>7</v></c></row>',
  },
  "new rows at their places": {
    rows: '<row r="2"><c r="A2"><v>2</v></c></row> <row r="5"><c r="A5"><v>5</v></c></row> ',
    patches: [patch("A7", 7), patch("A6", 6), patch("A4", 4), patch("A3", 3), patch("A1", 1), patch("A5", 50, "5")],
    becomes:
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row> <row r="3"><c r="A3"><v>3</v></c></row><row r="4"><c r="A4"><v>4</v></c></row><row r="5"><c r="A5"><v>50</v></c></row> <row r="6"><c r="A6"><v>6</v></c></row><row r="7"><c r="A7"><v>7</v></c></row>',
  },
  "the reach of a row grows": {
    rows: '<row r="1" spans="2:3"><c r="B1"><v>2</v></c></row><row r="2" spans="1:2 5:6"/><row r="3" spans="1:9"/>',
    patches: [patch("A1", 1), patch("E1", 5), patch("H2", 8), patch("H3", 8)],
    becomes:
      '<row r="1" spans="1:5"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="E1"><v>5</v></c></row><row r="2" spans="1:8"><c r="H2"><v>8</v></c></row><row r="3" spans="1:9"><c r="H3"><v>8</v></c></row>',
  },
  "a comment or CDATA that holds a cell": {
    rows: '<!-- <row r="1"><c r="A1"><v>9</v></c></row> --><row r="1"><!-- <c r="A1"/> --><c r="A1" t="str"><v><![CDATA[<c r="A1">]]></v></c></row>',
    patches: [patch("A1", 1, '<c r="A1">')],
    becomes:
      '<!-- <row r="1"><c r="A1"><v>9</v></c></row> --><row r="1"><!-- <c r="A1"/> --><c r="A1"><v>1</v></c></row>',
  },
  "the style of the row, else that of its model": {
    rows: '<row r="1" s="3" customFormat="1"><c r="A1" s="1"><v>1</v></c></row><row r="2" s="1"/><row r="3"><c r="A3" s="3"/><c r="B3"/></row>',
    patches: [
      patch("B1", 1),
      patch("B2", 2),
      patch("A3", 3, "", "A1"),
      patch("B3", 3, "", "A1"),
      patch("C3", null, "", "A1"),
      patch("A4", 4, "", "A1"),
      patch("B4", 4, "", "B1"),
    ],
    becomes:
      '<row r="1" s="3" customFormat="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="3"><v>1</v></c></row><row r="2" s="1"><c r="B2"><v>2</v></c></row><row r="3"><c r="A3" s="3"><v>3</v></c><c r="B3" s="1"><v>3</v></c><c r="C3" s="1"/></row><row r="4" s="3" customFormat="1"><c r="A4" s="1"><v>4</v></c><c r="B4" s="3"><v>4</v></c></row>',
  },
  "the height of its model, where it is set by hand": {
    rows: '<row r="1" ht="30" customHeight="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" ht="15"><c r="A2"><v>2</v></c></row>',
    patches: [patch("A3", 3, "", "A1"), patch("A4", 4, "", "A2")],
    becomes:
      '<row r="1" ht="30" customHeight="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" ht="15"><c r="A2"><v>2</v></c></row><row r="3" ht="30" customHeight="1"><c r="A3"><v>3</v></c></row><row r="4"><c r="A4"><v>4</v></c></row>',
  },
};

describe("cells as they are written", () => {
  const date = '<row r="9"><c r="A9" s="2"/></row>';
  test.each(Object.entries(cases))("%s", async (title, { rows, patches, becomes, made }) => {
    const model = title === "dates about the day that never was" ? date : "";
    const result = await patched({ styles, ...made, sheets: [rows + model] }, patches);
    expect(result.refusals).toEqual([]);
    expect(result.rows).toBe(becomes + model);
    expect(result.part("xl/styles.xml")).toContain(styles);
  });

  test.each([
    ["transitional", MAIN],
    ["strict", 'xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"'],
  ])("with prefixes, %s", async (_, main) => {
    const xml = `\ufeff<?xml version="1.0"?><x:worksheet ${main.replace("xmlns", "xmlns:x")}><x:dimension ref="A1"/><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row><x:row r="2"/></x:sheetData></x:worksheet>`;
    const result = await patched({ sheets: [xml], sharedStrings: "<si><t>old</t></si>" }, [
      patch("A1", "new", "old"),
      patch("A2", 2),
      patch("B3", true),
    ]);
    expect(result.part("xl/worksheets/sheet1.xml")).toBe(
      xml
        .replace('ref="A1"', 'ref="A1:B3"')
        .replace('t="s"><x:v>0</x:v>', 't="inlineStr"><x:is><x:t>new</x:t></x:is>')
        .replace('<x:row r="2"/>', '<x:row r="2"><x:c r="A2"><x:v>2</x:v></x:c></x:row>')
        .replace("</x:sheetData>", '<x:row r="3"><x:c r="B3" t="b"><x:v>1</x:v></x:c></x:row></x:sheetData>'),
    );
  });

  const frames: [title: string, frame: string, becomes: string][] = [
    ["no rows", '<dimension ref="A1"/><sheetData/>', '<dimension ref="A1:C5"/><sheetData>#</sheetData>'],
    ["no rows, open", "<sheetData></sheetData>", "<sheetData>#</sheetData>"],
    ["white space for rows", "<sheetData>\n</sheetData>", "<sheetData>\n#</sheetData>"],
    [
      "styled columns",
      '<cols><col min="2" max="3" style="1"/></cols><sheetData/>',
      '<cols><col min="2" max="3" style="1"/></cols><sheetData>@</sheetData>',
    ],
    [
      "a wider dimension",
      '<dimension ref="A1:XFD9"/><sheetData/>',
      '<dimension ref="A1:XFD9"/><sheetData>#</sheetData>',
    ],
    [
      "a narrower dimension",
      '<dimension ref="D2:E4"/><sheetData/>',
      '<dimension ref="C2:E5"/><sheetData>#</sheetData>',
    ],
  ];
  test.each(frames)("a sheet with %s", async (_, frame, becomes) => {
    const sheet = (content: string) => `<worksheet ${MAIN}>${content}<pageMargins left="1"/></worksheet>`;
    const result = await patched({ styles, sheets: [sheet(frame)] }, [patch("C5", 1)]);
    const row = '<row r="5"><c r="C5"><v>1</v></c></row>';
    expect(result.part("xl/worksheets/sheet1.xml")).toBe(
      sheet(becomes.replace("#", row).replace("@", row.replace('"C5"', '"C5" s="1"'))),
    );
  });
});
