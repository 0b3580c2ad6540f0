import {
  type Attribute,
  BANG,
  GREATER,
  INCOMPLETE,
  LESS,
  MALFORMED,
  markupEnd,
  type Name,
  newAttribute,
  QUESTION,
  readCloseTag,
  readName,
  SLASH,
  skipAttributes,
  spells,
  TAG_END,
  textEnd,
} from "./xml-bytes.js";
import { decodeText } from "./xml-text.js";

/**
 * What stands in an `<si>` or `<is>`. `plain`: `start` to `end` is the character data of its only `<t>`. Otherwise (rich
 * or phonetic text) it is the markup inside; `start === end` if no text is in it.
 */
export interface StringItem {
  plain: boolean;
  start: number;
  end: number;
}

const PRESERVED = Buffer.from('<t xml:space="preserve">');
const LETTER_T = 0x74;

const name: Name = { local: 0, end: 0 };
const attribute: Attribute = newAttribute();

/** Reads the item whose open tag ends at `from`; returns the place after its close tag `close` (`si`, `is`). */
export function readStringItem(bytes: Buffer, from: number, close: "si" | "is", item: StringItem): number {
  return readSingleText(bytes, from, close, item) || readMarkup(bytes, from, close, item);
}

/** The item that is `<t>…</t>` and no more, as nearly all are; 0 if it is anything else, or ends too early. */
export function readSingleText(bytes: Buffer, from: number, close: "si" | "is", item: StringItem): number {
  if (bytes[from] !== LESS || bytes[from + 1] !== LETTER_T) return 0;
  let start = from + 3;
  if (bytes[from + 2] !== GREATER) {
    start = from + PRESERVED.length;
    for (let i = 2; i < PRESERVED.length; i++) if (bytes[from + i] !== PRESERVED[i]) return 0;
  }
  const end = textEnd(bytes, start);
  const last = end + 9;
  if (end < 0 || last > bytes.length) return 0;
  const isOver =
    bytes[end + 1] === SLASH &&
    bytes[end + 2] === LETTER_T &&
    bytes[end + 3] === GREATER &&
    bytes[end + 4] === LESS &&
    bytes[end + 5] === SLASH &&
    bytes[end + 6] === close.charCodeAt(0) &&
    bytes[end + 7] === close.charCodeAt(1) &&
    bytes[end + 8] === GREATER;
  if (!isOver) return 0;
  item.plain = true;
  item.start = start;
  item.end = end;
  return last;
}

function readMarkup(bytes: Buffer, from: number, close: "si" | "is", item: StringItem): number {
  let texts = 0;
  let plain = true;
  let empty = true;
  let depth = 0;
  let phonetic = 0;
  let at = from;
  item.start = from;
  item.end = from;
  for (;;) {
    const open = bytes[at] === LESS ? at : bytes.indexOf(LESS, at);
    if (open < 0 || open + 1 >= bytes.length) return INCOMPLETE;
    const next = bytes[open + 1];
    if (next === BANG || next === QUESTION) {
      at = markupEnd(bytes, open);
      if (at < 0) return at;
      continue;
    }
    if (next === SLASH) {
      at = readCloseTag(bytes, open, name);
      if (at < 0) return at;
      if (depth === 0) {
        if (!spells(bytes, name.local, name.end, close)) return MALFORMED;
        item.plain = plain && texts === 1;
        if (!item.plain) {
          item.start = from;
          item.end = empty ? from : open;
        }
        return at;
      }
      if (depth === phonetic) phonetic = 0;
      depth--;
      continue;
    }
    at = readName(bytes, open + 1, name);
    if (at < 0) return at;
    const isText = spells(bytes, name.local, name.end, "t");
    const isPhonetic = spells(bytes, name.local, name.end, "rPh");
    at = skipAttributes(bytes, at, attribute);
    if (at < 0) return at;
    const isOpen = attribute.found === TAG_END;
    if (!isText) {
      plain = false;
      if (isOpen) depth++;
      if (isOpen && isPhonetic && phonetic === 0) phonetic = depth;
      continue;
    }
    texts++;
    if (!isOpen) continue;
    const end = textEnd(bytes, at);
    if (end < 0) return end;
    if (phonetic === 0) {
      if (end > at) empty = false;
      item.start = at;
      item.end = end;
    }
    at = readCloseTag(bytes, end, name);
    if (at < 0) return at;
    if (!spells(bytes, name.local, name.end, "t")) return MALFORMED;
  }
}

/** The text of an item that is not plain: its `<t>`s joined, furigana (`<rPh>`) left out. */
export function richText(bytes: Buffer, start: number, end: number): string {
  const content = bytes.subarray(start, end);
  let text = "";
  let phonetic = 0;
  let at = 0;
  for (;;) {
    const open = content.indexOf(LESS, at);
    if (open < 0 || open + 1 >= content.length) return text;
    const next = content[open + 1];
    if (next === BANG || next === QUESTION) {
      at = markupEnd(content, open);
    } else if (next === SLASH) {
      at = readCloseTag(content, open, name);
      if (at >= 0 && spells(content, name.local, name.end, "rPh")) phonetic--;
    } else {
      at = readName(content, open + 1, name);
      if (at < 0) return text;
      const isText = spells(content, name.local, name.end, "t");
      const isPhonetic = spells(content, name.local, name.end, "rPh");
      at = skipAttributes(content, at, attribute);
      if (at >= 0 && attribute.found === TAG_END) {
        if (isPhonetic) phonetic++;
        if (isText) {
          const close = textEnd(content, at);
          if (close < 0) return text;
          if (phonetic === 0) text += decodeText(content, at, close);
          at = close;
        }
      }
    }
    if (at < 0) return text;
  }
}
