import { describe, expect, it } from "vitest";
import { type Growth, growthSplices } from "../../src/workbook/grow.js";
import { partBytes } from "../../src/workbook/inflate.js";
import { mainPart } from "../../src/workbook/package.js";
import type { Splice } from "../../src/workbook/patched.js";
import { readZip } from "../../src/workbook/zip.js";
import { makeWorkbook, workbookEntries } from "./make-workbook.js";

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/**
 * In the parts below `<12>` stands where row 12 is to become row 14 and nowhere else: as `12` it makes the workbook, as `14`
 * what is expected. `<+B>` is where a range of one cell begins to be one of three.
 */
const before = (text: string) => text.replaceAll("<12>", "12").replaceAll(/<\+[A-Z]+>/g, "");
const after = (text: string) => text.replaceAll("<12>", "14").replaceAll(/<\+([A-Z]+)>/g, ":$114");

const rows = Array.from(
  { length: 8 },
  (_, i) => `<row r="${i + 5}"><c r="A${i + 5}"><v>1</v></c><c r="H${i + 5}" s="0"/></row>`,
);
const worksheet = (tail: string, head = "") =>
  `<worksheet ${MAIN} xmlns:r="${RELATIONS}">${head}<sheetData>${rows.join("")}</sheetData>${tail}</worksheet>`;
