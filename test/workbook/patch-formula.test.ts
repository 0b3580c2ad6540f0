import { describe, expect, test } from "vitest";
import { shiftFormula } from "../../src/workbook/formula-shift.js";
import { MAIN_TYPE } from "./make-workbook.js";
import { partText, patch, patched } from "./patching.js";

describe("a formula moved to another cell", () => {
  const moved: [formula: string, down1right2: string | undefined][] = [
    ["A1", "C2"],
    ["$A1+A$1+$A$1+A1", "$A2+C$1+$A$1+C2"],
    ["SUM(A1:B2,$C$3:D4)", "SUM(C2:D3,$C$3:F5)"],
    ["A:A+$B:C", "C:C+$B:E"],
    ["1:1+$2:3", "2:2+$2:4"],
    ["Sheet2!A1+'It''s A1'!B2:C3", "Sheet2!C2+'It''s A1'!D3:E4"],
    ["[1]Sheet1!A1+'[2]A1 B2'!$A$1", "[1]Sheet1!C2+'[2]A1 B2'!$A$1"],
    ["Sheet1:Sheet3!A1", "Sheet1:Sheet3!C2"],
    ['IF(R9="High",L9+30,"R9 ""A1""")', 'IF(T10="High",N10+30,"R9 ""A1""")'],
    ["LOG10(A1)+ATAN2(B1,C1)+DAYS360(D1,E1)", "LOG10(C2)+ATAN2(D2,E2)+DAYS360(F2,G2)"],
    ["_xlfn.XLOOKUP(A1,B:B,C:C)", "_xlfn.XLOOKUP(C2,D:D,E:E)"],
    ["Table1[Q1]+Table1[[#This Row],[A1]]+T1[@[B2]]", "Table1[Q1]+Table1[[#This Row],[A1]]+T1[@[B2]]"],
    ["Table1['[A1']]", "Table1['[A1']]"],
    ["Rate_A1*A1.B2+\\A1+Größe1", "Rate_A1*A1.B2+\\A1+Größe1"],
    ["1E5+1.5E-3+A1E5", "1E5+1.5E-3+A1E5"],
    ["XFD1+A1048576+XFB1048575", "#REF!+#REF!+XFD1048576"],
    ["SUM(A1:XFD2)", "SUM(#REF!)"],
    ["XFE1+ABCD1+A1048577+A01", "XFE1+ABCD1+A1048577+A01"],
    ["#REF!+#N/A+#DIV/0!+A1#", "#REF!+#N/A+#DIV/0!+C2#"],
    ["{1,2;3,4}*A1%", "{1,2;3,4}*C2%"],
    ["A1:INDEX(B:B,3)", "C2:INDEX(D:D,3)"],
    ["A1 B2:C3", "C2 D3:E4"],
    ["TRUE+FALSE", "TRUE+FALSE"],
    ['"open', undefined],
    ["'open!A1", undefined],
    ["Table[open", undefined],
  ];
  test.each(moved)("%s", (formula, expected) => {
    expect(shiftFormula(formula, { rows: 1, columns: 2 })).toBe(expected);
  });
  test("upwards and leftwards", () => {
    expect(shiftFormula("B3+A1+$A$1+C:D+3:4", { rows: -1, columns: -1 })).toBe("A2+#REF!+$A$1+B:C+2:3");
  });
});

