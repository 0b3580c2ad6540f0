import { findEndRecord, type Zip, type ZipEntry } from "./zip.js";

/** A part's new content, already packed by its entry's method. */
export interface PackedPart {
  readonly packed: readonly Buffer[];
  readonly compressedSize: number;
  readonly size: number;
  readonly crc: number;
}

/** What becomes of an entry: new content, or `dropped`. */
export type Replacement = PackedPart | "dropped";

/** An entry that was not there before, deflated; its name is ASCII. */
export interface AddedPart extends PackedPart {
  readonly name: string;
}

const DESCRIBED = 8;
const DESCRIPTOR = 0x08074b50;
const ZIP64_FIELD = 0x0001;
const LARGE = 0xffffffff;
const LOCAL = 0x04034b50;
const RECORD = 0x02014b50;
/** Of the format: 2.0 knows deflate. */
const VERSION = 20;
const DEFLATED = 8;
/** 1980-01-01, the first day that an archive can tell. */
const FIRST_DAY = 0x0021;

/**
 * The archive with some entries replaced and others added behind the last. All else is copied byte for byte: other entries
 * with their headers and descriptors, what stands before the archive, its comment; of a replaced entry the name, date, extra
 * fields and flags.
 */
export function rewriteZip(
  zip: Zip,
  replacements: ReadonlyMap<ZipEntry, Replacement>,
  added: readonly AddedPart[] = [],
): Buffer {
  const { bytes, entries, directoryStart, preamble } = zip;
  const pieces: Buffer[] = [];
  let length = 0;
  const write = (...written: readonly Buffer[]) => {
    for (const piece of written) length += piece.length;
    pieces.push(...written);
  };
  const starts = new Map<ZipEntry, number>();
  const byPlace = [...entries].sort((a, b) => a.start - b.start);
  write(bytes.subarray(0, byPlace[0]?.start ?? directoryStart));
  for (const entry of byPlace) {
    const replacement = replacements.get(entry);
    if (replacement === "dropped") continue;
    starts.set(entry, length);
    if (!replacement) {
      write(bytes.subarray(entry.start, entry.end));
      continue;
    }
    write(localHeader(bytes, entry, replacement), ...replacement.packed);
    if ((entry.flags & DESCRIBED) !== 0) write(descriptor(bytes, entry, replacement));
  }
  const addedStarts = added.map((part) => {
    const start = length;
    write(newHeader(LOCAL, part, undefined), ...part.packed);
    return start;
  });
  const newStart = length;
  for (const entry of entries) {
    const start = starts.get(entry);
    const replacement = replacements.get(entry);
    if (start === undefined || replacement === "dropped") continue;
    write(record(bytes, entry, start - preamble, replacement));
  }
  for (const [index, part] of added.entries()) write(newHeader(RECORD, part, addedStarts[index]! - preamble));
  write(endRecords(zip, { count: starts.size + added.length, start: newStart, end: length }));
  return Buffer.concat(pieces, length);
}

/** The header before an added entry's data, or its record in the directory: deflated, and of no day, so that equal content gives equal bytes. */
function newHeader(
  mark: typeof LOCAL | typeof RECORD,
  { name, crc, compressedSize, size }: AddedPart,
  offset: number | undefined,
): Buffer {
  const isRecord = mark === RECORD;
  const common = isRecord ? 6 : 4;
  const header = Buffer.alloc(isRecord ? 46 : 30);
  if (Math.max(size, offset ?? 0) >= LARGE) throw new Error("the archive grew beyond 4 GiB");
  header.writeUInt32LE(mark, 0);
  if (isRecord) header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(VERSION, common);
  header.writeUInt16LE(DEFLATED, common + 4);
  header.writeUInt16LE(FIRST_DAY, common + 8);
  header.writeUInt32LE(crc, common + 10);
  header.writeUInt32LE(compressedSize, common + 14);
  header.writeUInt32LE(size, common + 18);
  header.writeUInt16LE(name.length, common + 22);
  if (isRecord) header.writeUInt32LE(offset!, 42);
  return Buffer.concat([header, Buffer.from(name, "latin1")]);
}

function localHeader(bytes: Buffer, { start, dataStart, flags }: ZipEntry, part: PackedPart): Buffer {
  const header = Buffer.from(bytes.subarray(start, dataStart));
  // Behind the data is where streaming writers put them; here they left zeros.
  if ((flags & DESCRIBED) !== 0 && header.readUInt32LE(14) === 0) return header;
  header.writeUInt32LE(part.crc, 14);
  const extra = 30 + header.readUInt16LE(26);
  writeSizes(header, [22, part.size], [18, part.compressedSize], undefined, extra, header.length);
  return header;
}

