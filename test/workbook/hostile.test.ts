import { describe, expect, test } from "vitest";
import { UserError } from "../../src/model/user-error.js";
import type { Workbook } from "../../src/model/workbook.js";
import { openWorkbook } from "../../src/workbook/open.js";
import { readZip } from "../../src/workbook/zip.js";
import { MAIN_TYPE, type Made, makeWorkbook, stylesWith, workbookEntries } from "./make-workbook.js";
import { type Entry, type EntryOptions, zip } from "./zip-writer.js";

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const made: Made = {
  sheets: [
    `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45000</v></c></row><row r="2"><c r="A2"><f>B1</f><v>1</v></c></row>`,
  ],
  sharedStrings: "<si><t>POAM ID</t></si>",
  styles: stylesWith(14),
};
const SHEET = "xl/worksheets/sheet1.xml";

/** The code of the error that opening gives; any error that is not the user's fails the test. */
async function codeOf(bytes: Buffer, name = "acme.xlsx"): Promise<string> {
  try {
    await openWorkbook(bytes, name);
    return "opened";
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.message).toMatch(new RegExp(`^${name.replace(/[.$]/g, "\\$&")} .*\\.\\)?$`, "s"));
    return error.code;
  }
}

function withPart(name: string, content: string | Buffer | null): Buffer {
  return makeWorkbook({ ...made, parts: { [name]: content } });
}

function withEntry(options: EntryOptions, name = SHEET): Buffer {
  return zip(workbookEntries(made).map(([part, content]): Entry => [part, content, part === name ? options : {}]));
}

function sheetOf(inner: string): Buffer {
  return withPart(SHEET, inner);
}

/** A compound file whose directory names these streams. */
function compoundFile(...streams: string[]): Buffer {
  const bytes = Buffer.alloc(512 * 3);
  bytes.write("d0cf11e0a1b11ae1", 0, "hex");
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(1, 48);
  bytes.writeUInt32LE(0, 76);
  bytes.writeUInt32LE(0xfffffffd, 512);
  bytes.writeUInt32LE(0xfffffffe, 516);
  for (const [index, name] of ["Root Entry", ...streams].entries()) {
    const at = 1024 + index * 128;
    bytes.write(name, at, "utf16le");
    bytes.writeUInt16LE(name.length * 2 + 2, at + 64);
  }
  return bytes;
}

function packageOf(contentType: string): Buffer {
  const [types] = workbookEntries(made);
  return withPart("[Content_Types].xml", String(types![1]).replace(MAIN_TYPE, contentType));
}

describe("files that are no workbook", () => {
  const cases: [string, Buffer, string][] = [
    ["nothing", Buffer.alloc(0), "empty-file"],
    ["old .xls", compoundFile("Workbook"), "old-excel"],
    ["older .xls", compoundFile("Book"), "old-excel"],
    ["encrypted", compoundFile("EncryptionInfo", "EncryptedPackage"), "encrypted"],
    ["old Word", compoundFile("WordDocument"), "word"],
    ["old PowerPoint", compoundFile("PowerPoint Document"), "powerpoint"],
    ["an Outlook message", compoundFile("__properties"), "compound-file"],
    ["a compound file's first bytes only", compoundFile().subarray(0, 20), "compound-file"],
    ["a compound file with a circular table", loopedCompoundFile(), "compound-file"],
    ["xlsb", packageOf("application/vnd.ms-excel.sheet.binary.macroEnabled.main"), "xlsb"],
    ["docx", packageOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"), "word"],
    [
      "pptx",
      packageOf("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"),
      "powerpoint",
    ],
    [
      "ods",
      zip([
        ["mimetype", "application/vnd.oasis.opendocument.spreadsheet", { stored: true }],
        ["content.xml", "<a/>"],
        ["META-INF/manifest.xml", "<a/>"],
      ]),
      "opendocument",
    ],
    ["Numbers", zip([["Index/Document.iwa", "x"]]), "numbers"],
    ["another archive", zip([["notes.txt", "hello"]]), "not-a-workbook"],
    ["an empty archive", zip([]), "not-a-workbook"],
    ["html", Buffer.from("\n<html><table><tr><td>1</td></tr></table></html>"), "html"],
    ["html with a declaration", Buffer.from('<?xml version="1.0"?><html xmlns="x"></html>'), "html"],
    ["a saved web page", Buffer.from("MIME-Version: 1.0\nContent-Type: multipart/related"), "html"],
    [
      "XML spreadsheet 2003",
      Buffer.from(
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      ),
      "xml-2003",
    ],
    ["other XML", Buffer.from('<?xml version="1.0"?><plan-of-action-and-milestones/>'), "xml"],
    ["JSON", Buffer.from('\ufeff{\n "plan-of-action-and-milestones": {}}'), "json"],
    ["a JSON list", Buffer.from('[{"a":1}]'), "json"],
    ["PDF", Buffer.from("%PDF-1.7\n%âãÏÓ"), "pdf"],
    ["PDF with binary content", Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(40, 1)]), "pdf"],
    ["binary", Buffer.from([1, 2, 3, 0, 0, 0, 9, 200, 0, 0]), "not-a-workbook"],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "not-a-workbook"],
    ["a lock file by content", lockFile(), "lock-file"],
  ];
  test.each(cases)("%s", async (_, bytes, code) => expect(await codeOf(bytes)).toBe(code));

  test("a lock file by name", async () => expect(await codeOf(Buffer.from("x"), "~$acme.xlsx")).toBe("lock-file"));
  test("a copied workbook keeps ~$ in its name", async () =>
    expect(await codeOf(makeWorkbook(made), "~$acme.xlsx")).toBe("opened"));
});

