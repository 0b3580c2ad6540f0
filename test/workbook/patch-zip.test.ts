import { describe, expect, test } from "vitest";
import { partBytes } from "../../src/workbook/inflate.js";
import { applyPatches } from "../../src/workbook/patch.js";
import { findEntry, readZip, type Zip, type ZipEntry } from "../../src/workbook/zip.js";
import { type Made, makeWorkbook, workbookEntries } from "./make-workbook.js";
import { partText, patch } from "./patching.js";
import { type Entry, zip as writeZip } from "./zip-writer.js";

const SHEET = "xl/worksheets/sheet1.xml";
const ROW = '<row r="1"><c r="A1"><v>5</v></c></row>';

/** Everything of an entry that must not change, but for where it stands. */
function held({ bytes }: Zip, entry: ZipEntry) {
  const record = Buffer.from(bytes.subarray(entry.recordStart, entry.recordEnd));
  return {
    local: bytes.subarray(entry.start, entry.end).toString("hex"),
    record: withoutOffset(record).toString("hex"),
  };
}

/** The offset, and where the record has one the zip64 field, put to zero. */
function withoutOffset(record: Buffer): Buffer {
  const extra = 46 + record.readUInt16LE(28);
  if (record.readUInt32LE(42) === 0xffffffff)
    record.fill(0, extra + record.readUInt16LE(30) - 8, extra + record.readUInt16LE(30));
  else record.fill(0, 42, 46);
  return record;
}

/** The header of a replaced entry without its CRC and sizes. */
function heading({ bytes }: Zip, entry: ZipEntry) {
  const local = Buffer.from(bytes.subarray(entry.start, entry.dataStart)).fill(0, 14, 26);
  return local.toString("hex");
}

const archives: Record<string, Made> = {
  "an honest archive": {},
  "stored entries": { entry: { stored: true } },
  "sizes behind the data": { entry: { descriptor: true } },
  "stored, with sizes behind the data": { entry: { stored: true, descriptor: true } },
  "names in UTF-8": { entry: { flags: 0x800 } },
  zip64: { entry: { zip64: true }, archive: { zip64: true } },
  "a zip64 directory of usual entries": { archive: { zip64: true } },
  "bytes before it": { archive: { preamble: Buffer.from("#!/bin/sh\nexit 1\n") } },
  "bytes before a zip64 archive": {
    archive: { preamble: Buffer.from("PK\x03\x04 not quite"), zip64: true },
    entry: { zip64: true },
  },
  "a comment": { archive: { comment: "made by hand, PK\x05\x06 and all" } },
};

