import { type CellRef, columnLetters } from "../../model/cell.js";
import type { AddedParts } from "../added-parts.js";
import type { Splice } from "../patched.js";
import type { NotesPart, SheetNotes } from "../sheet-notes.js";
import { atEnd, type XmlElement } from "../xml-elements.js";
import { cellText } from "../xml-write.js";
import type { ZipEntry } from "../zip.js";
import type { Book } from "./book.js";

/** What is to be noted on a cell. */
export interface CellNote {
  readonly at: CellRef;
  /** In bold, above the text. */
  readonly title: string;
  readonly text: string;
}

/** Who notes; Excel shows it in the status bar. */
const AUTHOR = "<author>poam</author>";
/** Excel takes some more. */
const LONGEST = 30_000;

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";

/** Writes notes into the sheet's part of notes, or makes one. Gives what is to be spliced into a part that is there. */
export async function writeNotes(
  sheet: ZipEntry,
  notes: readonly CellNote[],
  there: SheetNotes,
  { namespace, relations }: Book,
  added: AddedParts,
): Promise<readonly [ZipEntry, readonly Splice[]] | undefined> {
  const ordered = [...notes].sort(({ at: a }, { at: b }) => a.row - b.row || a.column - b.column);
  if (there.part) return [there.part.entry, splicesInto(there.part, ordered, there)];
  if (notes.length === 0) return undefined;
  const list = ordered.map((note) => newNote(note, 0)).join("");
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespace}"><authors>${AUTHOR}</authors><commentList>${list}</commentList></comments>`;
  await added.relate(sheet.name, `${relations}/comments`, added.add("xl/comments#.xml", xml, TYPE));
  return undefined;
}

/** New notes at the end of the list, with an author of ours behind the others; texts below those that are there. */
function splicesInto({ elements }: NotesPart, notes: readonly CellNote[], there: SheetNotes): Splice[] {
  const [root] = elements;
  const list = (wanted: string) => elements.find(({ name, parent }) => name === wanted && parent === root)!;
  const [authors, comments] = [list("authors"), list("commentList")];
  const author = elements.filter(({ parent }) => parent === authors).length;
  const prefixed = (markup: string) => markup.replace(/<(\/?)(?=\w)/g, `<$1${root!.prefix}`);
  const splices: Splice[] = [];
  const fresh: string[] = [];
  for (const note of notes) {
    const own = there.notes.findLast(({ row, column }) => row === note.at.row && column === note.at.column);
    if (own) splices.push(...below(own.element, note, elements, prefixed));
    else fresh.push(newNote(note, author));
  }
  if (fresh.length === 0) return splices;
  return [...splices, atEnd(authors, prefixed(AUTHOR)), atEnd(comments, prefixed(fresh.join("")))];
}

function newNote({ at: { row, column }, title, text }: CellNote, author: number): string {
  return `<comment ref="${columnLetters(column)}${row}" authorId="${author}"><text>${runs(title, text)}</text></comment>`;
}

/** Our runs behind those of a note. A text without runs becomes one: Excel reads either the one or the others. */
function below(
  note: XmlElement,
  { title, text }: CellNote,
  elements: readonly XmlElement[],
  prefixed: (markup: string) => string,
): Splice[] {
  const holder = elements.find(({ name, parent }) => name === "text" && parent === note);
  if (!holder) return [];
  const written = elements.filter(({ name, parent }) => parent === holder && (name === "t" || name === "r"));
  const last = written.at(-1);
  const ours = prefixed(runs(`\n\n${title}`, text));
  if (!last) return [atEnd(holder, ours)];
  const splices = written
    .filter(({ name }) => name === "t")
    .flatMap(({ start, end }): Splice[] => [
      { start, end: start, text: prefixed("<r>") },
      { start: end, end, text: prefixed("</r>") },
    ]);
  return [...splices, { start: last.end, end: last.end, text: ours }];
}

function runs(title: string, text: string): string {
  const whole = text.length > LONGEST ? `${text.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, "")}…` : text;
  return run(title, "<b/>") + run(`\n${whole}`, "");
}

function run(text: string, look: string): string {
  const font = '<sz val="9"/><color indexed="81"/><rFont val="Tahoma"/><family val="2"/>';
  return `<r><rPr>${look}${font}</rPr><t xml:space="preserve">${cellText(text)}</t></r>`;
}
