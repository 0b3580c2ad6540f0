import { type CellPatch, type CellValue, reference } from "../model/cell.js";
import { runsAsFormula } from "../model/disarm.js";
import type { Sheet } from "../model/workbook.js";
import { DELIMITERS, layoutOf, readCsv, sheetNameOf } from "./csv.js";
import { type FieldPlace, fieldPlaces, isHalfQuoted } from "./csv-fields.js";
import type { Patched, Refusal } from "./patched.js";
import { decode, encode, encodedLength, encodingOf, type TextEncoding } from "./text-encoding.js";

/**
 * Writes patches into a CSV file: every byte outside the patched fields stays, in the file's own encoding. A text that a
 * spreadsheet would run as a formula gets a ' before it, and a note. The result is read again before it is given back;
 * were anything else in it different, all patches would be refused. `file` is the base name, as the sheet is named for it.
 */
export async function applyCsvPatches(bytes: Buffer, patches: readonly CellPatch[], file: string): Promise<Patched> {
  const encoding = encodingOf(bytes);
  const text = decode(bytes, encoding);
  const before = await readCsv(text, sheetNameOf(file));
  const { delimiter, start } = layoutOf(text);
  const places = fieldPlaces(text, start, delimiter, new Set(patches.map(({ at }) => at.row)));
  const refused: Refusal[] = [];
  const writes = new Map<string, Write>();
  for (const patch of patches) {
    const written = writtenText(patch.value);
    const why = objection(patch, written, before, places, text, encoding, writes);
    if (why !== undefined) refused.push({ patch, why });
    else if (written !== patch.was) writes.set(keyOf(patch.at), { patch, text: written });
  }
  const all = [...writes.values()].sort(inReadingOrder);
  if (all.length === 0) return unchanged(bytes, refused);
  const output = spliced(bytes, text, encoding, splicesOf(all, places!, delimiter, text));
  const after = await readCsv(decode(output, encodingOf(output)), before.name);
  if (!sameButFor(before, after, writes)) {
    const why = "with it, the rest of the file would be read differently";
    return unchanged(bytes, [...refused, ...all.map(({ patch }) => ({ patch, why }))]);
  }
  return { bytes: output, parts: 1, changedParts: [file], cells: all.length, refused, notes: disarmedNote(all) };
}

/** A patch and the text that goes into its field. */
interface Write {
  readonly patch: CellPatch;
  readonly text: string;
}

/** What a text file cannot hold and still be known as one. */
const CONTROLS = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/;

function writtenText(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "string") return runsAsFormula(value) ? `'${value}` : value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? String(value) : value.date;
}

/** Why a patch cannot be applied; undefined where it can. */
function objection(
  { at, was, like }: CellPatch,
  written: string,
  sheet: Sheet,
  places: ReadonlyMap<number, readonly FieldPlace[]> | undefined,
  text: string,
  encoding: TextEncoding,
  writes: ReadonlyMap<string, Write>,
): string | undefined {
  if (places === undefined) return "a quote in this file is never closed, so nobody knows where its fields end";
  if (at.sheet !== sheet.name) return `the file has no sheet '${at.sheet}'`;
  if (like !== undefined || !places.has(at.row)) return "the file has no such row";
  if (textAt(sheet, at.row, at.column) !== was) return "the cell has changed since it was read";
  const place = places.get(at.row)![at.column - 1];
  if (place && isHalfQuoted(text, place)) return "its quotes do not begin and end the field, so they would become text";
  if (writes.has(keyOf(at))) return "another fix changes the same cell";
  if (CONTROLS.test(written)) return "the new text holds a control character";
  const encoded = encode(written, encoding);
  return "lacks" in encoded
    ? `${encoding.name}, in which the file is written, has no ${sign(encoded.lacks)}`
    : undefined;
}

function sign(character: string): string {
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
  return /\p{Surrogate}/u.test(character) ? code : `${character} (${code})`;
}

