import { crc32, deflateRawSync } from "node:zlib";

/** A part to be packed; `time` is its moment as an archive writes it (DOS time, then DOS date, 16 bits each). */
export interface NewPart {
  readonly name: string;
  readonly content: Buffer;
  /** Whether it is deflated. */
  readonly packed: boolean;
  readonly time: number;
}

const LOCAL = 0x04034b50;
const RECORD = 0x02014b50;
const END = 0x06054b50;
/** Version 2.0: deflate and folders. Names are UTF-8 (bit 11). */
const VERSION = 20;
const UTF8 = 0x0800;
const LARGEST = 0xffffffff;

/** A new archive of the parts, in their order, with nothing in it but them: no comments, no extra fields. */
export function packZip(parts: readonly NewPart[]): Buffer {
  const pieces: Buffer[] = [];
  const records: Buffer[] = [];
  let length = 0;
  const write = (piece: Buffer) => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const { name, content, packed, time } of parts) {
    const data = packed ? deflateRawSync(content) : content;
    const head = headOf({ time, method: packed ? 8 : 0, crc: crc32(content), data, size: content.length, name });
    const local = Buffer.alloc(4);
    local.writeUInt32LE(LOCAL);
    records.push(recordOf(head, length), Buffer.from(name));
    for (const piece of [local, head, Buffer.from(name), data]) write(piece);
  }
  const start = length;
  for (const record of records) write(record);
  if (length > LARGEST || parts.length > 0xffff) throw new Error("the archive grew beyond 4 GiB");
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(length - start, 12);
  end.writeUInt32LE(start, 16);
  write(end);
  return Buffer.concat(pieces, length);
}

interface Head {
  readonly time: number;
  readonly method: number;
  readonly crc: number;
  readonly data: Buffer;
  readonly size: number;
  readonly name: string;
}

/** What a local header and a record of the directory have in common. */
function headOf({ time, method, crc, data, size, name }: Head): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(VERSION);
  head.writeUInt16LE(UTF8, 2);
  head.writeUInt16LE(method, 4);
  head.writeUInt32LE(time, 6);
  head.writeUInt32LE(crc, 10);
  head.writeUInt32LE(data.length, 14);
  head.writeUInt32LE(size, 18);
  head.writeUInt16LE(Buffer.byteLength(name), 22);
  return head;
}

function recordOf(head: Buffer, offset: number): Buffer {
  const record = Buffer.alloc(46);
  record.writeUInt32LE(RECORD);
  record.writeUInt16LE(VERSION, 4);
  head.copy(record, 6);
  record.writeUInt32LE(offset, 42);
  return record;
}
