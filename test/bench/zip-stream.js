import { closeSync, openSync, writeSync } from "node:fs";
import { crc32, createDeflateRaw } from "node:zlib";

/** Text is handed to the compressor in pieces of about so many characters. */
const PIECE = 1 << 20;

/** Writes a ZIP archive of entries `[name, texts]`; neither a part nor its compressed form is held whole. */
export async function writeZip(path, entries) {
  const file = openSync(path, "w");
  const directory = [];
  let offset = 0;
  const append = (bytes) => {
    offset += writeSync(file, bytes, 0, bytes.length, offset);
  };
  for (const [name, texts] of entries) {
    const start = offset;
    append(record("PK\x03\x04", name, {}));
    const from = offset;
    const { crc, size } = await deflate(texts, append);
    const sizes = { crc, size, packed: offset - from };
    const local = record("PK\x03\x04", name, sizes);
    writeSync(file, local, 0, local.length, start);
    directory.push(record("PK\x01\x02\x14\0", name, sizes, start));
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  append(index);
  append(end);
  closeSync(file);
}

/** A header of an entry: in front of its data, or (with its offset) in the directory. */
function record(signature, name, { crc = 0, size = 0, packed = 0 }, offset) {
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt16LE(0x5c7f, 8);
  common.writeUInt32LE(crc, 10);
  common.writeUInt32LE(packed, 14);
  common.writeUInt32LE(size, 18);
  common.writeUInt16LE(name.length, 22);
  const tail = Buffer.alloc(offset === undefined ? 0 : 14);
  if (offset !== undefined) tail.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from(signature, "latin1"), common, tail, Buffer.from(name)]);
}

async function deflate(texts, append) {
  const stream = createDeflateRaw({ level: 6, chunkSize: 1 << 18 });
  stream.on("data", append);
  let crc = 0;
  let size = 0;
  for (const piece of pieces(texts)) {
    crc = crc32(piece, crc);
    size += piece.length;
    if (!stream.write(piece)) await new Promise((resolve) => stream.once("drain", resolve));
  }
  stream.end();
  await new Promise((resolve, reject) => stream.once("end", resolve).once("error", reject));
  return { crc, size };
}

function* pieces(texts) {
  let piece = "";
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield Buffer.from(piece);
    piece = "";
  }
  yield Buffer.from(piece);
}