function record(bytes: Buffer, entry: ZipEntry, offset: number, part: PackedPart | undefined): Buffer {
  const copy = Buffer.from(bytes.subarray(entry.recordStart, entry.recordEnd));
  const { crc, size, compressedSize } = part ?? entry;
  copy.writeUInt32LE(crc, 16);
  const extra = 46 + copy.readUInt16LE(28);
  writeSizes(copy, [24, size], [20, compressedSize], [42, offset], extra, extra + copy.readUInt16LE(30));
  return copy;
}

type Field = readonly [at: number, value: number];

/** Each number goes where the old one stood: into the header, or into the zip64 field where the header points there. */
function writeSizes(
  header: Buffer,
  size: Field,
  compressedSize: Field,
  offset: Field | undefined,
  extraStart: number,
  extraEnd: number,
): void {
  let next = zip64Field(header, extraStart, extraEnd);
  for (const field of [size, compressedSize, offset]) {
    if (!field) continue;
    const [at, value] = field;
    if (header.readUInt32LE(at) === LARGE && next !== undefined) {
      header.writeBigUInt64LE(BigInt(value), next);
      next += 8;
    } else {
      if (value >= LARGE) throw new Error("the archive grew beyond 4 GiB");
      header.writeUInt32LE(value, at);
    }
  }
}

function zip64Field(header: Buffer, start: number, end: number): number | undefined {
  for (let at = start; at + 4 <= end; at += 4 + header.readUInt16LE(at + 2)) {
    if (header.readUInt16LE(at) === ZIP64_FIELD) return at + 4;
  }
  return undefined;
}

/** In the form of the old one: with or without a mark before it, sizes in four bytes or in eight. */
function descriptor(bytes: Buffer, { dataEnd, end, size, compressedSize }: ZipEntry, part: PackedPart): Buffer {
  const old = bytes.subarray(dataEnd, end);
  const isMarked = old.length < 4 || old.readUInt32LE(0) === DESCRIPTOR;
  const sizes = isMarked ? 8 : 4;
  const isLarge =
    old.length >= sizes + 16 &&
    old.readBigUInt64LE(sizes) === BigInt(compressedSize) &&
    old.readBigUInt64LE(sizes + 8) === BigInt(size);
  const written = Buffer.alloc(sizes + (isLarge ? 16 : 8));
  if (isMarked) written.writeUInt32LE(DESCRIPTOR, 0);
  written.writeUInt32LE(part.crc, sizes - 4);
  if (isLarge) {
    written.writeBigUInt64LE(BigInt(part.compressedSize), sizes);
    written.writeBigUInt64LE(BigInt(part.size), sizes + 8);
  } else {
    written.writeUInt32LE(part.compressedSize, sizes);
    written.writeUInt32LE(part.size, sizes + 4);
  }
  return written;
}

interface Directory {
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

/** What follows the directory: the end record with its comment, and before it those of zip64 where there are any. */
function endRecords(zip: Zip, { count, start, end }: Directory): Buffer {
  const { bytes, directoryEnd, preamble } = zip;
  const written = Buffer.from(bytes.subarray(directoryEnd));
  const at = findEndRecord(bytes) - directoryEnd;
  const isZip64 = at > 0;
  if (isZip64) {
    written.writeBigUInt64LE(BigInt(count), 24);
    written.writeBigUInt64LE(BigInt(count), 32);
    written.writeBigUInt64LE(BigInt(end - start), 40);
    written.writeBigUInt64LE(BigInt(start - preamble), 48);
    const locator = at - 12;
    written.writeBigUInt64LE(written.readBigUInt64LE(locator) + BigInt(end - directoryEnd), locator);
  }
  for (const place of [at + 8, at + 10]) {
    if (!isZip64 || written.readUInt16LE(place) !== 0xffff) written.writeUInt16LE(count, place);
  }
  for (const [place, value] of [
    [at + 12, end - start],
    [at + 16, start - preamble],
  ] as const) {
    if (isZip64 && written.readUInt32LE(place) === LARGE) continue;
    if (value >= LARGE) throw new Error("the archive grew beyond 4 GiB");
    written.writeUInt32LE(value, place);
  }
  return written;
}
