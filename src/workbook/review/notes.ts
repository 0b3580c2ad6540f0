import { type CellRef, reference } from "../../model/cell.js";
import { SEVERITIES } from "../../model/finding.js";
import type { Review, ReviewRow } from "../../model/review.js";
import type { AddedParts } from "../added-parts.js";
import { cellKey } from "../cell-range.js";
import type { Splice } from "../patched.js";
import { readSheetNotes, type SheetNote } from "../sheet-notes.js";
import type { SheetPart } from "../xlsx.js";
import type { Zip, ZipEntry } from "../zip.js";
import type { Book } from "./book.js";
import { addBoxes } from "./note-boxes.js";
import { type CellNote, writeNotes } from "./note-texts.js";

/** What notes ask of the package, and which could not be made, one sentence each. */
export interface AddedNotes {
  readonly splices: ReadonlyMap<ZipEntry, readonly Splice[]>;
  readonly remarks: readonly string[];
}

/** With more, Excel takes long to open the sheet. */
const MOST_NOTES = 5_000;

/**
 * Gives each cell with a finding a note, the findings of one cell together. A note that is there keeps its text, with ours
 * below it; a cell with a thread of comments gets none, as its note belongs to the thread.
 */
export async function addNotes(
  zip: Zip,
  sheets: readonly SheetPart[],
  review: Review,
  book: Book,
  added: AddedParts,
): Promise<AddedNotes> {
  const wanted = wantedNotes(review);
  const splices = new Map<ZipEntry, readonly Splice[]>();
  const threaded: CellRef[] = [];
  const undrawn: CellRef[] = [];
  for (const sheet of sheets) {
    const here = wanted.slice(0, MOST_NOTES).filter(({ at }) => at.sheet === sheet.name);
    if (here.length === 0) continue;
    const there = await readSheetNotes(zip, sheet.entry.name);
    const [inThread, noted] = [there.threads, there.notes].map(holder) as [Holds, Holds];
    const possible = here.filter(({ at }) => !inThread(at));
    threaded.push(...here.flatMap(({ at }) => (inThread(at) ? at : [])));
    const bare = possible.filter(({ at }) => !noted(at));
    const boxes = await addBoxes(zip, sheet.entry, bare, book, added);
    if (boxes) splices.set(...boxes);
    else undrawn.push(...bare.map(({ at }) => at));
    const written = boxes ? possible : possible.filter(({ at }) => noted(at));
    const texts = await writeNotes(sheet.entry, written, there, book, added);
    if (texts) splices.set(...texts);
  }
  return { splices, remarks: remarksOf(wanted.length, threaded, undrawn) };
}

/** A note for each cell, the gravest first; within a severity as the findings come. */
function wantedNotes({ rows, asOf }: Review): CellNote[] {
  const byCell = new Map<string, ReviewRow[]>();
  for (const row of rows) {
    if (row.suppressed !== "") continue;
    const place = reference(row.at);
    const others = byCell.get(place);
    if (others) others.push(row);
    else byCell.set(place, [row]);
  }
  const gravity = ([first]: readonly ReviewRow[]) => SEVERITIES.indexOf(first!.severity);
  const sorted = [...byCell.values()].map((own) => own.sort((a, b) => gravity([a]) - gravity([b])));
  return sorted
    .sort((a, b) => gravity(a) - gravity(b))
    .map((own) => ({ at: own[0]!.at, title: `poam, as of ${asOf}`, text: own.map(noteText).join("\n\n") }));
}

function noteText({ severity, rule, message, help }: ReviewRow): string {
  return `${severity} ${rule}: ${message}${help === "" ? "" : `\nWhat to do: ${help}`}`;
}

type Holds = (at: CellRef) => boolean;

function holder(notes: readonly SheetNote[]): Holds {
  const keys = new Set(notes.map(({ row, column }) => cellKey(row, column)));
  return ({ row, column }) => keys.has(cellKey(row, column));
}

function remarksOf(cells: number, threaded: readonly CellRef[], undrawn: readonly CellRef[]): string[] {
  const amount = (value: number) => value.toLocaleString("en");
  const remarks: string[] = [];
  if (cells > MOST_NOTES) {
    const left = "the gravest first, as more make Excel slow";
    remarks.push(`Of ${amount(cells)} cells with findings ${amount(MOST_NOTES)} have a note, ${left}.`);
  }
  if (threaded.length > 0) remarks.push(`No note where a thread of comments stands: ${listed(threaded)}.`);
  if (undrawn.length > 0)
    remarks.push(`No note where the sheet's drawing is not written as Excel's are: ${listed(undrawn)}.`);
  return remarks;
}

const MOST_LISTED = 5;

function listed(cells: readonly CellRef[]): string {
  const named = cells.slice(0, MOST_LISTED).map(reference).join(", ");
  return cells.length > MOST_LISTED ? `${named} and ${(cells.length - MOST_LISTED).toLocaleString("en")} more` : named;
}
