import type { AddedParts } from "../added-parts.js";
import { readRelationships } from "../package.js";
import { elementsOutsideRows } from "../part-elements.js";
import type { Splice } from "../patched.js";
import { findEntry, type Zip, type ZipEntry } from "../zip.js";
import type { Book } from "./book.js";
import type { CellNote } from "./note-texts.js";
import { LINE_LETTERS, type NoteShape, newDrawing, shapesSplice } from "./shapes.js";

/** The children of `<worksheet>` that stand behind `<legacyDrawing>` (ECMA-376, 18.3.1.99); buttons may stand in `AlternateContent`. */
const BEHIND = new Set([
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "AlternateContent",
  "webPublishItems",
  "tableParts",
  "extLst",
]);

const TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing";

/**
 * Draws the boxes of notes: in the drawing that the sheet has, or in a new one that the sheet is to name. Gives what is to be
 * spliced into which part; undefined where the drawing that is there cannot be added to.
 */
export async function addBoxes(
  zip: Zip,
  sheet: ZipEntry,
  notes: readonly CellNote[],
  { relations }: Book,
  added: AddedParts,
): Promise<readonly [ZipEntry, readonly Splice[]] | undefined> {
  if (notes.length === 0) return [sheet, []];
  const shapes = notes.map(shapeOf);
  const { elements } = await elementsOutsideRows(zip, sheet);
  const root = elements[0]!;
  const children = elements.filter(({ parent }) => parent === root);
  const named = children.find(({ name }) => name === "legacyDrawing");
  if (named) {
    const id = named.attributes.find(({ name }) => /(^|:)id$/.test(name))?.value;
    const target = (await readRelationships(zip, sheet.name)).find((one) => one.id === id)?.target;
    const drawing = target === undefined ? undefined : findEntry(zip, target);
    const splice = drawing && shapesSplice(zip, drawing, shapes);
    return splice && [drawing, [splice]];
  }
  const drawing = added.add("xl/drawings/vmlDrawing#.vml", newDrawing(shapes), TYPE);
  const id = await added.relate(sheet.name, `${relations}/vmlDrawing`, drawing);
  const place = children.find(({ name }) => BEHIND.has(name))?.start ?? root.closeStart;
  const markup = `<${root.prefix}legacyDrawing xmlns:r="${relations}" r:id="${id}"/>`;
  return [sheet, [{ start: place, end: place, text: markup }]];
}

function shapeOf({ at: { row, column }, title, text }: CellNote): NoteShape {
  const lines = `${title}\n${text}`.split("\n").map((line) => Math.max(1, Math.ceil(line.length / LINE_LETTERS)));
  return { row, column, lines: lines.reduce((sum, count) => sum + count, 0) };
}
