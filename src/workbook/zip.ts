import { UserError } from "../model/user-error.js";

/** One entry of an archive. All offsets count from the first byte of the file, whatever stands before the archive. */
export interface ZipEntry {
  readonly name: string;
  readonly flags: number;
  /** 0 is stored, 8 is deflated. */
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where the local header begins. */
  readonly start: number;
  readonly dataStart: number;
  readonly dataEnd: number;
  /** Where the next entry or the directory begins: a data descriptor lies between `dataEnd` and here. */
  readonly end: number;
  /** The entry's record in the central directory. */
  readonly recordStart: number;
  readonly recordEnd: number;
}

/** An archive's directory, checked whole; `entries` keep the directory's order. */
export interface Zip {
  /** The file's name, for messages. */
  readonly file: string;
  readonly bytes: Buffer;
  readonly entries: readonly ZipEntry[];
  /** How many bytes stand before the archive proper. */
  readonly preamble: number;
  readonly directoryStart: number;
  readonly directoryEnd: number;
}

const LOCAL = 0x04034b50;
const RECORD = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const END_LENGTH = 22;
const LOCATOR_64_LENGTH = 20;

const MIB = 1 << 20;
/** No workbook seen is near these: the widest real ratio is 35, the largest part 755 MB. */
const MAX_PART = 1024 * MIB;
const MAX_PACKAGE = 3 * MAX_PART;
const MAX_RATIO = 200;
const RATIO_COUNTS_FROM = 64 * MIB;
/** Deflate cannot do better than this; a size beyond it is a lie. */
const DEFLATE_LIMIT = 1032;

/** Where the end record stands, or -1: the last signature whose comment ends with the file. */
export function findEndRecord(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - END_LENGTH - 0xffff);
  for (let at = bytes.length - END_LENGTH; at >= lowest; at--) {
    if (bytes[at] === 0x50 && bytes.readUInt32LE(at) === END) {
      if (at + END_LENGTH + bytes.readUInt16LE(at + 20) === bytes.length) return at;
    }
  }
  return -1;
}

/** Reads the directory and checks every entry against its local header. Throws `UserError` for anything that does not agree. */
export function readZip(bytes: Buffer, file: string): Zip {
  const end = findEndRecord(bytes);
  if (end < 0) {
    throw new UserError("truncated", `${file} is cut off: its end is missing. Download or copy it again.`);
  }
  const directory = readEnd(bytes, end, file);
  const entries = readRecords(bytes, directory, file);
  checkNames(entries, file);
  checkSizes(entries, file);
  return {
    file,
    bytes,
    entries: withEnds(entries, directory.start, file),
    preamble: directory.preamble,
    directoryStart: directory.start,
    directoryEnd: directory.end,
  };
}

/** The entry of that name; part names differ by more than case. */
export function findEntry(zip: Zip, name: string): ZipEntry | undefined {
  const wanted = name.toLowerCase();
  return zip.entries.find((entry) => entry.name.toLowerCase() === wanted);
}

interface Directory {
  readonly start: number;
  readonly end: number;
  readonly count: number;
  readonly preamble: number;
}

function readEnd(bytes: Buffer, at: number, file: string): Directory {
  let count = bytes.readUInt16LE(at + 10);
  let size = bytes.readUInt32LE(at + 12);
  let offset = bytes.readUInt32LE(at + 16);
  let end = at;
  const locator = at - LOCATOR_64_LENGTH;
  if (locator >= 0 && bytes.readUInt32LE(locator) === LOCATOR_64) {
    end = findEnd64(bytes, locator, file);
    count = safeUInt64(bytes, end + 32, file);
    size = safeUInt64(bytes, end + 40, file);
    offset = safeUInt64(bytes, end + 48, file);
  } else if (bytes.readUInt16LE(at + 4) !== 0 || bytes.readUInt16LE(at + 6) !== 0) {
    throw damagedZip(file, "it is one volume of a split archive");
  }
  const start = end - size;
  const preamble = start - offset;
  if (start < 0 || preamble < 0) throw damagedZip(file, "its table of contents is not where it should be");
  return { start, end, count, preamble };
}

function findEnd64(bytes: Buffer, locator: number, file: string): number {
  const declared = safeUInt64(bytes, locator + 8, file);
  // With bytes before the archive the declared place is too low; the record then stands right before its locator.
  for (const at of [declared, locator - 56]) {
    if (at >= 0 && at + 56 <= locator && bytes.readUInt32LE(at) === END_64) return at;
  }
  throw damagedZip(file, "its table of contents is not where it should be");
}

type EntryHead = Omit<ZipEntry, "end">;

function readRecords(bytes: Buffer, directory: Directory, file: string): EntryHead[] {
  const entries: EntryHead[] = [];
  let at = directory.start;
  while (at < directory.end) {
    if (at + 46 > directory.end || bytes.readUInt32LE(at) !== RECORD) {
      throw damagedZip(file, "its table of contents cannot be read");
    }
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    const recordEnd = extraEnd + bytes.readUInt16LE(at + 32);
    if (recordEnd > directory.end) throw damagedZip(file, "its table of contents cannot be read");
    const large = readLargeSizes(bytes, at, nameEnd, extraEnd, file);
    entries.push(
      withLocalHeader(bytes, file, directory, {
        name: bytes.toString("utf8", at + 46, nameEnd),
        flags: bytes.readUInt16LE(at + 8),
        method: bytes.readUInt16LE(at + 10),
        crc: bytes.readUInt32LE(at + 16),
        ...large,
        start: large.start + directory.preamble,
        recordStart: at,
        recordEnd,
      }),
    );
    at = recordEnd;
  }
  if (entries.length !== directory.count) throw damagedZip(file, "its table of contents cannot be read");
  return entries;
}

