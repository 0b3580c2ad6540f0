import type { UserError } from "../model/user-error.js";
import { damagedPart } from "./damage.js";
import { partChunks } from "./inflate.js";
import { noStrings, type SharedStrings } from "./shared-strings.js";
import { readStringItem, richText, type StringItem } from "./string-item.js";
import {
  BANG,
  EMPTY_TAG_END,
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
import type { Zip, ZipEntry } from "./zip.js";

/** A few of the workbook's strings. */
export interface PickedStrings extends SharedStrings {
  /** Whether parts of the text have a look of their own. */
  isRich(index: number): boolean;
}

interface Picked {
  readonly text: string;
  readonly isEmpty: boolean;
  readonly isRich: boolean;
}

export const nonePicked: PickedStrings = { ...noStrings, isRich: () => false };

/**
 * Only the strings of these indices, read piece by piece: a patch needs a handful, while the table of a large workbook is
 * most of its bytes. `count` goes no further than the last of them.
 */
export async function pickStrings(zip: Zip, entry: ZipEntry, wanted: ReadonlySet<number>): Promise<PickedStrings> {
  if (wanted.size === 0) return nonePicked;
  const picked = new Map<number, Picked>();
  const scan = scanStrings(wanted, picked, (fault) => damagedPart(zip.file, entry.name, fault));
  let last = 0;
  for (const index of wanted) last = Math.max(last, index);
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of partChunks(zip, entry)) {
    const window = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
    held = window.subarray(scan.read(window));
    if (scan.count > last) break;
  }
  return {
    count: scan.count,
    isEmpty: (index) => picked.get(index)?.isEmpty ?? true,
    text: (index) => picked.get(index)?.text ?? "",
    isRich: (index) => picked.get(index)?.isRich ?? false,
  };
}

interface StringScan {
  readonly count: number;
  /** Reads what the window holds whole; returns where the first unfinished construct begins. */
  read(window: Buffer): number;
}

function scanStrings(
  wanted: ReadonlySet<number>,
  picked: Map<number, Picked>,
  damage: (fault: string) => UserError,
): StringScan {
  const name: Name = { local: 0, end: 0 };
  const attribute = newAttribute();
  const item: StringItem = { plain: true, start: 0, end: 0 };
  let count = 0;
  let depth = 0;

  function read(window: Buffer): number {
    let at = 0;
    for (;;) {
      const open = window[at] === LESS ? at : window.indexOf(LESS, at);
      if (open < 0) return window.length;
      const next = open + 1 < window.length ? readConstruct(window, open) : INCOMPLETE;
      if (next === INCOMPLETE) return open;
      if (next < 0) throw damage("is not well-formed XML");
      at = next;
    }
  }

  function readConstruct(window: Buffer, open: number): number {
    const next = window[open + 1];
    if (next === BANG || next === QUESTION) return markupEnd(window, open);
    if (next === SLASH) {
      const at = readCloseTag(window, open, name);
      if (at >= 0) depth--;
      return at;
    }
    const nameEnd = readName(window, open + 1, name);
    if (nameEnd < 0) return nameEnd;
    const isItem = depth === 1 && spells(window, name.local, name.end, "si");
    const at = skipAttributes(window, nameEnd, attribute);
    if (at < 0) return at;
    const isOpen = attribute.found !== EMPTY_TAG_END;
    if (!isItem) {
      if (isOpen) depth++;
      return at;
    }
    item.plain = true;
    item.start = item.end = at;
    const end = isOpen ? readStringItem(window, at, "si", item) : at;
    if (end >= 0) take(window);
    return end;
  }

  function take(window: Buffer): void {
    const index = count++;
    if (!wanted.has(index)) return;
    const { plain, start, end } = item;
    const text = plain ? decodeText(window, start, end) : richText(window, start, end);
    const isEmpty = plain ? isBlank(window, start, end) : start === end;
    picked.set(index, { text, isEmpty, isRich: !plain && hasRuns(window.toString("latin1", start, end)) });
  }

  return {
    read,
    get count() {
      return count;
    },
  };
}

/** Runs of text (`<r>`), not only their pronunciation. */
function hasRuns(markup: string): boolean {
  return /<(\w+:)?r[\s>]/.test(markup);
}
