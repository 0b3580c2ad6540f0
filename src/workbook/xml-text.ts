import { unescaped } from "../model/character-escapes.js";
import { isCdata, LESS, markupEnd } from "./xml-bytes.js";

const RETURN = 0x0d;
const TAB = 0x09;
const SPACE = 0x20;
/** The second byte of a no-break space. */
const NO_BREAK = 0xa0;

/** The text that a cell's character data stands for: entities, CDATA and Excel's `_xHHHH_` escapes resolved. */
export function decodeText(bytes: Buffer, start: number, end: number): string {
  return unescaped(decodeXml(bytes, start, end));
}

/** The text of character data; Excel's own escapes stay as they are, as formulas have none. */
export function decodeXml(bytes: Buffer, start: number, end: number): string {
  const text = bytes.toString("utf8", start, end);
  const isPlain = !text.includes("&") && !text.includes("<") && !text.includes("\r");
  return isPlain ? text : decodePieces(bytes, start, end);
}

/** Whether the character data stands for nothing that can be seen: no text, or white space alone. */
export function isBlank(bytes: Buffer, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    const byte = bytes[at]!;
    if (byte === SPACE || (byte >= TAB && byte <= RETURN)) at++;
    else if (byte === 0xc2 && bytes[at + 1] === NO_BREAK) at += 2;
    else break;
  }
  return at === end || (bytes[at] === LESS && decodeXml(bytes, at, end).trim() === "");
}

function decodePieces(bytes: Buffer, start: number, end: number): string {
  const content = bytes.subarray(start, end);
  let text = "";
  let at = 0;
  while (at < content.length) {
    const open = content.indexOf(LESS, at);
    text += resolveEntities(normalLines(content.toString("utf8", at, open < 0 ? content.length : open)));
    if (open < 0) break;
    const close = markupEnd(content, open);
    if (close < 0) break;
    if (isCdata(content, open)) text += normalLines(content.toString("utf8", open + 9, close - 3));
    at = close;
  }
  return text;
}

/** XML reads every line end as a line feed; a return that is meant stands there as `&#13;`. */
function normalLines(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

const NAMED = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

function resolveEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, word) => {
    if (word !== undefined) return NAMED.get(word) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
