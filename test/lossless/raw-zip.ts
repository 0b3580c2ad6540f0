import { inflateRawSync } from "node:zlib";

/** One entry of an archive as its bytes have it. */
export interface RawEntry {
  readonly name: string;
  /** From the local header to where the next entry begins: header, data, descriptor. */
  readonly bytes: Buffer;
  /** The record of the directory, but for the offset, which moves with what stands before. */
  readonly record: Buffer;
  /** What stays when an entry's content changes: versions, dates, attributes, comment. */
  readonly kept: string;
  readonly crc: number;
  readonly content: Buffer;
}

export interface RawZip {
  readonly preamble: Buffer;
  /** In the order of the directory. */
  readonly entries: readonly RawEntry[];
  /** Names in the order in which the entries stand in the file. */
  readonly order: readonly string[];
  readonly comment: Buffer;
}

/** Lists an archive by its bytes: another reader than the one that is tested, without its checks. */
export function rawZip(bytes: Buffer): RawZip {
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  let [size, offset] = [bytes.readUInt32LE(end + 12), bytes.readUInt32LE(end + 16)];
  let directoryEnd = end;
  if (bytes.toString("latin1", end - 20, end - 16) === "PK\x06\x07") {
    directoryEnd = bytes.lastIndexOf("PK\x06\x06", end, "latin1");
    size = Number(bytes.readBigUInt64LE(directoryEnd + 40));
    offset = Number(bytes.readBigUInt64LE(directoryEnd + 48));
  }
  const directory = directoryEnd - size;
  const preamble = directory - offset;
  const records: { at: number; length: number; start: number; compressed: number }[] = [];
  for (let at = directory; at < directoryEnd; ) {
    const length = 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    records.push({ at, length, ...placeOf(bytes, at) });
    at += length;
  }
  const starts = [...records.map(({ start }) => start + preamble), directory].sort((a, b) => a - b);
  const entries = records.map(({ at, length, start, compressed }): RawEntry => {
    const from = start + preamble;
    const whole = bytes.subarray(from, starts[starts.indexOf(from) + 1]);
    const data = 30 + whole.readUInt16LE(26) + whole.readUInt16LE(28);
    const packed = whole.subarray(data, data + compressed);
    const record = withoutOffset(bytes.subarray(at, at + length));
    return {
      name: record.toString("utf8", 46, 46 + record.readUInt16LE(28)),
      bytes: whole,
      record,
      kept: [4, 12, 14, 34, 36, 38, 40].map((field) => record.readUInt16LE(field)).join(" "),
      crc: record.readUInt32LE(16),
      content: record.readUInt16LE(10) === 0 ? packed : inflateRawSync(packed),
    };
  });
  return {
    preamble: bytes.subarray(0, preamble),
    entries,
    order: [...records].sort((a, b) => a.start - b.start).map((record) => entries[records.indexOf(record)]!.name),
    comment: bytes.subarray(end + 22),
  };
}

/** Where an entry begins and how long its data are, from the zip64 field where the record leaves them to it. */
function placeOf(bytes: Buffer, at: number): { start: number; compressed: number } {
  const field = at + 46 + bytes.readUInt16LE(at + 28) + 4;
  const [size, compressed, start] = [24, 20, 42].map((place) => bytes.readUInt32LE(at + place)) as [
    number,
    number,
    number,
  ];
  let next = field;
  const large = (value: number) => (value === 0xffffffff ? Number(bytes.readBigUInt64LE((next += 8) - 8)) : value);
  large(size);
  return { compressed: large(compressed), start: large(start) };
}

function withoutOffset(record: Buffer): Buffer {
  const copy = Buffer.from(record);
  const extraEnd = 46 + copy.readUInt16LE(28) + copy.readUInt16LE(30);
  if (copy.readUInt32LE(42) === 0xffffffff) copy.writeBigUInt64LE(0n, extraEnd - 8);
  else copy.writeUInt32LE(0, 42);
  return copy;
}
