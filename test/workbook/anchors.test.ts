import { describe, expect, it } from "vitest";
import { readAnchors } from "../../src/workbook/anchors.js";
import { rangeName } from "../../src/workbook/cell-range.js";
import { makeWorkbook } from "./make-workbook.js";

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const XDR = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"';

interface Example {
  /** What stands in `<sheetData>`. */
  readonly rows?: string;
  readonly tail?: string;
  /** Parts of the sheet, by the last word of their relationship. */
  readonly related?: Readonly<Record<string, string>>;
  /** What stands in `<sheetData>` of the second sheet, `Summary`. */
  readonly summary?: string;
  readonly names?: string;
}

/** What is anchored in rows 10 to 20 of the first sheet, `My Items`. */
async function anchorsOf({ rows = "", tail = "", related = {}, summary = "", names }: Example): Promise<string[]> {
  const kinds = Object.keys(related);
  const relations = kinds.map(
    (kind) => `<Relationship Id="r${kind}" Type="${OFFICE}/${kind}" Target="../${kind}.xml"/>`,
  );
  const sheets = ["My Items", "Summary"].map(
    (name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const file = makeWorkbook({
    styles: '<cellXfs count="3"><xf fillId="0"/><xf numFmtId="14"/><xf fillId="2"/></cellXfs>',
    sheets: [
      { name: "My Items", xml: `<worksheet ${MAIN}><sheetData>${rows}</sheetData>${tail}</worksheet>` },
      { name: "Summary", xml: summary },
    ],
    parts: {
      "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join("")}</Relationships>`,
      ...Object.fromEntries(kinds.map((kind) => [`xl/${kind}.xml`, related[kind]!])),
      ...(names && {
        "xl/workbook.xml": `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${sheets.join("")}</sheets><definedNames>${names}</definedNames></workbook>`,
      }),
    },
  });
  const anchors = await readAnchors(file, "made.xlsx");
  return anchors.within("My Items", 10, 20).map(({ what, range }) => `${rangeName(range)}: ${what}`);
}

const formula = (at: string, markup: string) => `<row r="${at.slice(1)}"><c r="${at}">${markup}<v>0</v></c></row>`;
const comments = (...places: string[]) =>
  `<comments ${MAIN}><commentList>${places.map((at) => `<comment ref="${at}" authorId="0"/>`).join("")}</commentList></comments>`;
/** The file counts rows and columns from 0. */
const corner = (name: string, row: number, column: number) =>
  `<xdr:${name}><xdr:col>${column - 1}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row - 1}</xdr:row><xdr:rowOff>9</xdr:rowOff></xdr:${name}>`;
const drawing = (...anchors: string[]) => `<xdr:wsDr ${XDR}>${anchors.join("")}</xdr:wsDr>`;

describe("what is anchored to rows 10 to 20", () => {
  it.each<[string, Example, string[]]>([
    ["nothing", { rows: formula("A9", "") + formula("A21", "") }, []],
    ["comments", { related: { comments: comments("B9", "B10", "C20", "C21") } }, ["B10: a comment", "C20: a comment"]],
    [
      "hyperlinks",
      { tail: '<hyperlinks><hyperlink ref="B9:C10" location="A1"/><hyperlink ref="A1"/></hyperlinks>' },
      ["B9:C10: a hyperlink"],
    ],
    [
      "merged cells",
      { tail: '<mergeCells><mergeCell ref="A1:F1"/><mergeCell ref="A20:B21"/></mergeCells>' },
      ["A20:B21: a merged cell"],
    ],
    [
      "formulas, a column's as one",
      { rows: [8, 9, 10, 11, 13].map((row) => formula(`L${row}`, `<f>K${row}+30</f>`)).join("") },
      ["L8:L11: a formula", "L13: a formula"],
    ],
    [
      "children of a shared formula",
      { rows: formula("L9", '<f t="shared" ref="L9:L10" si="0">K9</f>') + formula("L10", '<f t="shared" si="0"/>') },
      ["L9:L10: a formula"],
    ],
    [
      "the cells that an array formula fills",
      { rows: formula("C9", "<f t='array' ref='C9:D12'>A1:B4</f>") },
      ["C9:D12: an array formula"],
    ],
    [
      "a data table",
      { rows: formula("C12", '<f t="dataTable" ref="C12:C14" dt2D="0" r1="A1"/>') },
      ["C12:C14: a data table"],
    ],
    [
      "validations, formats and protected ranges that cover but a part",
      {
        tail:
          '<protectedRanges><protectedRange sqref="A12:B12"/></protectedRanges><conditionalFormatting sqref="A10:A20 B9:B1000 C11:C20"/><dataValidations><dataValidation sqref="D1:D19 E:E 21:30"/></dataValidations>' +
          '<extLst><ext><x14:conditionalFormatting xmlns:x14="x" xmlns:xm="y"><xm:sqref>F15:F1048576</xm:sqref></x14:conditionalFormatting></ext></extLst>',
      },
      [
        "D1:D19: a data validation",
        "C11:C20: a conditional format",
        "A12:B12: a protected range",
        "F15:F1048576: a conditional format",
      ],
    ],
    ["a filter that ends among them", { tail: '<autoFilter ref="A5:H15"/>' }, ["A5:H15: a filter"]],
    [
      "a table that ends among them",
      { related: { table: `<table ${MAIN} id="1" displayName="T" ref="A5:H15"><tableColumns/></table>` } },
      ["A5:H15: a table"],
    ],
    [
      "not a table that covers them",
      { related: { table: `<table ${MAIN} id="1" displayName="T" ref="A5:H20"><tableColumns/></table>` } },
      [],
    ],
    [
      "drawings",
      {
        related: {
          drawing: drawing(
            `<xdr:twoCellAnchor>${corner("from", 8, 2)}${corner("to", 10, 4)}</xdr:twoCellAnchor>`,
            `<xdr:oneCellAnchor>${corner("from", 20, 1)}</xdr:oneCellAnchor>`,
            `<xdr:twoCellAnchor>${corner("from", 21, 1)}${corner("to", 30, 1)}</xdr:twoCellAnchor>`,
          ),
        },
      },
      ["B8:D10: a drawing", "A20: a drawing"],
    ],
    [
      "controls",
      {
        tail: `<controls><control><controlPr><anchor ${XDR}>${corner("from", 12, 1).replaceAll("xdr:from", "from")}${corner("to", 13, 2).replaceAll("xdr:to", "to")}</anchor></controlPr></control></controls>`,
      },
      ["A12:B13: a drawing"],
    ],
    [
      "formulas of another sheet that read a part of them",
      {
        summary: formula(
          "A1",
          "<f>COUNTA('my items'!B10:B2000)+'My Items'!L12+'[1]My Items'!L13+Other!L14+\"'My Items'!A15\"</f>",
        ),
      },
      ["L12: a formula elsewhere"],
    ],
    [
      "a shared formula that reads one of them in each row",
      { summary: formula("A1", '<f t="shared" ref="A1:A5" si="0">\'My Items\'!B8</f>') },
      ["B8:B12: a formula elsewhere"],
    ],
    [
      "a formula of the sheet itself that reads another row",
      { rows: formula("A1", "<f>SUM(L10:L20)+L15</f>") },
      ["L15: a formula elsewhere"],
    ],
    [
      "colours, where they change",
      {
        // Styles 0 and 1 have no fill, 2 a yellow one.
        rows: [8, 9, 10, 12, 13, 20, 21]
          .map(
            (row, i) =>
              `<row r="${row}"><c r="A${row}" s="${[0, 1, 1, 2, 1, 1, 2][i]}"><v>1</v></c><c r="B${row}"><v>1</v></c></row>`,
          )
          .join(""),
      },
      ["A12:A1048576: a fill", "A13:A1048576: a fill"],
    ],
    [
      "names",
      {
        names:
          "<definedName name=\"_xlnm.Print_Area\">'My Items'!$A$1:$H$15</definedName><definedName name=\"all\">'My Items'!$A$1:$H$20</definedName><definedName name=\"_xlnm.Print_Titles\">'My Items'!$1:$12</definedName><definedName name=\"one\">'My Items'!$B$12</definedName>",
      },
      ["A1:H15: a defined name", "B12: a defined name"],
    ],
  ])("%s", async (_, example, expected) => {
    expect(await anchorsOf(example)).toEqual(expected);
  });
});

it("knows the rows that have cells, be they empty", async () => {
  const file = makeWorkbook({
    sheets: [
      '<row r="2"><c r="A2" s="0"/></row><row r="3"><c r="A3"><v>1</v></c></row><row r="4" ht="15"/><row r="6"><c r="B6"/></row>',
    ],
  });
  const anchors = await readAnchors(file, "made.xlsx");
  expect([1, 2, 3, 4, 5, 6, 7].filter((row) => anchors.isLaidOut("Sheet1", row))).toEqual([2, 3, 6]);
  expect(anchors.isLaidOut("Sheet2", 2)).toBe(false);
});

it("says why a table cannot grow", async () => {
  const parts = {
    "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/table" Target="../table.xml"/></Relationships>`,
    "xl/table.xml": `<table ${MAIN} id="1" displayName="T" ref="A5:H15" totalsRowCount="1"><tableColumns/></table>`,
  };
  const [table] = (await readAnchors(makeWorkbook({ parts }), "made.xlsx")).within("Sheet1", 14, 16);
  expect(table?.hindrance).toBe("it ends with a totals row (row 15)");
});
