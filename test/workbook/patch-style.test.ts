import { describe, expect, test } from "vitest";
import type { CellPatch } from "../../src/model/cell.js";
import { at, patch, patched } from "./patching.js";

/** What stands in `<cellXfs>` before and after, and the styles that row 1 names then. */
interface Case {
  readonly xfs: string;
  readonly rows?: string;
  readonly patches: readonly CellPatch[];
  readonly appended: string;
  readonly styles: readonly number[];
}

const day = { date: "2026-03-31" };
const BORDERED = '<xf numFmtId="0" fontId="1" borderId="1" xfId="0"><alignment wrapText="1"/></xf>';

const cases: Record<string, Case> = {
  "a date in a style that shows none: a copy with Excel's short date": {
    xfs: `<xf numFmtId="0"/>${BORDERED}`,
    rows: '<row r="1"><c r="A1" s="1"/></row>',
    patches: [patch("A1", day)],
    appended: '<xf numFmtId="14" fontId="1" borderId="1" xfId="0" applyNumberFormat="1"><alignment wrapText="1"/></xf>',
    styles: [2],
  },
  "a date in the format that most dates of the column have": {
    xfs: '<xf numFmtId="0"/><xf numFmtId="15"/><xf numFmtId="170" applyNumberFormat="0"/><xf numFmtId="0" borderId="1" applyNumberFormat="0"/>',
    rows: '<row r="1"><c r="A1" s="3"/><c r="B1"/></row><row r="2"><c r="A2" s="1"><v>40000</v></c><c r="B2" s="1"><v>40000</v></c></row><row r="3"><c r="A3" s="2"><v>40000</v></c></row><row r="4"><c r="A4" s="2"><v>40000</v></c></row>',
    patches: [patch("A1", day), patch("B1", day)],
    appended: '<xf numFmtId="170" borderId="1" applyNumberFormat="1"/><xf numFmtId="15" applyNumberFormat="1"/>',
    styles: [4, 5],
  },
  "a style that is there already, its attributes in another order": {
    xfs: '<xf numFmtId="0" borderId="1"/><xf applyNumberFormat="1" borderId="1" numFmtId="14"/>',
    patches: [patch("A1", day)],
    appended: "",
    styles: [1],
  },
  "one copy for many cells": {
    xfs: '<xf numFmtId="0"/>',
    patches: [patch("A1", day), patch("B1", day), patch("C1", { date: "2026-01-01" })],
    appended: '<xf numFmtId="14" applyNumberFormat="1"/>',
    styles: [1, 1, 1],
  },
  "a clock time is no date": {
    xfs: '<xf numFmtId="20"/>',
    patches: [patch("A1", day)],
    appended: '<xf numFmtId="14" applyNumberFormat="1"/>',
    styles: [1],
  },
  "a date in a quoted text style": {
    xfs: '<xf numFmtId="49" quotePrefix="1"/>',
    patches: [patch("A1", day)],
    appended: '<xf numFmtId="14" applyNumberFormat="1"/>',
    styles: [1],
  },
  "texts that begin like formulas": {
    xfs: '<xf numFmtId="0"/><xf numFmtId="0" quotePrefix="1"/>',
    patches: ["=1+1", "+1", "-1", "@a", "\ta", "\ra", "＝1", "＋1", "－1", "＠a"].map((text, index) =>
      patch(`${"ABCDEFGHIJ"[index]}1`, text),
    ),
    appended: "",
    styles: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  },
  "texts that do not": {
    xfs: '<xf numFmtId="0"/>',
    patches: ["a=1", " =1", "1-2", "'=1", "#REF!"].map((text, index) => patch(`${"ABCDE"[index]}1`, text)),
    appended: "",
    styles: [0, 0, 0, 0, 0],
  },
  "a text like a formula, in a style of its own": {
    xfs: `<xf numFmtId="0"/>${BORDERED}`,
    rows: '<row r="1"><c r="A1" s="1"/></row>',
    patches: [patch("A1", "=cmd|' /C calc'!A0")],
    appended: BORDERED.replace('xfId="0"', 'xfId="0" quotePrefix="1"'),
    styles: [2],
  },
  "negative numbers are numbers": {
    xfs: '<xf numFmtId="0"/>',
    patches: [patch("A1", -1)],
    appended: "",
    styles: [0],
  },
};

