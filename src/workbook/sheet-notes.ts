import { unescaped } from "../model/character-escapes.js";
import { parseRange } from "./cell-range.js";
import { readRelationships } from "./package.js";
import { type PartElements, smallPartElements } from "./part-elements.js";
import { attributeOf, type XmlElement } from "./xml-elements.js";
import { findEntry, type Zip, type ZipEntry } from "./zip.js";

/** What people have noted on a sheet's cells: notes, and the threads that Excel calls comments. */
export interface SheetNotes {
  /** The part of the notes; undefined where the sheet has none. */
  readonly part: NotesPart | undefined;
  readonly notes: readonly SheetNote[];
  /** Of each thread, what was said in it. Its cell has a note, too, which older versions of Excel show. */
  readonly threads: readonly SheetNote[];
}

export interface NotesPart extends PartElements {
  readonly entry: ZipEntry;
}

export interface SheetNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly element: XmlElement;
}

/** Reads the notes and threads of a sheet, given by the name of its part. Throws `UserError` for damaged ones. */
export async function readSheetNotes(zip: Zip, sheet: string): Promise<SheetNotes> {
  const relationships = await readRelationships(zip, sheet);
  const partsOf = (wanted: string): NotesPart[] =>
    relationships.flatMap(({ type, target, isExternal }) => {
      const entry = type === wanted && !isExternal ? findEntry(zip, target) : undefined;
      return entry ? [{ entry, ...smallPartElements(zip, entry) }] : [];
    });
  const [part] = partsOf("comments");
  return {
    part,
    notes: part ? notesIn(part, "comment") : [],
    threads: partsOf("threadedComment").flatMap((threads) => notesIn(threads, "threadedComment")),
  };
}

function notesIn(part: PartElements, of: "comment" | "threadedComment"): SheetNote[] {
  const texts = new Map<XmlElement, string>();
  for (const element of part.elements) {
    if (!isText(element, of)) continue;
    const note = ancestor(element, of);
    if (note) texts.set(note, (texts.get(note) ?? "") + unescaped(part.text(element)));
  }
  return part.elements.flatMap((element): SheetNote | [] => {
    const place = element.name === of ? parseRange(attributeOf(element, "ref")?.value ?? "") : undefined;
    if (!place) return [];
    return { row: place.firstRow, column: place.firstColumn, text: texts.get(element) ?? "", element };
  });
}

/** Text of a note stands in runs, beside readings of East Asian characters; that of a thread in one element. */
function isText({ name, parent }: XmlElement, of: "comment" | "threadedComment"): boolean {
  return of === "comment" ? name === "t" && parent?.name !== "rPh" : name === "text" && parent?.name === of;
}

function ancestor(element: XmlElement, name: string): XmlElement | undefined {
  let { parent } = element;
  while (parent && parent.name !== name) parent = parent.parent;
  return parent;
}