function lockFile(): Buffer {
  const bytes = Buffer.alloc(165, 0x20);
  bytes[0] = 4;
  bytes.write("Jane", 1);
  bytes.write("\u0004\0J\0a\0n\0e\0", 55);
  return bytes;
}

function loopedCompoundFile(): Buffer {
  const bytes = compoundFile();
  bytes.writeUInt32LE(1, 516);
  return bytes;
}

describe("damaged archives", () => {
  const whole = makeWorkbook(made);

  test("opened when whole", async () => expect(await codeOf(whole)).toBe("opened"));

  test.each(Array.from({ length: 19 }, (_, i) => i + 1))("cut off after %d/20", async (part) => {
    expect(await codeOf(whole.subarray(0, Math.floor((whole.length * part) / 20)))).toBe("truncated");
  });

  test("one byte changed in each part", async () => {
    for (const { name, dataStart, dataEnd } of readZip(whole, "acme.xlsx").entries) {
      for (const at of [dataStart, (dataStart + dataEnd) >> 1, dataEnd - 1]) {
        const bytes = Buffer.from(whole);
        bytes[at]! ^= 0x55;
        expect([name, await codeOf(bytes)]).toEqual([name, expect.stringMatching(/^(damaged-part|bomb)$/)]);
      }
    }
  });

  const entries = workbookEntries(made);
  const cases: [string, Buffer, string][] = [
    ["a wrong CRC", withEntry({ crc: 1 }), "damaged-part"],
    ["a wrong CRC of a stored part", withEntry({ crc: 1, stored: true }), "damaged-part"],
    ["a size too small", withEntry({ size: 20 }), "bomb"],
    ["a size too large", withEntry({ size: 4000 }), "damaged-part"],
    ["a stored part of two sizes", withEntry({ stored: true, size: 4000 }), "damaged-zip"],
    ["a packed size that runs into the next part", withEntry({ compressedSize: 100_000 }), "damaged-zip"],
    ["an unknown compression", withEntry({ method: 12 }), "unknown-compression"],
    ["an encrypted part", withEntry({ flags: 1 }), "encrypted-part"],
    ["another name in the local header", withEntry({ localName: "xl/worksheets/sheet2.xml" }), "damaged-zip"],
    ["the same part twice", zip([...entries, ["XL/Workbook.xml", "<a/>"]]), "duplicate-part"],
    ["a part above the package", zip([...entries, ["../evil.xml", "<a/>"]]), "unsafe-part"],
    ["a part at the root of the disk", zip([...entries, ["/etc/passwd", "<a/>"]]), "unsafe-part"],
    ["a part on a drive", zip([...entries, ["C:evil", "<a/>"]]), "unsafe-part"],
    ["a part with a backslash", zip([...entries, ["xl\\evil.xml", "<a/>"]]), "unsafe-part"],
    ["two parts over the same bytes", overlapping(), "damaged-zip"],
    ["a count that is wrong", patched(whole, whole.length - 12, 99), "damaged-zip"],
    ["a directory that lies elsewhere", patched(whole, whole.length - 6, 0xff), "damaged-zip"],
    ["no content types", withPart("[Content_Types].xml", null), "missing-part"],
    ["no relationships", withPart("_rels/.rels", null), "not-a-workbook"],
    ["no workbook part", withPart("xl/workbook.xml", null), "missing-part"],
    ["no relationships of the workbook", withPart("xl/_rels/workbook.xml.rels", null), "damaged-part"],
    ["no sheet part", withPart(SHEET, null), "missing-part"],
    ["no shared strings, though named", withPart("xl/sharedStrings.xml", null), "missing-part"],
    ["no sheets at all", makeWorkbook({ sheets: [] }), "no-sheets"],
    ["only a preamble and an end", Buffer.concat([Buffer.from("PK"), zip([])]), "not-a-workbook"],
  ];
  test.each(cases)("%s", async (_, bytes, code) => expect(await codeOf(bytes)).toBe(code));
});

