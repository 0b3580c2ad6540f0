import { isUtf8 } from "node:buffer";

/** How a text file is written down; `mark` is the length of its byte order mark in bytes. */
export interface TextEncoding {
  readonly name: "UTF-8" | "UTF-16 LE" | "UTF-16 BE" | "Windows-1252";
  readonly mark: number;
}

/** The text of a file that names no encoding, without its byte order mark. */
export function decodeFile(bytes: Buffer): string {
  return decode(bytes, encodingOf(bytes));
}

/**
 * By its byte order mark, else UTF-16 if every other byte is mostly zero, else UTF-8 if it is valid, else Windows-1252,
 * which is what Excel writes.
 */
export function encodingOf(bytes: Buffer): TextEncoding {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return { name: "UTF-16 LE", mark: 2 };
  if (first === 0xfe && second === 0xff) return { name: "UTF-16 BE", mark: 2 };
  const zeros = [0, 0];
  const head = bytes.subarray(0, 1024);
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2]!++;
  if (zeros[1]! * 4 > head.length && zeros[0] === 0) return { name: "UTF-16 LE", mark: 0 };
  if (zeros[0]! * 4 > head.length && zeros[1] === 0) return { name: "UTF-16 BE", mark: 0 };
  const marked = first === 0xef && second === 0xbb && third === 0xbf;
  return isUtf8(bytes) ? { name: "UTF-8", mark: marked ? 3 : 0 } : { name: "Windows-1252", mark: 0 };
}

export function decode(bytes: Buffer, { name }: TextEncoding): string {
  if (name === "Windows-1252") {
    // Node's own decoder for Windows-1252 reads these as control characters (20, 22).
    return bytes.toString("latin1").replace(/[\x80-\x9f]/g, (sign) => WINDOWS_1252[sign.charCodeAt(0) - 0x80]!);
  }
  return new TextDecoder(name.toLowerCase().replace(" ", "")).decode(bytes);
}

/** The bytes of a piece of text, or the first character that the encoding cannot hold. */
export function encode(text: string, { name }: TextEncoding): Buffer | { readonly lacks: string } {
  const half = /\p{Surrogate}/u.exec(text);
  if (half) return { lacks: half[0] };
  if (name === "UTF-8") return Buffer.from(text, "utf8");
  if (name === "UTF-16 LE") return Buffer.from(text, "utf16le");
  if (name === "UTF-16 BE") return Buffer.from(text, "utf16le").swap16();
  const bytes: number[] = [];
  for (const character of text) {
    const place = WINDOWS_1252.indexOf(character);
    const byte = place >= 0 ? 0x80 + place : character.codePointAt(0)!;
    if (byte > 0xff || (place < 0 && byte >= 0x80 && byte < 0xa0)) return { lacks: character };
    bytes.push(byte);
  }
  return Buffer.from(bytes);
}

/** How many bytes a piece of decoded text takes in its file. */
export function encodedLength(text: string, { name }: TextEncoding): number {
  if (name === "UTF-8") return Buffer.byteLength(text, "utf8");
  return name === "Windows-1252" ? text.length : text.length * 2;
}

/** What stands at 0x80 to 0x9f, where Windows-1252 differs from Latin-1; five places are empty. */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";
