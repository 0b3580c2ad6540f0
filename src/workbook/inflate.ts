import { promisify } from "node:util";
import { crc32, createInflateRaw, inflateRaw, inflateRawSync, type ZlibOptions } from "node:zlib";
import { UserError } from "../model/user-error.js";
import { damagedPart } from "./damage.js";
import type { Zip, ZipEntry } from "./zip.js";

/** Measured from 64 KiB to 512 KiB: it makes little difference to time, and larger ones take memory. */
const CHUNK = 256 * 1024;

/** A small part whole, its size and CRC-32 checked. */
export function partBytes(zip: Zip, entry: ZipEntry): Buffer {
  const data = packedBytes(zip, entry);
  if (entry.method === 0) return checked(zip, entry, data);
  try {
    return checked(zip, entry, inflateRawSync(data, wholeAtOnce(entry)));
  } catch (error) {
    throw asUserError(zip, entry, error);
  }
}

/** A large part whole, checked like a small one, inflated beside the reader's own work. */
export async function largePartBytes(zip: Zip, entry: ZipEntry): Promise<Buffer> {
  const data = packedBytes(zip, entry);
  if (entry.method === 0) return checked(zip, entry, data);
  try {
    return checked(zip, entry, await promisify<Buffer, ZlibOptions, Buffer>(inflateRaw)(data, wholeAtOnce(entry)));
  } catch (error) {
    throw asUserError(zip, entry, error);
  }
}

/** A first chunk of the declared size spares zlib from joining pieces, which would hold everything twice. */
function wholeAtOnce({ size }: ZipEntry): ZlibOptions {
  return { chunkSize: Math.max(64, size + 1), maxOutputLength: Math.max(1, size) };
}

/** A part piece by piece, inflated beside the reader's own work; size and CRC-32 are checked at its end. */
export async function* partChunks(zip: Zip, entry: ZipEntry): AsyncGenerator<Buffer> {
  // Another thread costs more than it saves here, and buffers of which little is filled have garbage collected far too often.
  if (entry.size <= CHUNK) return yield partBytes(zip, entry);
  const data = packedBytes(zip, entry);
  if (entry.method === 0) {
    checked(zip, entry, data);
    for (let at = 0; at < data.length; at += CHUNK) yield data.subarray(at, at + CHUNK);
    return;
  }
  const inflate = createInflateRaw({ chunkSize: CHUNK });
  inflate.end(data);
  let size = 0;
  let crc = 0;
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > entry.size) throw tooLong(zip, entry);
      crc = crc32(chunk, crc);
      yield chunk;
    }
  } catch (error) {
    throw asUserError(zip, entry, error);
  } finally {
    inflate.destroy();
  }
  if (size !== entry.size || crc !== entry.crc) throw broken(zip, entry);
}

function packedBytes(zip: Zip, entry: ZipEntry): Buffer {
  if ((entry.flags & 0x2041) !== 0) {
    throw new UserError(
      "encrypted-part",
      `${zip.file} holds an encrypted part (${entry.name}). Save it without a password.`,
    );
  }
  if (entry.method !== 0 && entry.method !== 8) {
    throw new UserError(
      "unknown-compression",
      `${zip.file} is packed in a way that Excel does not use (${entry.name}, method ${entry.method}). Open it in Excel and save a copy.`,
    );
  }
  return zip.bytes.subarray(entry.dataStart, entry.dataEnd);
}

function checked(zip: Zip, entry: ZipEntry, content: Buffer): Buffer {
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw broken(zip, entry);
  return content;
}

function asUserError(zip: Zip, entry: ZipEntry, error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ERR_BUFFER_TOO_LARGE") return tooLong(zip, entry);
  return code.startsWith("Z_") ? broken(zip, entry) : error;
}

function broken(zip: Zip, entry: ZipEntry): UserError {
  return damagedPart(zip.file, entry.name, "cannot be unpacked");
}

function tooLong(zip: Zip, entry: ZipEntry): UserError {
  return new UserError("bomb", `${zip.file} unpacks to more than it declares (${entry.name}); it was not opened.`);
}
