import { expect, test } from "vitest";
import { register } from "../../fixtures/make/features/register.mjs";
import { zip } from "../../fixtures/make/zip.mjs";
import type { CellPatch } from "../../src/model/cell.js";
import { losses } from "./losses.js";

// The check itself is checked: it is silent of a workbook that was patched by hand, and sees what was done to it besides.

const SHEET = "xl/worksheets/sheet1.xml";
const PATCHES: CellPatch[] = [
  { at: { sheet: "Open POA&M Items", row: 7, column: 12 }, was: "Checked in week 11.", value: "=done" },
  { at: { sheet: "Open POA&M Items", row: 8, column: 11 }, was: "Low", value: { date: "2026-03-31" } },
  { at: { sheet: "Open POA&M Items", row: 16, column: 14 }, was: "", value: 7 },
];

type Entry = readonly [name: string, content: string, how?: unknown];
type Edit = (name: string, xml: string) => string;

const before: Entry[] = register({
  workbook: { calcPr: '<calcPr calcId="191029" calcMode="manual"/>' },
  sheet: { mergeCells: '<mergeCells count="1"><mergeCell ref="A1:G1"/></mergeCells>' },
});

const byHand: Edit = (name, xml) => {
  if (name === "xl/styles.xml") {
    return xml
      .replace('<cellXfs count="9">', '<cellXfs count="11">')
      .replace(
        "</cellXfs>",
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" quotePrefix="1" applyBorder="1" applyProtection="1"><protection locked="0"/></xf><xf numFmtId="14" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>',
      );
  }
  if (name === "xl/workbook.xml") return xml.replace('calcMode="manual"', 'calcMode="manual" fullCalcOnLoad="1"');
  if (name !== SHEET) return xml;
  return xml
    .replace(/<c r="L7"[\s\S]*?<\/c>/, '<c r="L7" s="9" t="inlineStr"><is><t>=done</t></is></c>')
    .replace(/<c r="K8"[\s\S]*?<\/c>/, '<c r="K8" s="10"><v>46112</v></c>')
    .replace("</sheetData>", '<row r="16"><c r="N16"><v>7</v></c></row></sheetData>')
    .replace('ref="A1:M15"', 'ref="A1:N16"');
};

const CHANGED = [SHEET, "xl/workbook.xml", "xl/styles.xml"];

function lossesOf(edit: Edit, { without = "", comment = "", first = "" } = {}) {
  const after = before
    .filter(([name]) => name !== without)
    .map(([name, xml]) => [name, edit(name, byHand(name, xml))] as const)
    .sort(([a], [b]) => Number(b === first) - Number(a === first));
  const patched = {
    bytes: zip(after, { comment }),
    parts: before.length,
    changedParts: CHANGED,
    cells: 3,
    refused: [],
    notes: [],
  };
  return losses(zip(before), PATCHES, patched);
}

test("a workbook patched by hand lost nothing", () => {
  expect(lossesOf((_, xml) => xml)).toEqual([]);
});

const inPart =
  (part: string, from: string | RegExp, to: string): Edit =>
  (name, xml) => {
    if (name !== part) return xml;
    const edited = xml.replace(from, to);
    if (edited === xml) throw new Error(`${from} is not in ${part}`);
    return edited;
  };

test.each([
  ["another sheet", inPart("xl/worksheets/sheet2.xml", "<v>180</v>", "<v>181</v>"), "sheet2.xml changed"],
  ["another cell", inPart(SHEET, "<v>180</v>", "<v>181</v>"), "other cells"],
  ["another cell's style", inPart(SHEET, 'r="A6" s="3"', 'r="A6" s="0"'), "other cells"],
  ["an empty cell's style", inPart(SHEET, 'r="A12" s="3"', 'r="A12" s="4"'), "the text outside the cells"],
  ["the merges", inPart(SHEET, "A1:G1", "A1:F1"), "the text outside the cells"],
  ["a row's attribute", inPart(SHEET, '<row r="7" ', '<row r="7" hidden="1" '), "the text outside the cells"],
  [
    "the order of elements",
    inPart(SHEET, /(<sheetData>.*<\/sheetData>)(<mergeCells.*<\/mergeCells>)/, "$2$1"),
    "sheetData stands behind mergeCells",
  ],
  ["the order of rows", inPart(SHEET, '<row r="16"><c r="N16">', '<row r="3"><c r="N3">'), "stands behind a later one"],
  ["the dimension", inPart(SHEET, "A1:N16", "A1:M15"), "the dimension A1:M15 lacks 16:14"],
  ["a value", inPart(SHEET, "=done", "done"), "L7 value"],
  ["a type", inPart(SHEET, '<c r="N16">', '<c r="N16" t="str">'), "N16 type"],
  ["a day", inPart(SHEET, 's="10"><v>46112', 's="10"><v>46113'), "K8 value"],
  ["the apostrophe", inPart(SHEET, 'r="L7" s="9"', 'r="L7" s="4"'), "L7 begins as a formula does"],
  ["a look", inPart(SHEET, 'r="L7" s="9"', 'r="L7" s="8"'), "L7 format"],
  ["a date's format", inPart(SHEET, 'r="K8" s="10"', 'r="K8" s="3"'), "K8 is a date under the format 0"],
  [
    "a cell format",
    inPart("xl/styles.xml", 'quotePrefix="1" applyBorder="1"/>', 'applyBorder="1"/>'),
    "the first of styles' cellXfs",
  ],
  ["the dxfs", inPart("xl/styles.xml", "<dxf><font><b/></font></dxf>", ""), "styles' dxfs"],
  ["a count", inPart("xl/styles.xml", 'cellXfs count="11"', 'cellXfs count="9"'), "the count of styles' cellXfs"],
  ["manual calculation", inPart("xl/workbook.xml", 'calcMode="manual" ', ""), "calcPr"],
  ["the sheets' names", inPart("xl/workbook.xml", 'name="Lists"', 'name="List"'), "xl/workbook.xml"],
])("a change of %s is seen", (_, edit, loss) => {
  expect(lossesOf(edit).join("\n")).toContain(loss);
});

test.each([
  ["a part", { without: "xl/worksheets/sheet2.xml" }, "the parts"],
  ["the parts' order", { first: "xl/styles.xml" }, "the parts' order"],
  ["the archive's comment", { comment: "new" }, "the archive's comment"],
])("the loss of %s is seen", (_, damage, loss) => {
  expect(lossesOf((_, xml) => xml, damage).join("\n")).toContain(loss);
});