describe("styles are found or appended, and none is changed", () => {
  test.each(Object.entries(cases))("%s", async (_, { xfs, rows = "", patches, appended, styles }) => {
    const count = xfs.match(/<xf /g)!.length;
    const before = `<numFmts count="1"><numFmt numFmtId="170" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>`;
    const after = '<cellStyles count="1"><cellStyle name="Normal" xfId="0"/></cellStyles>';
    const part = `${before}<cellXfs count="${count}">${xfs}</cellXfs>${after}`;
    const result = await patched({ styles: part, sheets: [rows] }, patches);
    const added = appended === "" ? 0 : appended.match(/<xf /g)!.length;
    expect(result.refusals).toEqual([]);
    expect(result.part("xl/styles.xml")).toContain(
      `${before}<cellXfs count="${count + added}">${xfs}${appended}</cellXfs>${after}`,
    );
    const [, first = ""] = /<row r="1"[^>]*>(.*?)<\/row>/s.exec(result.rows) ?? [];
    const cells = first.match(/<c [^>]*>/g) ?? [];
    expect(cells.map((cell) => Number(/ s="(\d+)"/.exec(cell)?.[1] ?? 0))).toEqual(styles);
    expect(result.changedParts.includes("xl/styles.xml")).toBe(added > 0);
  });

  test("a style number beyond the list counts as the first", async () => {
    const result = await patched(
      { styles: '<cellXfs><xf numFmtId="0" fontId="3"/></cellXfs>', sheets: ['<row r="1"><c r="A1" s="9"/></row>'] },
      [patch("A1", day)],
    );
    expect(result.part("xl/styles.xml")).toContain(
      '<cellXfs><xf numFmtId="0" fontId="3"/><xf numFmtId="14" fontId="3" applyNumberFormat="1"/></cellXfs>',
    );
  });

  test.each([
    ["no styles part", undefined],
    ["no cell styles", "<fonts/>"],
    ["an empty list", "<cellXfs/>"],
  ])("%s: dates are refused, texts are written", async (_, styles) => {
    const result = await patched({ ...(styles ? { styles } : {}) }, [patch("A1", day), patch("B1", "=1")]);
    expect(result.refusals).toEqual(["the workbook has no styles, and so none that shows a date"]);
    expect(result.rows).toBe('<row r="1"><c r="B1" t="inlineStr"><is><t>=1</t></is></c></row>');
  });
});

describe("protected sheets", () => {
  const styles =
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="0"><protection locked="0"/></xf><xf numFmtId="0"><protection locked="1" hidden="1"/></xf></cellXfs>';
  const xml = (protection: string) =>
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="5" max="5" style="1"/></cols><sheetData><row r="1"><c r="A1"/><c r="B1" s="1"/><c r="C1" s="2"/></row><row r="2" s="1" customFormat="1"/></sheetData>${protection}</worksheet>`;
  const places = ["A1", "B1", "C1", "D1", "E1", "A2", "A3"];

  test.each([
    ["none", "", []],
    ["not in force", '<sheetProtection password="CC1A" objects="1"/>', []],
    ["off", '<sheetProtection sheet="0"/>', []],
    ["in force", '<sheetProtection sheet="1" objects="1"/>', ["A1", "C1", "D1", "A3"]],
    ["in force, spelled out", '<sheetProtection algorithmName="SHA-512" sheet="true"/>', ["A1", "C1", "D1", "A3"]],
  ])("%s", async (_, protection, locked) => {
    const result = await patched(
      { styles, sheets: [xml(protection)] },
      places.map((place) => patch(place, 1)),
    );
    expect(result.refused).toEqual(
      locked.map((place) => ({
        patch: { at: at(place), was: "", value: 1 },
        why: "it is locked, and its sheet is protected",
      })),
    );
    expect(result.cells).toBe(places.length - locked.length);
    expect(result.part("xl/worksheets/sheet1.xml")).toContain(protection);
  });
});
