import { type CellWrite, newCellMarkup, rewrittenCell } from "./patch-cell.js";
import type { Splice } from "./patched.js";
import type { CellShape, RowShape } from "./row-shape.js";
import { attributeOf, isSet } from "./xml-elements.js";

/** The splices that write into a row that is there; `writes` go from left to right, `cellIn` gives the cell of a column in full. */
export function rowSplices(
  shape: RowShape,
  writes: readonly CellWrite[],
  date1904: boolean,
  cellIn: (column: number) => CellShape,
): Splice[] {
  const { piece, element, cells } = shape;
  const splices: Splice[] = [];
  const added: CellWrite[] = [];
  for (const write of writes) {
    if (write.cell) {
      const { start, end } = write.cell;
      const now = piece.bytes.toString("utf8", start - piece.start, end - piece.start);
      // Most cells of a blank form are written just as we write empty ones.
      const isUsual =
        now === newCellMarkup({ ...write, value: null, style: write.cell.style }, element.prefix, date1904);
      const text = isUsual
        ? newCellMarkup(write, element.prefix, date1904)
        : rewrittenCell(piece, cellIn(write.column), write, date1904);
      // An empty cell that is emptied: a part is changed only where it must be.
      if (text !== now) splices.push({ start, end, text });
    } else {
      added.push(write);
    }
  }
  const markup = added.map((write) => newCellMarkup(write, element.prefix, date1904));
  if (element.isEmptyTag) {
    if (added.length === 0) return splices;
    const text = `>${markup.join("")}</${element.prefix}row>`;
    return [...spansSplice(shape, added), { start: element.tagEnd - 2, end: element.tagEnd, text }];
  }
  const last = cells.at(-1)?.end ?? element.tagEnd;
  for (const [index, { column }] of added.entries()) {
    const place = cells.find((cell) => cell.column > column)?.start ?? last;
    splices.push({ start: place, end: place, text: markup[index]! });
  }
  return [...spansSplice(shape, added), ...joined(splices)];
}

/**
 * Neighbours as one: in a form that is filled, these are whole rows. Their texts are put together at once, as V8 would keep
 * every piece of each.
 */
function joined(splices: Splice[]): Splice[] {
  const runs: { start: number; end: number; texts: string[] }[] = [];
  // Insertions stand before what is replaced at their place.
  for (const { start, end, text } of splices.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = runs.at(-1);
    if (last?.end !== start) runs.push({ start, end, texts: [text] });
    else {
      last.end = end;
      last.texts.push(text);
    }
  }
  return runs.map(({ start, end, texts }) => ({ start, end, text: texts.join("") }));
}

/** A row that was not there, in the look of `like`, where that is given: its style, and its height if that is set by hand. */
export function newRowMarkup(
  row: number,
  like: RowShape | undefined,
  writes: readonly CellWrite[],
  prefix: string,
  date1904: boolean,
): string {
  const kept = ["s", "customFormat"];
  if (like && isSet(like.element, "customHeight")) kept.push("ht", "customHeight");
  const look = like?.element.attributes.filter(({ name }) => kept.includes(name)) ?? [];
  const attributes = look.map(({ name, value }) => ` ${name}="${value}"`).join("");
  const cells = writes.map((write) => newCellMarkup(write, prefix, date1904)).join("");
  return `<${prefix}row r="${row}"${attributes}>${cells}</${prefix}row>`;
}

/** `spans` tells readers which columns a row has: it is to cover the added ones. */
function spansSplice({ element }: RowShape, added: readonly CellWrite[]): Splice[] {
  const spans = attributeOf(element, "spans");
  if (!spans || added.length === 0 || !/^\d+:\d+( \d+:\d+)*$/.test(spans.value)) return [];
  const ends = spans.value.split(/[ :]/).map(Number);
  const columns = added.map(({ column }) => column);
  const first = Math.min(...ends, ...columns);
  const last = Math.max(...ends, ...columns);
  if (first === Math.min(...ends) && last === Math.max(...ends)) return [];
  return [{ start: spans.valueStart, end: spans.valueEnd, text: `${first}:${last}` }];
}