/** The sizes and the offset of a record, from its zip64 field where the record says so. */
function readLargeSizes(bytes: Buffer, at: number, nameEnd: number, extraEnd: number, file: string) {
  let size = bytes.readUInt32LE(at + 24);
  let compressedSize = bytes.readUInt32LE(at + 20);
  let start = bytes.readUInt32LE(at + 42);
  if (size !== 0xffffffff && compressedSize !== 0xffffffff && start !== 0xffffffff) {
    return { size, compressedSize, start };
  }
  for (let field = nameEnd; field + 4 <= extraEnd; field += 4 + bytes.readUInt16LE(field + 2)) {
    if (bytes.readUInt16LE(field) !== 0x0001) continue;
    const fieldEnd = Math.min(extraEnd, field + 4 + bytes.readUInt16LE(field + 2));
    let next = field + 4;
    const take = (): number => {
      if (next + 8 > fieldEnd) throw damagedZip(file, "its table of contents cannot be read");
      next += 8;
      return safeUInt64(bytes, next - 8, file);
    };
    if (size === 0xffffffff) size = take();
    if (compressedSize === 0xffffffff) compressedSize = take();
    if (start === 0xffffffff) start = take();
    return { size, compressedSize, start };
  }
  throw damagedZip(file, "its table of contents cannot be read");
}

function withLocalHeader(
  bytes: Buffer,
  file: string,
  directory: Directory,
  head: Omit<EntryHead, "dataStart" | "dataEnd">,
): EntryHead {
  const { start, name } = head;
  const fault = () => damagedZip(file, `the head of ${name} does not agree with the table of contents`);
  if (start + 30 > directory.start || bytes.readUInt32LE(start) !== LOCAL) throw fault();
  const nameLength = bytes.readUInt16LE(start + 26);
  const dataStart = start + 30 + nameLength + bytes.readUInt16LE(start + 28);
  const dataEnd = dataStart + head.compressedSize;
  if (dataEnd > directory.start) throw fault();
  const flags = bytes.readUInt16LE(start + 6);
  const sameName =
    nameLength === Buffer.byteLength(name) && bytes.toString("utf8", start + 30, start + 30 + nameLength) === name;
  if (!sameName || bytes.readUInt16LE(start + 8) !== head.method || (flags & 9) !== (head.flags & 9)) throw fault();
  // Bit 3: sizes and CRC follow the data, and the local header holds zeros.
  const described = (flags & 8) !== 0;
  if (!described && !sameSizes(bytes, start, head)) throw fault();
  return { ...head, dataStart, dataEnd };
}

function sameSizes(bytes: Buffer, start: number, head: { crc: number; compressedSize: number; size: number }): boolean {
  const compressedSize = bytes.readUInt32LE(start + 18);
  const size = bytes.readUInt32LE(start + 22);
  return (
    bytes.readUInt32LE(start + 14) === head.crc &&
    (compressedSize === head.compressedSize || compressedSize === 0xffffffff) &&
    (size === head.size || size === 0xffffffff)
  );
}

/** Refuses entries that share bytes: the mark of a bomb, and of no honest writer. */
function withEnds(entries: readonly EntryHead[], directoryStart: number, file: string): ZipEntry[] {
  const byPlace = [...entries].sort((a, b) => a.start - b.start);
  const ends = new Map<EntryHead, number>();
  for (const [index, entry] of byPlace.entries()) {
    const end = byPlace[index + 1]?.start ?? directoryStart;
    if (entry.dataEnd > end) throw damagedZip(file, `${entry.name} overlaps another part`);
    ends.set(entry, end);
  }
  return entries.map((entry) => ({ ...entry, end: ends.get(entry)! }));
}

function checkNames(entries: readonly EntryHead[], file: string): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    if (!isSafe(name)) {
      throw new UserError("unsafe-part", `${file} holds a part with an unsafe name (${JSON.stringify(name)}).`);
    }
    const folded = name.toLowerCase();
    if (seen.has(folded)) throw new UserError("duplicate-part", `${file} holds two parts of the name ${name}.`);
    seen.add(folded);
  }
}

function isSafe(name: string): boolean {
  if (name === "" || /^\/|^[a-z]:|[\\\x00-\x1f]/i.test(name)) return false;
  return !name.split("/").some((segment) => segment === ".." || segment === ".");
}

function checkSizes(entries: readonly EntryHead[], file: string): void {
  let total = 0;
  for (const { name, method, size, compressedSize } of entries) {
    total += size;
    const tooLarge = size > MAX_PART || total > MAX_PACKAGE;
    const tooDense = size > RATIO_COUNTS_FROM && size > compressedSize * MAX_RATIO;
    const impossible = method === 8 && size > compressedSize * DEFLATE_LIMIT;
    if (tooLarge || tooDense || impossible) {
      throw new UserError(
        "bomb",
        `${file} would unpack to an absurd size (${name}: ${size} bytes out of ${compressedSize}); it was not opened.`,
      );
    }
    if (method === 0 && size !== compressedSize) throw damagedZip(file, `${name} is stored with two different sizes`);
  }
}

function safeUInt64(bytes: Buffer, at: number, file: string): number {
  const value = bytes.readBigUInt64LE(at);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damagedZip(file, "its table of contents cannot be read");
  return Number(value);
}

function damagedZip(file: string, fault: string): UserError {
  return new UserError("damaged-zip", `${file} is damaged: ${fault}. Download or copy it again.`);
}