describe("a shared formula whose master is written over", () => {
  const MASTER = '<f t="shared" ref="A1:A4" si="0">B1*2&lt;$B$1</f>';
  const row = (number: number, formula: string) => `<row r="${number}"><c r="A${number}">${formula}<v>0</v></c></row>`;
  const value = (number: number) => `<row r="${number}"><c r="A${number}"><v>7</v></c></row>`;
  const child = '<f t="shared" si="0"/>';

  test.each([
    [
      "passes to the next child",
      [row(1, MASTER), row(2, '<f t="shared" ca="1" si="0"/>'), row(3, child), row(4, child)],
      ["A1"],
      [value(1), row(2, '<f t="shared" ca="1" si="0" ref="A2:A4">B2*2&lt;$B$1</f>'), row(3, child), row(4, child)],
    ],
    [
      "passes over children that are written over as well",
      [row(1, MASTER), row(2, child), row(3, child), row(4, '<f t="shared" si="0"></f>')],
      ["A1", "A2", "A3"],
      [value(1), value(2), value(3), row(4, '<f t="shared" si="0" ref="A4">B4*2&lt;$B$1</f>')],
    ],
    ["ends with its last cell", [row(1, MASTER), row(2, child)], ["A1", "A2"], [value(1), value(2)]],
    [
      "stays where only a child is",
      [row(1, MASTER), row(2, child), row(3, child)],
      ["A2"],
      [row(1, MASTER), value(2), row(3, child)],
    ],
    [
      "does not reach those that share another, even of the same number",
      [row(1, MASTER), row(2, '<f t="shared" ref="A2:A3" si="0">C2</f>'), row(3, child)],
      ["A1"],
      [value(1), row(2, '<f t="shared" ref="A2:A3" si="0">C2</f>'), row(3, child)],
    ],
  ])("%s", async (_, rows, places, becomes) => {
    const result = await patched(
      { sheets: [rows.join("")] },
      places.map((place) => patch(place, 7, "0")),
    );
    expect(result.refusals).toEqual([]);
    expect(result.rows).toBe(becomes.join(""));
  });

  test("passes to the right, and to a row that no patch is for", async () => {
    const result = await patched(
      {
        sheets: [
          '<row r="1"><c r="A1"><f t="shared" ref="A1:B2" si="3">A9+$A9</f><v>0</v></c></row><row r="2"><c r="B2"><f t="shared" si="3"/><v>0</v></c></row>',
        ],
      },
      [patch("A1", null, "0")],
    );
    expect(result.rows).toBe(
      '<row r="1"><c r="A1"/></row><row r="2"><c r="B2"><f t="shared" si="3" ref="B2">B10+$A10</f><v>0</v></c></row>',
    );
  });

  test("is not written over where the formula cannot be taken apart", async () => {
    const rows = row(1, '<f t="shared" ref="A1:A2" si="0">"open</f>') + row(2, child);
    const result = await patched({ sheets: [rows] }, [patch("A1", 7, "0"), patch("B1", 8)]);
    expect(result.refusals).toEqual(["other cells share its formula, which cannot be handed on to them"]);
    expect(result.rows).toBe(rows.replace("</c></row>", '</c><c r="B1"><v>8</v></c></row>'));
  });
});

