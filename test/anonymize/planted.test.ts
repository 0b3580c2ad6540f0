import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { zip } from "../../fixtures/make/zip.mjs";
import { rawZip } from "../lossless/raw-zip.js";
import { anonymized, everything, findings } from "./anonymizing.js";

/** A word of no form and no rule, and no part of any other. */
const SECRET = "Kestrelwing";
const [NAME, SHEET, BOOK] = ["copy.xlsx", "xl/worksheets/sheet1.xml", "xl/workbook.xml"];

type Plant = readonly [what: string, fixture: string, part: string, from: string | RegExp, to: string];
const PLANTS: readonly Plant[] = [
  ["a cell", "comments", "xl/sharedStrings.xml", /<si><t[^>]*>/, `$&${SECRET} `],
  [
    "a cell in several fonts",
    "rich-text",
    "xl/sharedStrings.xml",
    "<t>Only</t>",
    `<t>Only Kestrel</t></r><r><t>wing ${SECRET}</t>`,
  ],
  [
    "an inline text",
    "comments",
    SHEET,
    "</sheetData>",
    `<row r="900"><c r="A900" t="inlineStr"><is><t>${SECRET}</t></is></c></row></sheetData>`,
  ],
  [
    "a text in CDATA",
    "comments",
    SHEET,
    "</sheetData>",
    `<row r="900"><c r="A900" t="inlineStr"><is><t><![CDATA[${SECRET}]]></t></is></c></row></sheetData>`,
  ],
  [
    "a formula's result",
    "comments",
    SHEET,
    "</sheetData>",
    `<row r="900"><c r="A900" t="str"><f>1</f><v>${SECRET}</v></c></row></sheetData>`,
  ],
  [
    "a text in a formula",
    "comments",
    SHEET,
    "</sheetData>",
    `<row r="900"><c r="A900" t="str"><f>"${SECRET}"</f><v>x</v></c></row></sheetData>`,
  ],
  [
    "a function of a macro",
    "comments",
    SHEET,
    "</sheetData>",
    `<row r="900"><c r="A900"><f>${SECRET}(A1)</f><v>1</v></c></row></sheetData>`,
  ],
  [
    "a text in entities",
    "comments",
    SHEET,
    "</sheetData>",
    `<row r="900"><c r="A900" t="inlineStr"><is><t>&#75;estrelwing</t></is></c></row></sheetData>`,
  ],
  ["a remark in XML", "comments", SHEET, "</sheetData>", `</sheetData><!-- ${SECRET} -->`],
  ["an instruction in XML", "comments", SHEET, "</sheetData>", `</sheetData><?${SECRET} x?>`],
  ["phonetic guides", "phonetic", "xl/sharedStrings.xml", "トウキョウ", SECRET],
  ["a note", "comments", "xl/comments1.xml", "Ask Noor", SECRET],
  ["a note's author", "comments", "xl/comments1.xml", "Dana Whitfield", SECRET],
  ["a thread", "threaded-comments", "xl/threadedComments/threadedComment1.xml", "Asked", SECRET],
  ["a thread's person", "threaded-comments", "xl/persons/person.xml", "Dana Whitfield", SECRET],
  ["a person's account", "threaded-comments", "xl/persons/person.xml", "dana.whitfield", SECRET],
  ["a sheet's name", "hidden-sheets", BOOK, "Very hidden", SECRET],
  ["a defined name", "defined-names", BOOK, 'name="Aging"', `name="${SECRET}"`],
  ["a defined name's remark", "defined-names", BOOK, "Days since detection", SECRET],
  [
    "a defined name's formula",
    "defined-names",
    BOOK,
    '<definedName name="Limit">180',
    `<definedName name="Limit">"${SECRET}"`,
  ],
  ["the folder of the workbook", "comments", BOOK, "<bookViews>", `<fileSharing userName="${SECRET}"/><bookViews>`],
  ["a view's name", "custom-views", BOOK, "Assessor", SECRET],
  ["a tooltip", "hyperlinks", SHEET, "The ticket of V-102", SECRET],
  ["a link within", "hyperlinks", SHEET, "Lists!A2", `${SECRET}!A2`],
  ["a link's address", "hyperlinks", "xl/worksheets/_rels/sheet1.xml.rels", /Target="https?:\/\//, `$&${SECRET}.`],
  ["a list of values", "validations", SHEET, "High,Moderate,Low", `High,${SECRET},Low`],
  ["a validation's message", "validations", SHEET, "A date is wanted.", SECRET],
  [
    "a validation's title",
    "validations",
    SHEET,
    'errorTitle="Date"',
    `errorTitle="${SECRET}" prompt="${SECRET}" promptTitle="${SECRET}"`,
  ],
  ["a filter", "autofilter", SHEET, 'filter val="Moderate"', `filter val="${SECRET}"`],
  ["a conditional format", "conditional-formats", SHEET, 'text="High"', `text="${SECRET}"`],
  ["a foot line", "print", SHEET, "CUI", SECRET],
  ["a foot line's font", "print", SHEET, "&amp;CCUI", `&amp;C&amp;&quot;${SECRET},Bold&quot;CUI`],
  [
    "a table's name",
    "table",
    "xl/tables/table1.xml",
    'name="Items" displayName="Items"',
    `name="${SECRET}" displayName="${SECRET}"`,
  ],
  ["a text box", "text-box", "xl/drawings/drawing1.xml", "<a:t>CUI", `<a:t>${SECRET}`],
  ["a picture's description", "image", "xl/drawings/drawing1.xml", "The logo of Example Cloud", SECRET],
  ["a picture's name", "image", "xl/drawings/drawing1.xml", 'name="Logo"', `name="${SECRET}"`],
  ["a picture", "image", "xl/media/image1.png", /$/, SECRET],
  [
    "what a chart remembers",
    "chart",
    "xl/charts/chart1.xml",
    "</c:f></c:strRef>",
    `</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${SECRET}</c:v></c:pt></c:strCache></c:strRef>`,
  ],
  [
    "what a pivot table remembers",
    "pivot-table",
    "xl/pivotCache/pivotCacheDefinition1.xml",
    's v="High"',
    `s v="${SECRET}"`,
  ],
  ["who refreshed it", "pivot-table", "xl/pivotCache/pivotCacheDefinition1.xml", '"Dana"', `"${SECRET}"`],
  ["a slicer", "slicer", "xl/slicers/slicer1.xml", 'caption="Rating"', `caption="${SECRET}"`],
  [
    "another workbook's sheet",
    "external-link",
    "xl/externalLinks/externalLink1.xml",
    'val="Windows"',
    `val="${SECRET}"`,
  ],
  [
    "another workbook's value",
    "external-link",
    "xl/externalLinks/externalLink1.xml",
    '<cell r="B2"><v>90',
    `<cell r="B2" t="str"><v>${SECRET}`,
  ],
  [
    "another workbook's path",
    "external-link",
    "xl/externalLinks/_rels/externalLink1.xml.rels",
    "windows.xlsx",
    `file:///C:/${SECRET}/x.xlsx`,
  ],
  ["a connection", "connections", "xl/connections.xml", "Location=Scans", `Location=${SECRET}`],
  ["a query", "connections", "xl/connections.xml", "[Scans]", `[${SECRET}]`],
  ["data of other programs", "custom-xml", "customXml/item1.xml", "P7Y", SECRET],
  ["a ribbon", "custom-ribbon", "customUI/customUI14.xml", /label="/, `$&${SECRET}`],
  ["a macro", "macros", "xl/vbaProject.bin", /$/, SECRET],
  ["a macro in UTF-16", "macros", "xl/vbaProject.bin", /$/, [...SECRET].join("\0")],
  ["a printer", "print", "xl/printerSettings/printerSettings1.bin", /$/, SECRET],
  ["a signature", "signature", "_xmlsignatures/sig1.xml", /<SignatureValue>/, `$&${SECRET}`],
  ["a label", "sensitivity-label", "docMetadata/LabelInfo.xml", 'method="', `name="${SECRET}" $&`],
  [
    "a number's format",
    "comments",
    "xl/styles.xml",
    /<numFmts[^>]*>/,
    `$&<numFmt numFmtId="190" formatCode="0&quot;${SECRET}&quot;"/>`,
  ],
  ["a font", "comments", "xl/styles.xml", /name val="[^"]*"/, `name val="${SECRET}"`],
];

const entriesOf = (fixture: string) =>
  rawZip(readFileSync(`fixtures/features/${fixture}.${fixture === "macros" ? "xlsm" : "xlsx"}`)).entries;

function planted([what, fixture, part, from, to]: Plant): Buffer {
  let found = false;
  const entries = entriesOf(fixture).map(({ name, content }): [string, Buffer] => {
    if (name !== part) return [name, content];
    const before = content.toString("latin1");
    const after = typeof from === "string" ? content.toString("utf8").replace(from, to) : before.replace(from, to);
    found = after !== before;
    return [name, Buffer.from(after, typeof from === "string" ? "utf8" : "latin1")];
  });
  if (!found) throw new Error(`nowhere to plant ${what}`);
  return zip(entries);
}

const hidden = (bytes: Buffer) => /kestrel|elwing|telwi/.exec(everything(bytes))?.[0];

describe("a secret word is not in the copy", () => {
  it.each(PLANTS)("%s (%s, %s)", async (...plant) => {
    const original = planted(plant);
    expect(hidden(original)).toBeDefined();
    const { bytes } = await anonymized(original, NAME);
    expect(hidden(bytes)).toBeUndefined();
    expect(await findings(bytes, NAME)).toEqual(await findings(original, NAME));
  });

  it("in the name of a part, or behind the archive, or before it", async () => {
    const entries = entriesOf("text-box").map(({ name, content }): [string, Buffer] => {
      const renamed = (text: string) => text.replaceAll("drawing1.xml", `${SECRET}.xml`);
      return [renamed(name), Buffer.from(renamed(content.toString("utf8")))];
    });
    const original = zip(entries, { preamble: SECRET, comment: SECRET });
    const { bytes } = await anonymized(original, NAME);
    expect(bytes.toString("latin1").toLowerCase()).not.toContain("kestrel");
    expect(hidden(bytes)).toBeUndefined();
    expect(await findings(bytes, NAME)).toEqual(await findings(original, NAME));
  });
});

describe("what could hold anything is refused, and its name is not told", () => {
  it("an embedded file", async () => {
    await expect(
      anonymized(zip(entriesOf("ole-object").map(({ name, content }) => [name, content])), NAME),
    ).rejects.toThrow(
      "copy.xlsx cannot be made anonymous: it holds xl/embeddings/oleObject1.bin, which poam can neither reword nor take out.",
    );
  });
  it("a part of a kind that is not known", async () => {
    const entries = entriesOf("comments").map(({ name, content }): [string, Buffer] => [name, content]);
    const original = zip([...entries, [`xl/${SECRET}.bin`, Buffer.from("x")]]);
    const failed = await anonymized(original, NAME).catch((error) => error);
    expect(failed).toMatchObject({ code: "anonymize-part" });
    expect(failed.message).not.toContain(SECRET);
  });
});