/** A part within another stored part: both local headers are sound, and the bytes are told twice. */
function overlapping(): Buffer {
  const inner = zip([["inner.xml", "<a/>"]]);
  return zip([
    ["outer.bin", inner, { stored: true }],
    ["inner.xml", "<a/>", { at: 30 + "outer.bin".length }],
    ...workbookEntries(made),
  ]);
}

function patched(bytes: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = value;
  return copy;
}

describe("bombs are refused from their directory", () => {
  const MIB = 1 << 20;
  const zeros = Buffer.alloc(65 * MIB);
  const cases: [string, Buffer][] = [
    ["a part above 1 GiB", withEntry({ size: 1025 * MIB, descriptor: true })],
    ["a size beyond what deflate can do", withEntry({ size: 60 * MIB, descriptor: true })],
    ["a large part packed 1000 to 1", zip([...workbookEntries(made), ["xl/media/zeros.bin", zeros]])],
    [
      "many parts above 3 GiB together",
      zip(
        Array.from(
          { length: 200 },
          (_, i): Entry => [`xl/${i}`, Buffer.alloc(64 * 1024), { size: 20 * MIB, descriptor: true }],
        ),
      ),
    ],
  ];
  test.each(cases)("%s", async (_, bytes) => expect(await codeOf(bytes)).toBe("bomb"));
});

