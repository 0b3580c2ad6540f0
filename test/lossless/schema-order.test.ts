import { describe, expect, it, test } from "vitest";
import { outOfOrder } from "./schema-order.js";

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

describe("the check of the schema's order", () => {
  test.each([
    ["<sheetData/><mergeCells/><conditionalFormatting/><conditionalFormatting/>", []],
    ["<mergeCells/><sheetData/>", ["sheetData stands behind mergeCells in worksheet"]],
    ["<dimension/><dimension/><sheetData/>", ["dimension stands twice in worksheet"]],
    ["<sheetData/><sheet/>", ["sheet has no place in worksheet"]],
    ["<sheetData><row><c><v/><f/></c></row></sheetData>", ["f stands behind v in c"]],
    ["<sheetData><row><c><f/><v/></c><c/></row><row/></sheetData>", []],
  ])("%s", (inner, complaints) => {
    expect(outOfOrder(`<worksheet ${MAIN}>${inner}</worksheet>`)).toEqual(complaints);
  });

  it("knows workbook and styles, with whatever prefix", () => {
    expect(outOfOrder(`<workbook ${MAIN}><calcPr/><sheets/></workbook>`)).toEqual([
      "sheets stands behind calcPr in workbook",
    ]);
    expect(outOfOrder(`<x:styleSheet ${MAIN.replace("=", ":x=")}><x:cellXfs/><x:numFmts/></x:styleSheet>`)).toEqual([
      "numFmts stands behind cellXfs in styleSheet",
    ]);
  });
});
