import type { UserError } from "../model/user-error.js";
import { MAX_CELLS } from "./cell-store.js";
import { damagedPart } from "./damage.js";
import { readSingleText, readStringItem, richText, type StringItem } from "./string-item.js";
import {
  BANG,
  EMPTY_TAG_END,
  GREATER,
  INCOMPLETE,
  LESS,
  markupEnd,
  type Name,
  newAttribute,
  QUESTION,
  readCloseTag,
  readName,
  SLASH,
  skipAttributes,
  spells,
} from "./xml-bytes.js";
import { decodeText, isBlank } from "./xml-text.js";

/** The workbook's table of strings. */
export interface SharedStrings {
  readonly count: number;
  isEmpty(index: number): boolean;
  text(index: number): string;
}

export const noStrings: SharedStrings = { count: 0, isEmpty: () => true, text: () => "" };

/** Set in a start offset where the item is markup, not plain text; a part never reaches 2 GiB. */
const RICH = 0x80000000;
const CACHE = 1024;

/**
 * Indexes the strings where they stand: two offsets a string, decoded when asked for, for most cells of a large workbook
 * are never looked at as text twice. Throws `UserError` if the part is damaged.
 */
export function indexStrings(bytes: Buffer, file: string, part: string): SharedStrings {
  const { starts, ends, count } = findItems(bytes, (fault) => damagedPart(file, part, fault));
  const cached = new Int32Array(CACHE).fill(-1);
  const texts = new Array<string>(CACHE).fill("");
  return {
    count,
    isEmpty: (index) => starts[index]! % RICH === ends[index],
    text(index) {
      const slot = index % CACHE;
      if (cached[slot] !== index) {
        const start = starts[index]!;
        const end = ends[index]!;
        texts[slot] = start >= RICH ? richText(bytes, start - RICH, end) : decodeText(bytes, start, end);
        cached[slot] = index;
      }
      return texts[slot]!;
    },
  };
}

/** `<si>`, which is how nearly all items begin: read without looking for attributes. */
const ITEM = "<si>";

function startsItem(bytes: Buffer, open: number): boolean {
  return bytes[open + 1] === 0x73 && bytes[open + 2] === 0x69 && bytes[open + 3] === GREATER;
}

function findItems(bytes: Buffer, damage: (fault: string) => UserError) {
  let starts = new Uint32Array(1024);
  let ends = new Uint32Array(1024);
  let count = 0;
  const name: Name = { local: 0, end: 0 };
  const attribute = newAttribute();
  const item: StringItem = { plain: true, start: 0, end: 0 };
  let depth = 0;
  let hasRoot = false;
  let at = 0;
  const checked = (place: number): number => {
    if (place === INCOMPLETE) throw damage("ends too early");
    if (place < 0) throw damage("is not well-formed XML");
    return place;
  };
  const keep = (): void => {
    if (count === MAX_CELLS) throw damage("holds more than 20 million texts");
    if (count === starts.length) {
      starts = grown(starts, at, bytes.length);
      ends = grown(ends, at, bytes.length);
    }
    const { plain, start, end } = item;
    starts[count] = plain ? start : start + RICH;
    ends[count++] = plain && isBlank(bytes, start, end) ? start : end;
  };
  for (;;) {
    const open = bytes[at] === LESS ? at : bytes.indexOf(LESS, at);
    if (open < 0) break;
    if (depth === 1 && startsItem(bytes, open)) {
      const after = readSingleText(bytes, open + ITEM.length, "si", item);
      if (after > 0) {
        at = after;
        keep();
        continue;
      }
    }
    const next = bytes[open + 1];
    if (next === BANG || next === QUESTION) {
      at = checked(markupEnd(bytes, open));
      continue;
    }
    if (next === SLASH) {
      at = checked(readCloseTag(bytes, open, name));
      if (--depth < 0) throw damage("is not well-formed XML");
      if (depth === 0 && !spells(bytes, name.local, name.end, "sst")) throw damage("is not well-formed XML");
      continue;
    }
    at = checked(readName(bytes, open + 1, name));
    const isItem = depth === 1 && spells(bytes, name.local, name.end, "si");
    if (depth === 0 && (hasRoot || !spells(bytes, name.local, name.end, "sst"))) throw damage("is no table of strings");
    hasRoot = true;
    at = checked(skipAttributes(bytes, at, attribute));
    const isEmptyTag = attribute.found === EMPTY_TAG_END;
    if (!isItem) {
      if (!isEmptyTag) depth++;
      continue;
    }
    if (isEmptyTag) {
      item.plain = true;
      item.start = item.end = at;
    } else {
      at = checked(readStringItem(bytes, at, "si", item));
    }
    keep();
  }
  if (depth !== 0 || !hasRoot) throw damage("ends too early");
  return { starts, ends, count };
}

/** Longer by the share of the part that is still to be read, as strings are much of a length. */
function grown(array: Uint32Array<ArrayBuffer>, read: number, total: number): Uint32Array<ArrayBuffer> {
  const expected = Math.ceil((array.length / read) * total * 1.05);
  const longer = new Uint32Array(Math.min(Math.max(array.length * 2, expected), array.length * 64));
  longer.set(array);
  return longer;
}