describe("parts that are not what they should be", () => {
  const sst = (inner: string) => withPart("xl/sharedStrings.xml", inner);
  const doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");
  const cases: [string, Buffer, string][] = [
    [
      "a DOCTYPE in a sheet",
      sheetOf(`<?xml version="1.0"?>${doctype}<worksheet ${main}><sheetData/></worksheet>`),
      "doctype",
    ],
    ["a DOCTYPE in shared strings", sst(`<!-- x --> ${doctype}<sst ${main}><si><t>&b;</t></si></sst>`), "doctype"],
    ["a DOCTYPE in the workbook", withPart("xl/workbook.xml", `${doctype}<workbook ${main}/>`), "doctype"],
    [
      "a DOCTYPE in styles",
      withPart("xl/styles.xml", `<?xml version="1.0"?>${doctype}<styleSheet ${main}/>`),
      "doctype",
    ],
    ["a sheet in UTF-16", withPart(SHEET, utf16(`<worksheet ${main}><sheetData/></worksheet>`)), "encoding"],
    ["a sheet in UTF-16 without a mark", withPart(SHEET, utf16(`<worksheet ${main}/>`).subarray(2)), "encoding"],
    ["shared strings in UTF-16", withPart("xl/sharedStrings.xml", utf16(`<sst ${main}/>`)), "encoding"],
    [
      "a sheet in Windows-1252",
      sheetOf(`<?xml version="1.0" encoding="windows-1252"?><worksheet ${main}><sheetData/></worksheet>`),
      "encoding",
    ],
    ["an empty sheet part", sheetOf(""), "damaged-part"],
    ["a sheet part of blanks", sheetOf("  \n "), "damaged-part"],
    ["another root", sheetOf(`<chartsheet ${main}/>`), "damaged-part"],
    [
      "a sheet that ends in a row",
      sheetOf(`<worksheet ${main}><sheetData><row r="1"><c r="A1"><v>1</v></c>`),
      "damaged-part",
    ],
    ["a sheet that ends in a cell", sheetOf(`<worksheet ${main}><sheetData><row r="1"><c r="A1"><v>1`), "damaged-part"],
    ["a sheet that ends in a tag", sheetOf(`<worksheet ${main}><sheetData><row r="1"`), "damaged-part"],
    [
      "rows that are not closed",
      sheetOf(`<worksheet ${main}><sheetData><row r="1"><c r="A1"/></sheetData></worksheet>`),
      "damaged-part",
    ],
    [
      "cells that are not closed",
      sheetOf(`<worksheet ${main}><sheetData><row r="1"><c r="A1" s="1"></row></sheetData></worksheet>`),
      "damaged-part",
    ],
    [
      "a cell in an unclosed cell",
      sheetOf(`<worksheet ${main}><sheetData><row r="1"><c r="A1" s="1"><c r="B1"/></row></sheetData></worksheet>`),
      "damaged-part",
    ],
    [
      "a value that is not closed",
      sheetOf(`<worksheet ${main}><sheetData><row r="1"><c r="A1"><v>5</c></row></sheetData></worksheet>`),
      "damaged-part",
    ],
    [
      "crossed tags",
      sheetOf(`<worksheet ${main}><sheetData><row r="1"></sheetData></row></worksheet>`),
      "damaged-part",
    ],
    [
      "crossed tags outside the cells",
      sheetOf(`<worksheet ${main}><sheetViews></cols><sheetData/></worksheet>`),
      "damaged-part",
    ],
    ["more behind the end", sheetOf(`<worksheet ${main}><sheetData/></worksheet><worksheet/>`), "damaged-part"],
    [
      "an attribute without quotes",
      sheetOf(`<worksheet ${main}><sheetData><row r=1/></sheetData></worksheet>`),
      "damaged-part",
    ],
    ["row 0", sheetOf(`<worksheet ${main}><sheetData><row r="0"/></sheetData></worksheet>`), "damaged-part"],
    [
      "a row beyond the last",
      sheetOf(`<worksheet ${main}><sheetData><row r="1048577"/></sheetData></worksheet>`),
      "damaged-part",
    ],
    [
      "a column beyond the last",
      sheetOf(`<worksheet ${main}><sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData></worksheet>`),
      "damaged-part",
    ],
    [
      "a reference that is none",
      sheetOf(`<worksheet ${main}><sheetData><row r="1"><c r="__proto__"><v>1</v></c></row></sheetData></worksheet>`),
      "damaged-part",
    ],
    [
      "a number that is none",
      sheetOf(`<worksheet ${main}><sheetData><row r="1"><c r="A1"><v>0x10</v></c></row></sheetData></worksheet>`),
      "damaged-part",
    ],
    [
      "a string that is not there",
      sheetOf(`<worksheet ${main}><sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData></worksheet>`),
      "damaged-part",
    ],
    [
      "a merge that is none",
      sheetOf(`<worksheet ${main}><sheetData/><mergeCells><mergeCell ref="A1:__proto__"/></mergeCells></worksheet>`),
      "damaged-part",
    ],
    ["shared strings cut off", sst(`<sst ${main}><si><t>POAM`), "damaged-part"],
    ["shared strings not closed", sst(`<sst ${main}><si><t>POAM ID</t></si>`), "damaged-part"],
    ["shared strings empty", sst(""), "damaged-part"],
    ["shared strings of another root", sst(`<x ${main}><si><t>POAM ID</t></si></x>`), "damaged-part"],
    ["shared strings with crossed tags", sst(`<sst ${main}><si><t>POAM ID</si></t></sst>`), "damaged-part"],
    ["a workbook part of another root", withPart("xl/workbook.xml", `<document ${main}/>`), "not-a-workbook"],
    ["a workbook part that ends early", withPart("xl/workbook.xml", `<workbook ${main}><sheets>`), "damaged-part"],
    ["styles that end early", withPart("xl/styles.xml", `<styleSheet ${main}><cellXfs>`), "damaged-part"],
    ["styles with an unknown entity", withPart("xl/styles.xml", `<styleSheet ${main} a="&x;"/>`), "damaged-part"],
  ];
  test.each(cases)("%s", async (_, bytes, code) => expect(await codeOf(bytes)).toBe(code));

  test("the message of overlapping parts names one", async () => {
    await expect(openWorkbook(overlapping(), "acme.xlsx")).rejects.toThrow("outer.bin overlaps another part");
  });

  test("the message names the part", async () => {
    await expect(openWorkbook(sheetOf(""), "acme.xlsx")).rejects.toThrow(
      /^acme\.xlsx is damaged: xl\/worksheets\/sheet1\.xml ends too early/,
    );
  });
});

