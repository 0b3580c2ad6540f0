import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { reference } from "../../src/model/cell.js";
import { openWorkbook } from "../../src/workbook/open.js";
import { applyPatches } from "../../src/workbook/patch.js";
import { addReview } from "../../src/workbook/review/add-review.js";
import { isUntouchedReview } from "../../src/workbook/review/mark.js";
import { elements, rawWorkbook } from "../lossless/raw-workbook.js";
import { reviewRow, reviewWith } from "../review-rows.js";
import { escaped, makeWorkbook } from "./make-workbook.js";

const feature = (name: string) => readFileSync(`fixtures/features/${name}`);
const ITEMS = "Open POA&M Items";
const onItems = (row: number, column: number) => ({ sheet: ITEMS, row, column });
const ROW = '<row r="1"><c r="A1"><v>5</v></c></row>';

async function reviewed(bytes: Buffer, rows = [reviewRow(onItems(6, 2))], notes = false) {
  const copy = await addReview(bytes, reviewWith(rows), { notes }, "made.xlsx");
  return { ...copy, raw: rawWorkbook(copy.bytes) };
}

/** The texts of the sheet that was added, row by row, as another reader sees them. */
function sheetRows(xml: string): string[][] {
  return [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
    [...row!.matchAll(/<c [^>]*?(?:\/>|>.*?<\/c>)/gs)].map(([cell]) => /<t [^>]*>(.*)<\/t>/s.exec(cell)?.[1] ?? ""),
  );
}