describe("array formulas and data tables", () => {
  const rows =
    '<row r="1"><c r="A1"><f t="array" ref="A1:B2">C1:D2</f><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c><c r="B2" cm="1"><v>4</v></c></row><row r="3"><c r="A3"><f t="dataTable" ref="A3:A4" dt2D="1" dtr="1" r1="D1" r2="D2"/><v>5</v></c></row><row r="4"><c r="A4"><v>6</v></c><c r="B4"><f t="array">SUM(C1:C9)</f><v>7</v></c></row>';
  test("change as a whole or not at all", async () => {
    const places = { A1: "1", B1: "2", A2: "3", B2: "4", A3: "5", A4: "6", B4: "7", C1: "", B3: "" };
    const result = await patched(
      { sheets: [rows] },
      Object.entries(places).map(([place, was]) => patch(place, "x", was)),
    );
    const array = "it is part of an array formula, which changes only as a whole";
    const table = "it is part of a data table, which changes only as a whole";
    expect(result.refusals).toEqual([array, array, array, array, table, table, array]);
    expect(result.cells).toBe(2);
  });
});

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const FORMULAS = '<row r="1"><c r="A1"><f>1</f><v>1</v></c><c r="B1"><f>2</f><v>2</v></c></row>';
const OTHER = '<Override PartName="/xl/x.xml" ContentType="application/xml"/>';
const TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${MAIN_TYPE}"/><Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/>${OTHER}</Types>`;
const RELATIONS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId8" Type="${OFFICE}/calcChain" Target="calcChain.xml"/><Relationship Id="rId2" Type="${OFFICE}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`;

describe("the list of formulas", () => {
  const made = (chain: string) => ({
    sheets: [FORMULAS, FORMULAS],
    parts: {
      "[Content_Types].xml": TYPES,
      "xl/_rels/workbook.xml.rels": RELATIONS,
      "xl/calcChain.xml": `<calcChain ${MAIN}>${chain}</calcChain>`,
    },
  });

  test.each([
    ["leaves out a cell", '<c r="A1" i="1"/><c r="B1" i="1"/>', '<c r="B1" i="1"/>'],
    [
      "names the sheet anew",
      '<c r="A1" i="1" l="1"/><c r="B1" s="1"/><c r="A1" i="2"/>',
      '<c i="1" r="B1" s="1"/><c r="A1" i="2"/>',
    ],
    [
      "knows the sheets apart",
      '<c r="A1" i="2"/><c r="B1"/><c r="A1" i="1"/><c r="B1"/>',
      '<c r="A1" i="2"/><c r="B1"/><c i="1" r="B1"/>',
    ],
    ["without the cell", '<c r="B1" i="1"/>', '<c r="B1" i="1"/>'],
  ])("%s", async (_, chain, becomes) => {
    const result = await patched(made(chain), [patch("A1", 9, "1")]);
    expect(result.part("xl/calcChain.xml")).toBe(`<calcChain ${MAIN}>${becomes}</calcChain>`);
    expect(result.changedParts.includes("xl/calcChain.xml")).toBe(chain !== becomes);
    expect(result.part("[Content_Types].xml")).toBe(TYPES);
  });

  test("goes with its relationship and content type when nothing is left in it", async () => {
    const result = await patched(made('<c r="A1" i="1"/><c r="B1"/>'), [patch("A1", 9, "1"), patch("B1", null, "2")]);
    expect(() => partText(result.bytes, "xl/calcChain.xml")).toThrow("missing");
    expect(result.part("[Content_Types].xml")).toBe(
      TYPES.replace(/<Override PartName="\/xl\/calcChain.xml"[^>]*>/, ""),
    );
    expect(result.part("xl/_rels/workbook.xml.rels")).toBe(RELATIONS.replace(/<Relationship Id="rId8"[^>]*>/, ""));
    expect(result.changedParts).toEqual([
      "[Content_Types].xml",
      "xl/workbook.xml",
      "xl/_rels/workbook.xml.rels",
      "xl/worksheets/sheet1.xml",
      "xl/calcChain.xml",
    ]);
    expect(result.parts).toBe(7);
  });

  test("stays where no formula is written over", async () => {
    const result = await patched(made('<c r="A1" i="1"/>'), [patch("C1", 9)]);
    expect(result.changedParts).toEqual(["xl/workbook.xml", "xl/worksheets/sheet1.xml"]);
  });
});

describe("calculation on opening", () => {
  const workbook = (behindSheets: string, prefix = "") =>
    `<${prefix}workbook xmlns${prefix && ":x"}="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><${prefix}sheets><${prefix}sheet name="Sheet1" sheetId="1" r:id="rId1"/><${prefix}sheet name="Sheet2" sheetId="2" r:id="rId2"/></${prefix}sheets>${behindSheets}</${prefix}workbook>`;
  const NOTE = "Excel will recalculate the formulas when it opens the workbook";

  test.each([
    ["nothing behind the sheets", "", '<calcPr fullCalcOnLoad="1"/>'],
    ["names before it", "<definedNames/>", '<definedNames/><calcPr fullCalcOnLoad="1"/>'],
    ["extensions behind it", "<definedNames/><extLst/>", '<definedNames/><calcPr fullCalcOnLoad="1"/><extLst/>'],
    [
      "views behind it",
      "<customWorkbookViews/><pivotCaches/>",
      '<calcPr fullCalcOnLoad="1"/><customWorkbookViews/><pivotCaches/>',
    ],
    [
      "settings",
      '<calcPr calcId="191029" calcMode="manual"/>',
      '<calcPr fullCalcOnLoad="1" calcId="191029" calcMode="manual"/>',
    ],
    ["settings that ask for none", '<calcPr fullCalcOnLoad="0"/>', '<calcPr fullCalcOnLoad="1"/>'],
    ["settings that ask for it", '<calcPr fullCalcOnLoad="1"/>', '<calcPr fullCalcOnLoad="1"/>'],
  ])("%s", async (_, before, after) => {
    const made = { sheets: ["", FORMULAS], parts: { "xl/workbook.xml": workbook(before) } };
    const result = await patched(made, [patch("A1", 9)]);
    expect(result.part("xl/workbook.xml")).toBe(workbook(after));
    expect(result.notes).toEqual([NOTE]);
  });

  test("with prefixes", async () => {
    const made = { sheets: [FORMULAS, ""], parts: { "xl/workbook.xml": workbook("", "x:") } };
    const result = await patched(made, [patch("C1", 9)]);
    expect(result.part("xl/workbook.xml")).toBe(workbook('<x:calcPr fullCalcOnLoad="1"/>', "x:"));
  });

  test("is not asked for where no formula is, and not for refused patches", async () => {
    const plain = await patched({ sheets: ["", ""] }, [patch("A1", 9)]);
    expect([plain.changedParts, plain.notes]).toEqual([["xl/worksheets/sheet1.xml"], []]);
    const refused = await patched({ sheets: [FORMULAS] }, [patch("A1", 9, "not this")]);
    expect([refused.changedParts, refused.notes, refused.cells]).toEqual([[], [], 0]);
  });
});