/** Characters that give way to others. */
interface TextSplice {
  readonly place: FieldPlace;
  readonly text: string;
}

/** A field that was quoted stays quoted; a record that is too short is filled up with delimiters. */
function splicesOf(
  writes: readonly Write[],
  places: ReadonlyMap<number, readonly FieldPlace[]>,
  delimiter: string,
  text: string,
): TextSplice[] {
  const lengths = new Map<number, number>();
  return writes.map(({ patch, text: written }) => {
    const { row, column } = patch.at;
    const fields = places.get(row)!;
    const place = fields[column - 1];
    const quoted = place !== undefined && text[place.start] === '"';
    const field = quoted || needsQuotes(written, delimiter) ? `"${written.replaceAll('"', '""')}"` : written;
    if (place) return { place, text: field };
    const { end } = fields.at(-1)!;
    const missing = column - (lengths.get(row) ?? fields.length);
    lengths.set(row, column);
    return { place: { start: end, end }, text: delimiter.repeat(missing) + field };
  });
}

/** Every delimiter that a reader might guess is quoted, so that the guess stays what it was. */
function needsQuotes(text: string, delimiter: string): boolean {
  return /["\r\n]/.test(text) || [delimiter, ...DELIMITERS].some((sign) => text.includes(sign));
}

function spliced(bytes: Buffer, text: string, encoding: TextEncoding, splices: readonly TextSplice[]): Buffer {
  const pieces: Buffer[] = [];
  let copied = 0;
  let from = 0;
  let byte = encoding.mark;
  const byteAt = (character: number) => {
    byte += encodedLength(text.slice(from, character), encoding);
    from = character;
    return byte;
  };
  for (const { place, text } of splices) {
    pieces.push(bytes.subarray(copied, byteAt(place.start)), encode(text, encoding) as Buffer);
    copied = byteAt(place.end);
  }
  return Buffer.concat([...pieces, bytes.subarray(copied)]);
}

function sameButFor(before: Sheet, after: Sheet, writes: ReadonlyMap<string, Write>): boolean {
  const rows = new Set<number>();
  for (const sheet of [before, after]) {
    for (let index = 0; index < sheet.rowCount; index++) rows.add(sheet.rowNumber(index));
  }
  for (const row of rows) {
    const width = Math.max(lastColumn(before, row), lastColumn(after, row));
    for (let column = 1; column <= width; column++) {
      const wanted = writes.get(keyOf({ row, column }))?.text ?? textAt(before, row, column);
      if (textAt(after, row, column) !== wanted) return false;
    }
  }
  return true;
}

function lastColumn(sheet: Sheet, row: number): number {
  const index = sheet.rowIndex(row);
  return index < 0 ? 0 : sheet.column(sheet.firstCell(index + 1) - 1);
}

function textAt(sheet: Sheet, row: number, column: number): string {
  const index = sheet.rowIndex(row);
  const cell = index < 0 ? -1 : sheet.cell(index, column);
  return cell < 0 ? "" : sheet.text(cell);
}

function disarmedNote(writes: readonly Write[]): string[] {
  const disarmed = writes.filter(({ patch, text }) => typeof patch.value === "string" && text !== patch.value);
  if (disarmed.length === 0) return [];
  const [first] = disarmed;
  const more = disarmed.length > 1 ? ` and ${disarmed.length - 1} more` : "";
  return [
    `${reference(first!.patch.at)}${more}: a spreadsheet would run the text as a formula, so it is written with a ' before it`,
  ];
}

function unchanged(bytes: Buffer, refused: readonly Refusal[]): Patched {
  return { bytes, parts: 1, changedParts: [], cells: 0, refused, notes: [] };
}

function keyOf({ row, column }: { readonly row: number; readonly column: number }): string {
  return `${row}:${column}`;
}

function inReadingOrder({ patch: { at: a } }: Write, { patch: { at: b } }: Write): number {
  return a.row - b.row || a.column - b.column;
}
