import { crc32, createDeflateRaw, deflateRawSync } from "node:zlib";
import { partBytes, partChunks } from "./inflate.js";
import type { Splice } from "./patched.js";
import type { Zip, ZipEntry } from "./zip.js";
import type { PackedPart } from "./zip-write.js";

/** Larger parts are unpacked and packed piece by piece, and packed fast: level 1 is as dense as Excel's own files. */
const LARGE = 1 << 20;
const CHUNK = 256 * 1024;

/** The part with its splices made, packed by the method that its entry has. */
export async function splicePart(zip: Zip, entry: ZipEntry, splices: readonly Splice[]): Promise<PackedPart> {
  const splicer = newSplicer(splices, entry);
  if (entry.method === 8 && entry.size >= LARGE) return packLarge(partChunks(zip, entry), splicer);
  const content = Buffer.concat([...splicer.push(partBytes(zip, entry)), ...splicer.end()]);
  const packed = entry.method === 8 ? deflateRawSync(content) : content;
  return { packed: [packed], compressedSize: packed.length, size: content.length, crc: crc32(content) };
}

async function packLarge(chunks: AsyncIterable<Buffer>, splicer: Splicer): Promise<PackedPart> {
  const packed: Buffer[] = [];
  let compressedSize = 0;
  let size = 0;
  let crc = 0;
  const deflate = createDeflateRaw({ level: 1, chunkSize: CHUNK });
  const done = new Promise<void>((resolve, reject) => {
    deflate.on("end", resolve);
    deflate.on("error", reject);
  });
  deflate.on("data", (chunk: Buffer) => {
    packed.push(chunk);
    compressedSize += chunk.length;
  });
  const write = async (pieces: readonly Buffer[]) => {
    // Each write is a walk to another thread and back: a hundred thousand cells are not to cost as many.
    const content = Buffer.concat(pieces);
    if (content.length === 0) return;
    size += content.length;
    crc = crc32(content, crc);
    if (!deflate.write(content)) await new Promise((resolve) => deflate.once("drain", resolve));
  };
  try {
    for await (const chunk of chunks) await write(splicer.push(chunk));
    await write(splicer.end());
    deflate.end();
    await done;
  } finally {
    deflate.destroy();
  }
  return { packed, compressedSize, size, crc };
}

/** Takes a part's content in pieces and gives it back with the splices made. */
interface Splicer {
  push(chunk: Buffer): Buffer[];
  end(): Buffer[];
}

function newSplicer(splices: readonly Splice[], entry: ZipEntry): Splicer {
  const ordered = inOrder(splices, entry);
  let next = 0;
  /** Where the chunk begins, and up to where the content is given back or left out. */
  let base = 0;
  let done = 0;
  return { push, end: () => insertions(entry.size) };

  function push(chunk: Buffer): Buffer[] {
    const pieces: Buffer[] = [];
    const chunkEnd = base + chunk.length;
    for (;;) {
      const splice = ordered[next];
      const until = Math.min(chunkEnd, splice?.start ?? chunkEnd);
      if (until > done) {
        pieces.push(chunk.subarray(done - base, until - base));
        done = until;
      }
      if (!splice || splice.start >= chunkEnd) break;
      pieces.push(Buffer.from(splice.text));
      done = splice.end;
      next++;
    }
    base = chunkEnd;
    return pieces;
  }

  /** What is inserted behind the last byte. */
  function insertions(size: number): Buffer[] {
    if (base !== size) throw new Error(`${entry.name} was spliced in part only`);
    return ordered.slice(next).map(({ text }) => Buffer.from(text));
  }
}

/** By their places; insertions at one place keep their order and stand before what is replaced there. */
function inOrder(splices: readonly Splice[], { name, size }: ZipEntry): Splice[] {
  const ordered = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  let end = 0;
  for (const splice of ordered) {
    if (splice.start < end || splice.end < splice.start || splice.end > size) {
      throw new Error(`the splices of ${name} overlap near byte ${splice.start}`);
    }
    end = splice.end;
  }
  return ordered;
}
