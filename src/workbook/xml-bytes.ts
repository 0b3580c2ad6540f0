/** XML seen as bytes: where its constructs begin and end. Every function works on one window of a part and says when the window ends too early. */

export const LESS = 0x3c;
export const GREATER = 0x3e;
export const SLASH = 0x2f;
export const BANG = 0x21;
export const QUESTION = 0x3f;
export const EQUALS = 0x3d;
const COLON = 0x3a;
export const SPACE = 0x20;
export const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/** The window ends inside the construct: read on with more bytes. */
export const INCOMPLETE = -1;
/** No XML. */
export const MALFORMED = -2;

const COMMENT_START = Buffer.from("<!--");
const CDATA_START = Buffer.from("<![CDATA[");
const COMMENT_END = Buffer.from("-->");
const CDATA_END = Buffer.from("]]>");
const INSTRUCTION_END = Buffer.from("?>");

/** The end of the comment, CDATA section or instruction at `at` (`<!…` or `<?…`). A DOCTYPE is malformed: no part may have one. */
export function markupEnd(bytes: Buffer, at: number): number {
  if (bytes[at + 1] === QUESTION) return endAfter(bytes, INSTRUCTION_END, at + 2);
  if (startsWith(bytes, COMMENT_START, at)) return endAfter(bytes, COMMENT_END, at + 4);
  if (startsWith(bytes, CDATA_START, at)) return endAfter(bytes, CDATA_END, at + 9);
  return bytes.length - at < 9 ? INCOMPLETE : MALFORMED;
}

/** Whether a CDATA section begins at `at`. */
export function isCdata(bytes: Buffer, at: number): boolean {
  return startsWith(bytes, CDATA_START, at);
}

function startsWith(bytes: Buffer, needle: Buffer, at: number): boolean {
  return at + needle.length <= bytes.length && bytes.compare(needle, 0, needle.length, at, at + needle.length) === 0;
}

function endAfter(bytes: Buffer, needle: Buffer, from: number): number {
  const at = bytes.indexOf(needle, from);
  return at < 0 ? INCOMPLETE : at + needle.length;
}

/** One tag or attribute name: `local` is where the part after the prefix begins. */
export interface Name {
  local: number;
  end: number;
}

/** Reads the name at `at` into `name`; returns its end. */
export function readName(bytes: Buffer, at: number, name: Name): number {
  name.local = at;
  for (let i = at; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte <= SPACE || byte === GREATER || byte === SLASH) {
      name.end = i;
      return i === name.local ? MALFORMED : i;
    }
    if (byte === COLON) name.local = i + 1;
    else if (byte === LESS || byte === EQUALS) return MALFORMED;
  }
  return INCOMPLETE;
}

/** Whether the bytes from `start` to `end` spell `word`, which is ASCII. */
export function spells(bytes: Buffer, start: number, end: number, word: string): boolean {
  if (end - start !== word.length) return false;
  for (let i = 0; i < word.length; i++) if (bytes[start + i] !== word.charCodeAt(i)) return false;
  return true;
}

/** Whether the bytes are the value of a boolean attribute that is set. */
export function isTrue(bytes: Buffer, start: number, end: number): boolean {
  return spells(bytes, start, end, "1") || spells(bytes, start, end, "true");
}

/** What `readAttribute` can find. */
export const ATTRIBUTE = 0;
export const TAG_END = 1;
export const EMPTY_TAG_END = 2;

/** What `readAttribute` found: an attribute, or the end of its tag. */
export interface Attribute {
  found: number;
  nameStart: number;
  nameEnd: number;
  start: number;
  end: number;
}

export function newAttribute(): Attribute {
  return { found: TAG_END, nameStart: 0, nameEnd: 0, start: 0, end: 0 };
}

/** Reads the next attribute of a tag, or the end of the tag; returns the place after it. */
export function readAttribute(bytes: Buffer, from: number, attribute: Attribute): number {
  const limit = bytes.length;
  let i = from;
  while (i < limit && bytes[i]! <= SPACE) i++;
  if (i >= limit) return INCOMPLETE;
  if (bytes[i] === GREATER) {
    attribute.found = TAG_END;
    return i + 1;
  }
  if (bytes[i] === SLASH) {
    if (i + 1 >= limit) return INCOMPLETE;
    attribute.found = EMPTY_TAG_END;
    return bytes[i + 1] === GREATER ? i + 2 : MALFORMED;
  }
  attribute.found = ATTRIBUTE;
  attribute.nameStart = i;
  while (i < limit && bytes[i] !== EQUALS) {
    const byte = bytes[i]!;
    if (byte === GREATER || byte === LESS || byte === SLASH || byte === QUOTE) return MALFORMED;
    i++;
  }
  attribute.nameEnd = i;
  while (bytes[attribute.nameEnd - 1]! <= SPACE) attribute.nameEnd--;
  i++;
  while (i < limit && bytes[i]! <= SPACE) i++;
  if (i >= limit) return INCOMPLETE;
  const quote = bytes[i];
  if (quote !== QUOTE && quote !== APOSTROPHE) return MALFORMED;
  attribute.start = ++i;
  while (i < limit && bytes[i] !== quote) i++;
  if (i >= limit) return INCOMPLETE;
  attribute.end = i;
  return i + 1;
}

/** The end of the tag, reading from behind its name; `attribute.found` then says whether it is an empty one. */
export function skipAttributes(bytes: Buffer, from: number, attribute: Attribute): number {
  let at = from;
  do {
    at = readAttribute(bytes, at, attribute);
    if (at < 0) return at;
  } while (attribute.found === ATTRIBUTE);
  return at;
}

/** The end of the close tag at `at` (`</…`), its name read into `name`. */
export function readCloseTag(bytes: Buffer, at: number, name: Name): number {
  let i = readName(bytes, at + 2, name);
  if (i < 0) return i;
  while (i < bytes.length && bytes[i]! <= SPACE) i++;
  if (i >= bytes.length) return INCOMPLETE;
  return bytes[i] === GREATER ? i + 1 : MALFORMED;
}

/** Where character data that begins at `from` meets a tag; comments, instructions and CDATA sections lie within it. */
export function textEnd(bytes: Buffer, from: number): number {
  let at = from;
  for (;;) {
    // Numbers and indices are short: a call into native code costs more than a few steps here.
    const near = Math.min(at + 24, bytes.length);
    while (at < near && bytes[at] !== LESS) at++;
    if (at === near) {
      at = bytes.indexOf(LESS, at);
      if (at < 0) return INCOMPLETE;
    }
    if (at + 1 >= bytes.length) return INCOMPLETE;
    const next = bytes[at + 1];
    if (next !== BANG && next !== QUESTION) return at;
    at = markupEnd(bytes, at);
    if (at < 0) return at;
  }
}
