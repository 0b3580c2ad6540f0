import { richText } from "./string-item.js";
import { decodeText, decodeXml } from "./xml-text.js";

/** Texts that stand in the sheet itself, kept as the bytes they were and decoded when asked for. */
export interface TextTable {
  add(bytes: Buffer, start: number, end: number, form: TextForm): number;
  text(index: number): string;
}

/** How the bytes are to be read: a cell's character data, the markup of a rich text, or a formula's character data. */
export type TextForm = "plain" | "rich" | "formula";

/** Larger than the longest cell that the scanner lets through, so that no text is cut. */
const ARENA = 4 << 20;
const FIRST = 16 << 10;
const FORMS: readonly TextForm[] = ["plain", "rich", "formula"];
const CACHE = 512;

export function newTextTable(): TextTable {
  let arena: Buffer = Buffer.alloc(0);
  const arenas = [arena];
  let used = 0;
  let count = 0;
  let places = new Float64Array(64);
  let lengths = new Uint32Array(64);
  let forms = new Uint8Array(64);
  const cached = new Int32Array(CACHE).fill(-1);
  const texts = new Array<string>(CACHE).fill("");
  return {
    add(bytes, start, end, form) {
      const length = end - start;
      if (used + length > arena.length) makeRoom(length);
      if (count === places.length) grow();
      bytes.copy(arena, used, start, end);
      places[count] = (arenas.length - 1) * ARENA + used;
      lengths[count] = length;
      forms[count] = FORMS.indexOf(form);
      used += length;
      return count++;
    },
    text(index) {
      const slot = index % CACHE;
      if (cached[slot] !== index) {
        const arena = arenas[Math.floor(places[index]! / ARENA)]!;
        const start = places[index]! % ARENA;
        texts[slot] = READERS[forms[index]!]!(arena, start, start + lengths[index]!);
        cached[slot] = index;
      }
      return texts[slot]!;
    },
  };

  /** The first grows until it is as large as the others: most tables need little. */
  function makeRoom(length: number): void {
    if (used + length > ARENA) {
      arena = Buffer.allocUnsafeSlow(ARENA);
      arenas.push(arena);
      used = 0;
      return;
    }
    const older = arena;
    arena = Buffer.allocUnsafeSlow(Math.min(ARENA, Math.max(FIRST, 2 * older.length, used + length)));
    older.copy(arena, 0, 0, used);
    arenas[arenas.length - 1] = arena;
  }

  function grow(): void {
    const length = places.length * 2;
    const [oldPlaces, oldLengths, oldForms] = [places, lengths, forms];
    places = new Float64Array(length);
    places.set(oldPlaces);
    lengths = new Uint32Array(length);
    lengths.set(oldLengths);
    forms = new Uint8Array(length);
    forms.set(oldForms);
  }
}

const READERS = [decodeText, richText, decodeXml];