describe("ranges and names that other readers stumble over", () => {
  test("a sheet and a text named __proto__", async () => {
    const workbook = await openWorkbook(
      makeWorkbook({
        sheets: [{ name: "__proto__", xml: `<row><c t="inlineStr"><is><t>__proto__</t></is></c></row>` }],
      }),
      "acme.xlsx",
    );
    expect([workbook.sheets[0]!.name, workbook.sheets[0]!.text(0)]).toEqual(["__proto__", "__proto__"]);
    expect(({} as Record<string, unknown>).text).toBeUndefined();
  });

  test("a hundred thousand merges over everything", async () => {
    const merges = `<mergeCell ref="A1:XFD1048576"/>`.repeat(100_000);
    const xml = `<worksheet ${main}><sheetData/><mergeCells>${merges}</mergeCells></worksheet>`;
    const workbook = await openWorkbook(sheetOf(xml), "acme.xlsx");
    expect(workbook.sheets[0]!.merges).toHaveLength(100_000);
  });
});

/** Every fact about every cell: reading a damaged workbook must not fail later either. */
function readAll({ sheets }: Workbook): void {
  for (const sheet of sheets) {
    for (let index = 0; index < sheet.rowCount; index++) {
      for (let handle = sheet.firstCell(index); handle < sheet.firstCell(index + 1); handle++) {
        expect(typeof sheet.text(handle)).toBe("string");
        sheet.date(handle);
        sheet.formula(handle);
      }
    }
  }
}

/** The same numbers in every run (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function mutated(bytes: Buffer, random: (below: number) => number): Buffer {
  let result: Buffer = Buffer.from(bytes);
  for (let change = 0; change <= random(4); change++) {
    const at = random(Math.max(1, result.length));
    const length = random(16);
    const kind = random(4);
    if (kind === 0) result[at] = random(256);
    else if (kind === 1) result = Buffer.concat([result.subarray(0, at), result.subarray(at + length)]);
    else if (kind === 2)
      result = Buffer.concat([result.subarray(0, at), result.subarray(at, at + length), result.subarray(at)]);
    else result.write(["<", ">", '"', "&", "/", "<!--", "]]>", "<c ", "\0"][random(9)]!, at);
  }
  return result;
}

describe("a workbook or a UserError, whatever is changed", () => {
  test("300 archives", async () => {
    const random = seeded(1);
    const whole = makeWorkbook(made);
    for (let run = 0; run < 300; run++) {
      await openWorkbook(mutated(whole, random), "fuzz.xlsx").then(readAll, expectUserError);
    }
  });

  test("600 parts in sound archives", async () => {
    const random = seeded(2);
    const entries = workbookEntries(made);
    for (let run = 0; run < 600; run++) {
      const chosen = random(entries.length);
      const changed = entries.map(
        ([name, content], index): Entry => [
          name,
          index === chosen ? mutated(Buffer.from(content as string), random) : content,
        ],
      );
      await openWorkbook(zip(changed), "fuzz.xlsx").then(readAll, expectUserError);
    }
  });

  function expectUserError(error: unknown): void {
    if (!(error instanceof UserError)) throw error;
  }
});