const tableRelations = (...tables: readonly string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${tables.map((name, i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/table" Target="../tables/${name}"/>`).join("")}</Relationships>`;

const SHEET = worksheet(
  `<sheetProtection sheet="1"/><protectedRanges><protectedRange sqref="A5:C<12>" name="Items"/></protectedRanges>` +
    `<autoFilter ref="A4:H<12>"><filterColumn colId="0"/><sortState ref="A5:H<12>"><sortCondition ref="B5:B<12>"/></sortState></autoFilter>` +
    `<mergeCells count="1"><mergeCell ref="A12:B12"/></mergeCells>` +
    `<conditionalFormatting sqref="A5:A<12> C1:C3 D5:D<12>"><cfRule type="expression" priority="1"><formula>A5:A12&gt;1</formula></cfRule></conditionalFormatting>` +
    `<conditionalFormatting sqref='C12<+C>'/>` +
    `<!-- sqref="A5:A12" -->` +
    `<dataValidations count="5"><dataValidation type="list" sqref="A5:A<12>"><formula1>Lists!$A$1:$A$12</formula1></dataValidation>` +
    `<dataValidation sqref="B5:B1000"/><dataValidation sqref="C5:C12"/><dataValidation sqref="C13:C1000"/>` +
    `<dataValidation sqref="D:D E11:E<12>"/></dataValidations>` +
    `<hyperlinks><hyperlink ref="A12" location="B12"/></hyperlinks><ignoredErrors><ignoredError sqref="G5:G<12> 5:<12>" numberStoredAsText="1"/></ignoredErrors>` +
    `<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">` +
    `<x14:dataValidations><x14:dataValidation><x14:formula1><xm:f>Lists!$B$1:$B$12</xm:f></x14:formula1><xm:sqref>F5:F<12> H5:H<12></xm:sqref></x14:dataValidation></x14:dataValidations>` +
    `<x14:conditionalFormattings><x14:conditionalFormatting><xm:sqref>A5:H<12></xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings>` +
    `<x14:sparklineGroups><x14:sparkline><xm:f>Open!A12:C12</xm:f><xm:sqref>H12</xm:sqref></x14:sparkline></x14:sparklineGroups></ext></extLst>`,
  `<dimension ref="A5:H12"/>`,
);
const OTHER = worksheet(
  `<autoFilter ref="A4:H12"/><dataValidations><dataValidation sqref="A5:A12"/></dataValidations>`,
);
const NAMES =
  `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'Open POA&amp;M''s'!$A$4:$H$<12></definedName>` +
  `<definedName name="_xlnm._FilterDatabase" localSheetId="1">Other!$A$4:$H$12</definedName>` +
  `<definedName name="_xlnm.Print_Area" localSheetId="0">'Open POA&amp;M''s'!$A$1:$C$<12>,'Open POA&amp;M''s'!$E$1:$F$<12>,Other!$A$1:$B$12</definedName>`.replace(
    "$F$12",
    "$F$<12>",
  ) +
  `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Open POA&amp;M''s'!$1:$12</definedName>` +
  `<definedName name="ids">'open poa&amp;m''s'!$A$5:$A$<12></definedName><definedName name="last">'Open POA&amp;M''s'!$A$12</definedName>` +
  `<definedName name="computed">OFFSET('Open POA&amp;M''s'!$A$5:$A$12,0,1)</definedName><definedName name="rate">12</definedName>`;
const TABLE = `<table ${MAIN} id="1" name="Items" displayName="Items" ref="A4:H<12>"><autoFilter ref="A4:H<12>"/><tableColumns count="1"><tableColumn id="1" name="POAM ID"/></tableColumns></table>`;

const workbookPart = (sheets: readonly string[], names: string) =>
  `<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets>${sheets.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("")}</sheets><definedNames>${names}</definedNames></workbook>`;

type Parts = Readonly<Record<string, string>>;
const PARTS: Parts = {
  "xl/workbook.xml": workbookPart(["Open POA&amp;M's", "Other"], NAMES),
  "xl/worksheets/sheet1.xml": SHEET,
  "xl/worksheets/sheet2.xml": OTHER,
  "xl/worksheets/_rels/sheet1.xml.rels": tableRelations("table1.xml"),
  "xl/tables/table1.xml": TABLE,
};
const map = (parts: Parts, change: (text: string) => string) =>
  Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, change(text)]));

/** All parts with their splices made. */
async function grown(parts: Parts, growths: readonly Growth[]): Promise<Record<string, string>> {
  const zip = readZip(makeWorkbook({ sheets: ["", ""], parts }), "made.xlsx");
  const splices = await growthSplices(zip, (await mainPart(zip)).entry, growths);
  return Object.fromEntries(
    zip.entries.map((entry) => [entry.name, spliced(partBytes(zip, entry), splices.get(entry.name) ?? [])]),
  );
}

function spliced(bytes: Buffer, splices: readonly Splice[]): string {
  let content = bytes;
  for (const { start, end, text } of [...splices].sort((a, b) => b.start - a.start)) {
    content = Buffer.concat([content.subarray(0, start), Buffer.from(text), content.subarray(end)]);
  }
  return content.toString();
}

const GROWTH: Growth = { sheet: "Open POA&M's", fromRow: 12, toRow: 14 };

describe("growing what ends at the last row", () => {
  it("takes everything along that covers items, and leaves every other byte", async () => {
    const made = map(PARTS, before);
    const all = Object.fromEntries(
      workbookEntries({ sheets: ["", ""], parts: made }).map(([name, content]) => [name, content]),
    );
    expect(await grown(made, [GROWTH])).toEqual({
      ...all,
      ...map(PARTS, after),
      "xl/worksheets/sheet2.xml": before(OTHER),
    });
  });

  it.each<[string, Growth]>([
    ["another row", { ...GROWTH, fromRow: 13, toRow: 14 }],
    ["another sheet's name", { ...GROWTH, sheet: "Lists" }],
    ["no further than it is", { ...GROWTH, toRow: 12 }],
  ])("changes nothing for %s", async (_, growth) => {
    const made = map(PARTS, before);
    expect(await grown(made, [growth])).toMatchObject(made);
  });

  it("reaches as far as the new rows where a range ends among them, and leaves one that begins below the last item", async () => {
    const lists = (...ranges: string[]) =>
      worksheet(ranges.map((range) => `<conditionalFormatting sqref="${range}"/>`).join(""));
    const parts = { "xl/worksheets/sheet1.xml": lists("A5:A11", "B5:B10", "C5:C13", "D5:D14", "E11:E13", "F5:F9") };
    const result = await grown(parts, [{ sheet: "Sheet1", fromRow: 10, toRow: 14 }]);
    const expected = lists("A5:A14", "B5:B14", "C5:C14", "D5:D14", "E11:E13", "F5:F9");
    expect(result["xl/worksheets/sheet1.xml"]).toBe(expected);
  });

  it("keeps a prefix and a byte order mark where they are", async () => {
    const xml = `\uFEFF<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData/><x:autoFilter ref='A1:B<12>'/></x:worksheet>`;
    const parts = { "xl/worksheets/sheet1.xml": xml };
    const result = await grown(map(parts, before), [{ sheet: "Sheet1", fromRow: 12, toRow: 14 }]);
    expect(result["xl/worksheets/sheet1.xml"]).toBe(after(xml));
  });
});

describe("what cannot grow is refused by name", () => {
  const table = (attributes: string, column = '<tableColumn id="1" name="POAM ID"/>') =>
    `<table ${MAIN} id="1" displayName="Items" ${attributes}><tableColumns count="1">${column}</tableColumns></table>`;
  it.each<[string, string, string, RegExp]>([
    [
      "above its totals row",
      table('ref="A4:H13" totalsRowCount="1"'),
      "",
      /Items on 'Sheet1', for it ends with a totals row \(row 13\)/,
    ],
    ["at its totals row", table('ref="A4:H12" totalsRowCount="1"'), "", /for it ends with a totals row \(row 12\)/],
    [
      "with a calculated column",
      table(
        'ref="A4:H12"',
        '<tableColumn id="1" name="Due"><calculatedColumnFormula>[Found]+30</calculatedColumnFormula></tableColumn>',
      ),
      "",
      /for Excel computes its column "Due"/,
    ],
    [
      "over another table",
      table('ref="A4:H12"'),
      table('ref="C14:E20"').replace("Items", "Below"),
      /for the table Below lies below it/,
    ],
  ])("a table %s", async (_, first, second, message) => {
    const parts = {
      "xl/worksheets/sheet1.xml": worksheet(""),
      "xl/worksheets/_rels/sheet1.xml.rels": tableRelations("table1.xml", ...(second ? ["table2.xml"] : [])),
      "xl/tables/table1.xml": first,
      ...(second ? { "xl/tables/table2.xml": second } : {}),
    };
    await expect(grown(parts, [{ sheet: "Sheet1", fromRow: 12, toRow: 14 }])).rejects.toThrow(message);
  });
});
