import { type CellValue, columnLetters } from "../model/cell.js";
import { toSerial } from "../model/date.js";
import type { CellPlace, CellShape } from "./row-shape.js";
import { openTag, type Piece } from "./xml-elements.js";
import { cellText } from "./xml-write.js";

/** A cell as it is to be. */
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly style: number;
  /** The cell as it stands in its row, empty or not; undefined where it does not. */
  readonly cell: CellPlace | undefined;
}

/** A cell of which only the value (and its type, and maybe the style) is another; its other attributes stay. */
export function rewrittenCell(piece: Piece, cell: CellShape, { value, style }: CellWrite, date1904: boolean): string {
  const { prefix } = cell.element;
  const content = contentOf(value, prefix, date1904);
  const tag = openTag(piece, cell.element, {
    ...(style === cell.style ? {} : { s: String(style) }),
    t: content.type,
    // What these point to (array, rich data) went with the old value.
    cm: undefined,
    vm: undefined,
  });
  const extensions = cell.children.filter(({ name }) => name === "extLst");
  const kept = extensions.map(({ start, end }) => piece.bytes.toString("utf8", start - piece.start, end - piece.start));
  return closed(tag, content.markup + kept.join(""), prefix);
}

/** A cell that was not there; `prefix` is that of its sheet's elements. */
export function newCellMarkup({ row, column, value, style }: CellWrite, prefix: string, date1904: boolean): string {
  const content = contentOf(value, prefix, date1904);
  const styled = style === 0 ? "" : ` s="${style}"`;
  const typed = content.type === undefined ? "" : ` t="${content.type}"`;
  return closed(`<${prefix}c r="${columnLetters(column)}${row}"${styled}${typed}`, content.markup, prefix);
}

/**
 * Texts are written in place (`inlineStr`), never as formulas: the table of shared strings stays as it is, as other cells
 * refer to it.
 */
function contentOf(value: CellValue, prefix: string, date1904: boolean): { type: string | undefined; markup: string } {
  if (value === null || value === "") return { type: undefined, markup: "" };
  if (typeof value === "string") {
    const space = value.trim() !== value || /[\t\n\r]/.test(value) ? ' xml:space="preserve"' : "";
    return {
      type: "inlineStr",
      markup: `<${prefix}is><${prefix}t${space}>${cellText(value)}</${prefix}t></${prefix}is>`,
    };
  }
  const [type, number] =
    typeof value === "boolean"
      ? ["b", value ? 1 : 0]
      : [undefined, typeof value === "number" ? value : toSerial(value.date, date1904)];
  return { type, markup: `<${prefix}v>${number}</${prefix}v>` };
}

function closed(tag: string, content: string, prefix: string): string {
  return content === "" ? `${tag}/>` : `${tag}>${content}</${prefix}c>`;
}