describe("the sheet of a review", () => {
  it("has a row for each finding below its headings", async () => {
    const { raw } = await reviewed(feature("comments.xlsx"), [
      reviewRow(onItems(6, 28), { severity: "error", message: "=1+1 & <b>", sources: "one\ntwo" }),
      reviewRow(onItems(7, 2), { item: "", owner: "" }),
    ]);
    expect(sheetRows(raw.xml("xl/worksheets/poam1.xml"))).toEqual([
      ["Findings of poam in made.xlsx"],
      ["2 findings"],
      ["Severity", "Item", "Cell", "Finding", "What to do", "Owner", "Rule", "Source"],
      [
        "error",
        "V-1",
        "'Open POA&amp;M Items'!AB6",
        "=1+1 &amp; &lt;b&gt;",
        "Look at it.",
        "Ann Lee",
        "stale",
        "one\ntwo",
      ],
      [
        "warning",
        "",
        "'Open POA&amp;M Items'!B7",
        "the status is old",
        "Look at it.",
        "",
        "stale",
        "A Guide 2, section 3",
      ],
    ]);
  });

  it("filters by its headings, which stay in sight and are printed on each page", async () => {
    const { raw } = await reviewed(feature("comments.xlsx"));
    const sheet = raw.xml("xl/worksheets/poam1.xml");
    expect(elements(sheet, "autoFilter")).toEqual([{ ref: "A3:H4" }]);
    expect(elements(sheet, "pane")[0]).toMatchObject({ ySplit: "3", state: "frozen", topLeftCell: "A4" });
    const names = [
      ...raw.xml("xl/workbook.xml").matchAll(/<definedName name="(\S+)" localSheetId="2" hidden="1">([^<]*)/g),
    ].map(([, name, text]) => [name, text]);
    expect(names.slice(0, 2)).toEqual([
      ["_xlnm._FilterDatabase", "'poam'!$A$3:$H$4"],
      ["_xlnm.Print_Titles", "'poam'!$3:$3"],
    ]);
  });

  it.each(["Open POA&M Items", 'It\'s <all> "open"', "Ünïcode 日本 🛰", "A!B$C"])(
    "links to the cell on %s",
    async (name) => {
      const made = makeWorkbook({ sheets: [{ name: escaped(name), xml: ROW }] });
      const { raw } = await reviewed(made, [reviewRow({ sheet: name, row: 14, column: 12 })]);
      expect(elements(raw.xml("xl/worksheets/poam1.xml"), "hyperlink")).toEqual([
        { ref: "C4", location: `'${name.replaceAll("'", "''")}'!L14` },
      ]);
    },
  );

  it.each<[string, readonly string[]]>([
    ["poam", ["Items"]],
    ["poam (2)", ["Items", "POAM"]],
    ["poam (3)", ["Poam", "poam (2)"]],
  ])("is called %s beside %s", async (name, sheets) => {
    const made = makeWorkbook({ sheets: sheets.map((sheet) => ({ name: sheet, xml: ROW })) });
    const { sheet, raw } = await reviewed(made, [reviewRow({ sheet: sheets[0]!, row: 1, column: 1 })]);
    expect(sheet).toBe(name);
    expect(raw.sheets.map((one) => one.name)).toEqual([...sheets, name]);
  });

  it("stands beside the sheet of an earlier review, in which somebody may have written", async () => {
    const first = await reviewed(feature("comments.xlsx"));
    const second = await reviewed(first.bytes);
    expect(second.raw.sheets.map(({ name }) => name)).toEqual([ITEMS, "Lists", "poam", "poam (2)"]);
    expect(second.raw.xml("xl/worksheets/poam1.xml")).toBe(first.raw.xml("xl/worksheets/poam1.xml"));
  });

  it("says as many links as Excel takes, and how many that are", async () => {
    const rows = Array.from({ length: 65_531 }, (_, index) => reviewRow(onItems(index + 6, 2)));
    const { raw, remarks } = await reviewed(feature("comments.xlsx"), rows);
    const sheet = raw.xml("xl/worksheets/poam1.xml");
    expect(sheet.match(/<hyperlink /g)).toHaveLength(65_530);
    expect(sheet.match(/<row /g)).toHaveLength(4 + 65_531);
    expect(remarks).toEqual(["Of 65,531 findings the first 65,530 have a link, as a sheet holds no more."]);
    expect(sheetRows(sheet.slice(0, 4000))[2]).toEqual(remarks);
  });

  it("says why findings are suppressed where that was asked for", async () => {
    const rows = [reviewRow(onItems(6, 2), { suppressed: "accepted, until 2026-06-30" })];
    const { bytes } = await addReview(feature("comments.xlsx"), reviewWith(rows, true), { notes: true }, "a.xlsx");
    const shown = sheetRows(rawWorkbook(bytes).xml("xl/worksheets/poam1.xml"));
    expect(shown.slice(2).map((row) => row[8])).toEqual(["Suppressed", "accepted, until 2026-06-30"]);
    expect(rawWorkbook(bytes).xml("xl/comments1.xml")).toBe(
      rawWorkbook(feature("comments.xlsx")).xml("xl/comments1.xml"),
    );
  });

  it.each(["strict.xlsx", "prefixed.xlsx"])("is of the workbook's own kind: %s", async (name) => {
    const { raw } = await reviewed(feature(name), undefined, true);
    const before = rawWorkbook(feature(name));
    const namespaceOf = (xml: string) => /<(?:\w+:)?worksheet[^>]*? xmlns(?::x)?="([^"]+)"/.exec(xml)![1];
    expect(namespaceOf(raw.xml("xl/worksheets/poam1.xml"))).toBe(namespaceOf(before.xml("xl/worksheets/sheet1.xml")));
    const types = elements(raw.xml("xl/_rels/workbook.xml.rels"), "Relationship")
      .filter(({ Type }) => Type!.endsWith("/worksheet"))
      .map(({ Type }) => Type);
    expect(new Set(types).size).toBe(1);
  });

  it("is plain where the workbook has no styles", async () => {
    const { raw } = await reviewed(makeWorkbook({ sheets: [{ name: escaped(ITEMS), xml: ROW }] }));
    expect(raw.xml("xl/worksheets/poam1.xml")).not.toMatch(/<c [^>]*s="/);
  });

  it("is left out when the copy is read", async () => {
    const { bytes } = await reviewed(feature("comments.xlsx"));
    const read = await openWorkbook(bytes, "copy.xlsx");
    expect(read.sheets.map(({ name }) => name)).toEqual([ITEMS, "Lists"]);
    expect(read.isReviewed).toBe(true);
  });

  it("is not made of a workbook that is signed", async () => {
    await expect(reviewed(feature("signature.xlsx"))).rejects.toThrow(
      "made.xlsx is digitally signed, and any change would void the signature. Save a copy without it and review that.",
    );
  });
});

