import type { Splice } from "./patched.js";
import {
  ATTRIBUTE,
  BANG,
  EMPTY_TAG_END,
  LESS,
  markupEnd,
  type Name,
  newAttribute,
  QUESTION,
  readAttribute,
  readCloseTag,
  readName,
  SLASH,
  spells,
} from "./xml-bytes.js";
import { decodeXml } from "./xml-text.js";
import { xmlText } from "./xml-write.js";

/** One element of a part and where it stands; all places count in bytes from the beginning of the part. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** `x:`, or "" where it has none. */
  readonly prefix: string;
  readonly parent: XmlElement | undefined;
  readonly attributes: readonly XmlAttribute[];
  /** From the `<` of the open tag to behind its `>`. */
  readonly start: number;
  readonly tagEnd: number;
  readonly isEmptyTag: boolean;
  /** The `<` of the close tag and the place behind it; for an empty tag `tagEnd`, NaN while it is open. */
  closeStart: number;
  end: number;
}

export interface XmlAttribute {
  /** With its prefix. */
  readonly name: string;
  readonly value: string;
  /** From the first letter of the name to behind the closing quote; the value itself lies between `valueStart` and `valueEnd`. */
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** A piece of a part: `bytes` begin at `start` of it. */
export interface Piece {
  readonly bytes: Buffer;
  readonly start: number;
}

/**
 * The elements of a small part, or of a piece of a large one, in the order of their open tags. A later piece goes on within
 * the elements that the earlier ones left `open`. Undefined if that is not well-formed XML.
 */
export function readElements({ bytes, start }: Piece, open: XmlElement[] = []): XmlElement[] | undefined {
  const elements: XmlElement[] = [];
  const name: Name = { local: 0, end: 0 };
  for (let at = 0; ; ) {
    const tag = bytes.indexOf(LESS, at);
    if (tag < 0) return elements;
    const next = bytes[tag + 1];
    if (next === BANG || next === QUESTION) at = markupEnd(bytes, tag);
    else if (next === SLASH) {
      at = readCloseTag(bytes, tag, name);
      const element = open.pop();
      if (at < 0 || !element || !spells(bytes, name.local, name.end, element.name)) return undefined;
      element.closeStart = start + tag;
      element.end = start + at;
    } else {
      const element = readElement(bytes, start, tag, open.at(-1));
      if (!element) return undefined;
      elements.push(element);
      if (!element.isEmptyTag) open.push(element);
      at = element.tagEnd - start;
    }
    if (at < 0) return undefined;
  }
}

/** The value of an attribute, named without prefix. */
export function attributeOf(element: XmlElement, name: string): XmlAttribute | undefined {
  return element.attributes.find((attribute) => attribute.name === name);
}

/** Whether a boolean attribute is there and true. */
export function isSet(element: XmlElement, name: string): boolean {
  return /^(1|true)$/.test(attributeOf(element, name)?.value ?? "");
}

/** Latin letters only, as all names in a workbook are. */
function readElement(
  bytes: Buffer,
  start: number,
  tag: number,
  parent: XmlElement | undefined,
): XmlElement | undefined {
  const name: Name = { local: 0, end: 0 };
  const attribute = newAttribute();
  const attributes: XmlAttribute[] = [];
  let at = readName(bytes, tag + 1, name);
  while (at >= 0) {
    at = readAttribute(bytes, at, attribute);
    if (at < 0 || attribute.found !== ATTRIBUTE) break;
    attributes.push({
      name: bytes.toString("latin1", attribute.nameStart, attribute.nameEnd),
      value: decodeXml(bytes, attribute.start, attribute.end),
      start: start + attribute.nameStart,
      end: start + at,
      valueStart: start + attribute.start,
      valueEnd: start + attribute.end,
    });
  }
  if (at < 0) return undefined;
  const isEmptyTag = attribute.found === EMPTY_TAG_END;
  const end = isEmptyTag ? start + at : Number.NaN;
  return {
    name: bytes.toString("latin1", name.local, name.end),
    prefix: bytes.toString("latin1", tag + 1, name.local),
    parent,
    attributes,
    start: start + tag,
    tagEnd: start + at,
    isEmptyTag,
    closeStart: end,
    end,
  };
}

/**
 * An element's open tag without its `>` or `/>`, some attributes set or (undefined) taken out; the others stay as they
 * are written.
 */
export function openTag(
  piece: Piece,
  element: XmlElement,
  changes: Readonly<Record<string, string | undefined>>,
): string {
  const written = (from: number, to: number) => piece.bytes.toString("utf8", from - piece.start, to - piece.start);
  let end = element.start + 1 + element.prefix.length + element.name.length;
  let tag = written(element.start, end);
  for (const { name, valueStart, valueEnd, end: attributeEnd } of element.attributes) {
    const from = end;
    end = attributeEnd;
    if (!Object.hasOwn(changes, name)) tag += written(from, end);
    else if (changes[name] !== undefined) {
      tag += written(from, valueStart) + xmlText(changes[name]) + written(valueEnd, end);
    }
  }
  for (const [name, value] of Object.entries(changes)) {
    if (value !== undefined && !attributeOf(element, name)) tag += ` ${name}="${xmlText(value)}"`;
  }
  return tag;
}

/** What an element holds, as it is written. */
export function innerMarkup(piece: Piece, { tagEnd, closeStart }: XmlElement): string {
  return piece.bytes.toString("utf8", tagEnd - piece.start, closeStart - piece.start);
}

/** The splice that puts markup at the end of what an element holds. */
export function atEnd({ prefix, name, isEmptyTag, tagEnd, closeStart }: XmlElement, markup: string): Splice {
  if (!isEmptyTag) return { start: closeStart, end: closeStart, text: markup };
  return { start: tagEnd - 2, end: tagEnd, text: `>${markup}</${prefix}${name}>` };
}
