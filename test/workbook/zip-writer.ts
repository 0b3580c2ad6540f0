import { crc32, deflateRawSync } from "node:zlib";

/** How one entry is written; what is left out is what an honest writer does. */
export interface EntryOptions {
  readonly stored?: boolean;
  /** Sizes and CRC behind the data (bit 3), as streaming writers do. */
  readonly descriptor?: boolean;
  readonly level?: number;
  /** Lies and oddities, for hostile files. */
  readonly crc?: number;
  readonly size?: number;
  readonly compressedSize?: number;
  readonly flags?: number;
  readonly method?: number;
  /** The directory's record points to this place of the archive; no data of its own are written. */
  readonly at?: number;
  readonly localName?: string;
  /** Sizes and offset in a zip64 field. */
  readonly zip64?: boolean;
}

export interface ArchiveOptions {
  readonly preamble?: Buffer;
  readonly comment?: string;
  readonly zip64?: boolean;
}

export type Entry = readonly [name: string, content: string | Buffer, options?: EntryOptions];

/** A zip archive of these entries, in this order. */
export function zip(entries: readonly Entry[], options: ArchiveOptions = {}): Buffer {
  const pieces: Buffer[] = [options.preamble ?? Buffer.alloc(0)];
  const records: Buffer[] = [];
  // Offsets count from the archive's own beginning, behind the preamble.
  let offset = 0;
  for (const [name, content, entry = {}] of entries) {
    const plain = Buffer.from(content as string);
    const packed = entry.stored ? plain : deflateRawSync(plain, { level: entry.level ?? 6 });
    const facts: Facts = {
      flags: (entry.flags ?? 0) | (entry.descriptor ? 8 : 0),
      method: entry.method ?? (entry.stored ? 0 : 8),
      crc: entry.crc ?? crc32(plain),
      size: entry.size ?? plain.length,
      compressedSize: entry.compressedSize ?? packed.length,
    };
    records.push(record(name, facts, entry.at ?? offset, entry.zip64 ?? false));
    if (entry.at !== undefined) continue;
    const local = [
      localHeader(entry.localName ?? name, facts),
      packed,
      ...(entry.descriptor ? [descriptor(facts)] : []),
    ];
    pieces.push(...local);
    offset += local.reduce((sum, piece) => sum + piece.length, 0);
  }
  const directory = Buffer.concat(records);
  pieces.push(directory);
  if (options.zip64) pieces.push(end64(records.length, directory.length, offset, options.preamble?.length ?? 0));
  pieces.push(end(records.length, directory.length, offset, options));
  return Buffer.concat(pieces);
}

interface Facts {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly compressedSize: number;
}

function localHeader(name: string, { flags, method, crc, size, compressedSize }: Facts): Buffer {
  const described = (flags & 8) !== 0;
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt16LE(0x21, 12);
  header.writeUInt32LE(described ? 0 : crc, 14);
  header.writeUInt32LE(described ? 0 : compressedSize, 18);
  header.writeUInt32LE(described ? 0 : size, 22);
  header.writeUInt16LE(Buffer.byteLength(name), 26);
  return Buffer.concat([header, Buffer.from(name)]);
}

function descriptor({ crc, size, compressedSize }: Facts): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(crc, 4);
  bytes.writeUInt32LE(compressedSize, 8);
  bytes.writeUInt32LE(size, 12);
  return bytes;
}

function record(
  name: string,
  { flags, method, crc, size, compressedSize }: Facts,
  start: number,
  zip64: boolean,
): Buffer {
  const extra = Buffer.alloc(zip64 ? 28 : 0);
  if (zip64) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    extra.writeBigUInt64LE(BigInt(size), 4);
    extra.writeBigUInt64LE(BigInt(compressedSize), 12);
    extra.writeBigUInt64LE(BigInt(start), 20);
  }
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(flags, 8);
  header.writeUInt16LE(method, 10);
  header.writeUInt16LE(0x21, 14);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(zip64 ? 0xffffffff : compressedSize, 20);
  header.writeUInt32LE(zip64 ? 0xffffffff : size, 24);
  header.writeUInt16LE(Buffer.byteLength(name), 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(zip64 ? 0xffffffff : start, 42);
  return Buffer.concat([header, Buffer.from(name), extra]);
}

function end(count: number, size: number, offset: number, { comment = "", zip64 = false }: ArchiveOptions): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(0x06054b50, 0);
  bytes.writeUInt16LE(zip64 ? 0xffff : count, 8);
  bytes.writeUInt16LE(zip64 ? 0xffff : count, 10);
  bytes.writeUInt32LE(zip64 ? 0xffffffff : size, 12);
  bytes.writeUInt32LE(zip64 ? 0xffffffff : offset, 16);
  bytes.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([bytes, Buffer.from(comment)]);
}

function end64(count: number, size: number, offset: number, preamble: number): Buffer {
  const bytes = Buffer.alloc(76);
  bytes.writeUInt32LE(0x06064b50, 0);
  bytes.writeBigUInt64LE(44n, 4);
  bytes.writeUInt16LE(45, 12);
  bytes.writeUInt16LE(45, 14);
  bytes.writeBigUInt64LE(BigInt(count), 24);
  bytes.writeBigUInt64LE(BigInt(count), 32);
  bytes.writeBigUInt64LE(BigInt(size), 40);
  bytes.writeBigUInt64LE(BigInt(offset), 48);
  bytes.writeUInt32LE(0x07064b50, 56);
  bytes.writeBigUInt64LE(BigInt(preamble + offset + size), 64);
  bytes.writeUInt32LE(1, 72);
  return bytes;
}