describe("notes of a review", () => {
  /** The notes of the first sheet: cell, author, text. */
  function notesOf(xml: string): string[][] {
    const authors = [...xml.matchAll(/<author>(.*?)<\/author>/g)].map(([, author]) => author!);
    return [...xml.matchAll(/<comment ref="(\w+)" authorId="(\d+)"[^>]*>(.*?)<\/comment>/gs)].map(
      ([, cell, author, inner]) => [
        cell!,
        authors[Number(author)]!,
        [...inner!.matchAll(/<t\b[^>]*>(.*?)<\/t>/gs)].map(([, text]) => text).join(""),
      ],
    );
  }
  const STALE = "warning stale: the status is old\nWhat to do: Look at it.";

  it("hold all findings of a cell, the gravest first", async () => {
    const rows = [reviewRow(onItems(6, 2)), reviewRow(onItems(6, 2), { severity: "error", rule: "late", help: "" })];
    const { raw } = await reviewed(feature("table.xlsx"), rows, true);
    expect(notesOf(raw.xml("xl/comments1.xml"))).toEqual([
      ["B6", "poam", `poam, as of 2026-03-31\nerror late: the status is old\n\n${STALE}`],
    ]);
    const [sheet] = raw.sheets;
    const [drawing] = elements(raw.xml(sheet!.part), "legacyDrawing");
    const relations = elements(raw.xml("xl/worksheets/_rels/sheet1.xml.rels"), "Relationship");
    expect(relations.find(({ Id }) => Id === drawing!.id)?.Target).toBe("/xl/drawings/vmlDrawing1.vml");
    expect(raw.xml("xl/drawings/vmlDrawing1.vml")).toContain("<x:Row>5</x:Row><x:Column>1</x:Column>");
  });

  it("stand below what somebody has noted, and beside it", async () => {
    const { raw } = await reviewed(
      feature("comments.xlsx"),
      [reviewRow(onItems(7, 12)), reviewRow(onItems(6, 2))],
      true,
    );
    expect(notesOf(raw.xml("xl/comments1.xml"))).toEqual([
      ["L7", "Dana Whitfield", `Ask Noor.\n\npoam, as of 2026-03-31\n${STALE}`],
      ["B6", "poam", `poam, as of 2026-03-31\n${STALE}`],
    ]);
    const drawing = raw.xml("xl/drawings/vmlDrawing1.vml");
    expect(drawing.match(/<v:shape /g)).toHaveLength(2);
    expect([...drawing.matchAll(/ id="(_x0000_s\d+)"/g)].map(([, id]) => id)).toEqual(["_x0000_s1025", "_x0000_s1026"]);
  });

  it("make runs of a text that has none", async () => {
    const made = feature("comments.xlsx");
    const plain = rawWorkbook(made)
      .xml("xl/comments1.xml")
      .replace(/<r>(<t .*?<\/t>)<\/r>/, "$1");
    const book = makeWorkbook({
      sheets: [{ name: escaped(ITEMS), xml: ROW }],
      parts: {
        "xl/comments1.xml": plain,
        "xl/worksheets/_rels/sheet1.xml.rels":
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/></Relationships>',
      },
    });
    const { raw } = await reviewed(book, [reviewRow(onItems(7, 12))], true);
    expect(raw.xml("xl/comments1.xml")).toMatch(/<text><r><t xml:space="preserve">Ask Noor.<\/t><\/r><r><rPr><b\/>/);
  });

  it("leave threads of comments alone, and say so", async () => {
    const before = rawWorkbook(feature("threaded-comments.xlsx"));
    const { raw, remarks } = await reviewed(feature("threaded-comments.xlsx"), [reviewRow(onItems(7, 12))], true);
    for (const part of ["xl/comments1.xml", "xl/threadedComments/threadedComment1.xml", "xl/worksheets/sheet1.xml"]) {
      expect(raw.xml(part)).toBe(before.xml(part));
    }
    expect(remarks).toEqual([`No note where a thread of comments stands: ${reference(onItems(7, 12))}.`]);
  });

  it("are left out where the sheet's drawing is not Excel's", async () => {
    const drawing = '<xml xmlns:a="urn:schemas-microsoft-com:vml"/>';
    const rels = rawWorkbook(feature("comments.xlsx")).xml("xl/worksheets/_rels/sheet1.xml.rels");
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const book = makeWorkbook({
      sheets: [
        {
          name: escaped(ITEMS),
          xml: `<worksheet xmlns="${main}" xmlns:r="${relations}"><sheetData>${ROW}</sheetData><legacyDrawing r:id="rId1"/></worksheet>`,
        },
      ],
      parts: {
        "xl/worksheets/_rels/sheet1.xml.rels": rels.replace(/<Relationship Id="rId2".*?\/>/, ""),
        "xl/drawings/vmlDrawing1.vml": drawing,
      },
    });
    const { raw, remarks } = await reviewed(book, [reviewRow(onItems(1, 1))], true);
    expect(raw.xml("xl/drawings/vmlDrawing1.vml")).toBe(drawing);
    expect(raw.has("xl/comments1.xml")).toBe(false);
    expect(remarks).toEqual([
      `No note where the sheet's drawing is not written as Excel's are: ${reference(onItems(1, 1))}.`,
    ]);
  });

  it("are as many as Excel bears, the gravest first", async () => {
    const rows = Array.from({ length: 5_001 }, (_, index) =>
      reviewRow(onItems(index + 6, 2), index === 5_000 ? { severity: "error" } : {}),
    );
    const { raw, remarks } = await reviewed(feature("table.xlsx"), rows, true);
    const cells = notesOf(raw.xml("xl/comments1.xml")).map(([cell]) => cell);
    expect(cells).toHaveLength(5_000);
    expect([cells[0], cells.at(-2), cells.at(-1)]).toEqual(["B6", "B5004", "B5006"]);
    expect(remarks).toEqual([
      "Of 5,001 cells with findings 5,000 have a note, the gravest first, as more make Excel slow.",
    ]);
  });
});

describe("a review is known for poam's own", () => {
  it.each(["comments.xlsx", "zip64.xlsx", "stored.xlsx", "macros.xlsm", "strict.xlsx", "defined-names.xlsx"])(
    "as long as nobody saves it: %s",
    async (name) => {
      const { bytes } = await reviewed(feature(name), undefined, true);
      expect(await isUntouchedReview(feature(name), name)).toBe(false);
      expect(await isUntouchedReview(bytes, name)).toBe(true);
      const at = { sheet: "poam", row: 4, column: 6 };
      const { bytes: edited } = await applyPatches(bytes, [{ at, was: "Ann Lee", value: "Noor" }], name);
      expect(edited.equals(bytes)).toBe(false);
      expect(await isUntouchedReview(edited, name)).toBe(false);
    },
  );

  it("and no other file is", async () => {
    expect(await isUntouchedReview(Buffer.from("notes"), "a.xlsx")).toBe(false);
    expect(await isUntouchedReview(Buffer.of(), "a.xlsx")).toBe(false);
  });
});