describe("an archive is written as it was", () => {
  test.each(Object.entries(archives))("%s", async (_, made) => {
    const bytes = makeWorkbook({ sheets: [ROW, ROW], sharedStrings: "<si><t>x</t></si>", ...made });
    const result = await applyPatches(bytes, [patch("A1", "longer than it was", "5")], "made.xlsx");
    const [before, after] = [readZip(bytes, "made.xlsx"), readZip(result.bytes, "made.xlsx")];
    expect(after.entries.map(({ name }) => name)).toEqual(before.entries.map(({ name }) => name));
    expect(result.changedParts).toEqual([SHEET]);
    for (const entry of before.entries) {
      const written = findEntry(after, entry.name)!;
      if (entry.name !== SHEET) {
        expect(held(after, written)).toEqual(held(before, entry));
        continue;
      }
      expect(heading(after, written)).toBe(heading(before, entry));
      expect([written.method, written.flags, written.recordEnd - written.recordStart]).toEqual([
        entry.method,
        entry.flags,
        entry.recordEnd - entry.recordStart,
      ]);
      // Reading checks CRC and size.
      expect(partBytes(after, written).toString()).toBe(
        partBytes(before, entry)
          .toString()
          .replace('"A1"><v>5</v>', '"A1" t="inlineStr"><is><t>longer than it was</t></is>'),
      );
    }
    expect(result.bytes.subarray(0, after.preamble).equals(bytes.subarray(0, before.preamble))).toBe(true);
    const comment = made.archive?.comment ?? "";
    expect(result.bytes.subarray(result.bytes.length - 22 - comment.length + 20).toString("latin1")).toBe(
      bytes.subarray(bytes.length - 22 - comment.length + 20).toString("latin1"),
    );
  });

  test.each([
    ["marked, four bytes", true, 4],
    ["unmarked, four bytes", false, 4],
    ["marked, eight bytes", true, 8],
    ["unmarked, eight bytes", false, 8],
  ])("a descriptor keeps its form: %s", async (_, isMarked, width) => {
    const bytes = withDescriptors(makeWorkbook({ sheets: [ROW], entry: { descriptor: true } }), isMarked, width);
    const before = readZip(bytes, "made.xlsx");
    const result = await applyPatches(bytes, [patch("A1", 6, "5")], "made.xlsx");
    const after = readZip(result.bytes, "made.xlsx");
    for (const entry of after.entries) {
      const old = findEntry(before, entry.name)!;
      if (entry.name !== SHEET) expect(held(after, entry)).toEqual(held(before, old));
      expect(result.bytes.subarray(entry.dataEnd, entry.end).toString("hex")).toBe(
        descriptor(entry, isMarked, width).toString("hex"),
      );
    }
  });

  test("entries that stand in another order than the directory lists them, and a folder among them", async () => {
    const entries: Entry[] = [["xl/", "", { stored: true }], ...workbookEntries({ sheets: [ROW] })];
    const bytes = withReversedDirectory(writeZip(entries));
    const result = await applyPatches(bytes, [patch("A1", 6, "5")], "made.xlsx");
    const [before, after] = [readZip(bytes, "made.xlsx"), readZip(result.bytes, "made.xlsx")];
    expect(after.entries.map(({ name }) => name)).toEqual(before.entries.map(({ name }) => name));
    const places = (zip: Zip) => [...zip.entries].sort((a, b) => a.start - b.start).map(({ name }) => name);
    expect(places(after)).toEqual(places(before));
    expect(result.parts).toBe(5);
  });

  test("a large sheet, stored and deflated", async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c><c r="B${i + 1}" s="0"/></row>`,
    ).join("");
    for (const stored of [true, false]) {
      const bytes = makeWorkbook({ sheets: [rows], entry: { stored } });
      const numbers = [1, 15_000, 29_999, 30_000];
      const patches = numbers.map((number) => patch(`B${number}`, "new"));
      const result = await applyPatches(bytes, patches, "made.xlsx");
      let expected = partText(bytes, SHEET);
      for (const number of numbers) {
        expected = expected.replace(
          `<c r="B${number}" s="0"/>`,
          `<c r="B${number}" s="0" t="inlineStr"><is><t>new</t></is></c>`,
        );
      }
      expect(partText(result.bytes, SHEET) === expected).toBe(true);
    }
  });
});

function descriptor({ crc, compressedSize, size }: ZipEntry, isMarked: boolean, width: number): Buffer {
  const written = Buffer.alloc(8 + 2 * width);
  written.writeUInt32LE(0x08074b50, 0);
  written.writeUInt32LE(crc, 4);
  for (const [index, value] of [compressedSize, size].entries()) written.writeUInt32LE(value, 8 + index * width);
  return written.subarray(isMarked ? 0 : 4);
}

/** The archive with descriptors of another form; all offsets move. */
function withDescriptors(bytes: Buffer, isMarked: boolean, width: number): Buffer {
  const zip = readZip(bytes, "made.xlsx");
  const pieces: Buffer[] = [];
  const records: Buffer[] = [];
  let offset = 0;
  for (const entry of zip.entries) {
    const record = Buffer.from(bytes.subarray(entry.recordStart, entry.recordEnd));
    record.writeUInt32LE(offset, 42);
    records.push(record);
    pieces.push(bytes.subarray(entry.start, entry.dataEnd), descriptor(entry, isMarked, width));
    offset += pieces.slice(-2).reduce((sum, { length }) => sum + length, 0);
  }
  const end = Buffer.from(bytes.subarray(zip.directoryEnd));
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, ...records, end]);
}

function withReversedDirectory(bytes: Buffer): Buffer {
  const { entries, directoryStart, directoryEnd } = readZip(bytes, "made.xlsx");
  const records = entries.map(({ recordStart, recordEnd }) => bytes.subarray(recordStart, recordEnd)).reverse();
  return Buffer.concat([bytes.subarray(0, directoryStart), ...records, bytes.subarray(directoryEnd)]);
}
