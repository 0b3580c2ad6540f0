// The least that any reader does: reads the file and inflates its entries, and nothing else.
import { readFileSync } from "node:fs";
import { createInflateRaw, inflateRawSync } from "node:zlib";

const CHUNK = 1 << 18;
const bytes = readFileSync(process.argv[2]);
const end = bytes.lastIndexOf("PK\x05\x06");
let at = bytes.readUInt32LE(end + 16);
for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
  const [packed, size, offset] = [20, 24, 42].map((field) => bytes.readUInt32LE(at + field));
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (bytes.readUInt16LE(at + 10) === 8) await inflate(bytes.subarray(start, start + packed), size);
  at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
}

/** Large entries in pieces, so that memory is not what is measured. */
async function inflate(data, size) {
  if (size < 1 << 28) return inflateRawSync(data, { chunkSize: Math.max(CHUNK, size + 1) });
  const stream = createInflateRaw({ chunkSize: CHUNK });
  stream.end(data);
  for await (const _ of stream);
}
