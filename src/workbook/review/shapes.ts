import { partBytes } from "../inflate.js";
import type { Splice } from "../patched.js";
import type { Zip, ZipEntry } from "../zip.js";

/** A note's box, which Excel draws in a part of its own; `lines` is about how many its text takes. */
export interface NoteShape {
  readonly row: number;
  readonly column: number;
  readonly lines: number;
}

/** The letters that a line of a note's box holds. */
export const LINE_LETTERS = 52;
const WIDTH = 320;
const LINE = 15;
const MOST_LINES = 28;

/** A drawing of nothing but boxes. */
export function newDrawing(shapes: readonly NoteShape[]): string {
  const blocks = Array.from({ length: Math.floor((FIRST - 1 + shapes.length) / BLOCK) }, (_, index) => index + 1);
  const layout = `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks.join(",")}"/></o:shapelayout>`;
  const declared = Object.entries(NAMESPACES).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  return `<xml${declared.join("")}>${layout}${SHAPE_TYPE}${markup(shapes, FIRST)}</xml>`;
}

/** Boxes at the end of a drawing that is there; undefined where it is not written as Excel writes it. */
export function shapesSplice(zip: Zip, drawing: ZipEntry, shapes: readonly NoteShape[]): Splice | undefined {
  const bytes = partBytes(zip, drawing);
  // Drawings with pictures and buttons are not always XML: only what is needed of them is looked at.
  const text = bytes.toString("latin1");
  const place = text.lastIndexOf("</xml>");
  const isUsual = Object.entries(NAMESPACES).every(([prefix, uri]) =>
    new RegExp(`xmlns:${prefix}\\s*=\\s*["']${uri}["']`).test(text),
  );
  if (place < 0 || !isUsual) return undefined;
  const numbers = [...text.matchAll(/_x0000_s(\d+)/g)].map(([, number]) => Number(number));
  const first = numbers.reduce((most, number) => Math.max(most, number + 1), FIRST);
  const type = /\sid\s*=\s*["']_x0000_t202["']/.test(text) ? "" : SHAPE_TYPE;
  return { start: place, end: place, text: type + markup(shapes, first) };
}

const NAMESPACES: Readonly<Record<string, string>> = {
  v: "urn:schemas-microsoft-com:vml",
  o: "urn:schemas-microsoft-com:office:office",
  x: "urn:schemas-microsoft-com:office:excel",
};

/** Shapes are numbered in blocks, the first of which stays empty. */
const BLOCK = 1024;
const FIRST = BLOCK + 1;

/** What Excel calls a text box. */
const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** Excel places a box beside its cell when it shows it; only the size counts. */
function markup(shapes: readonly NoteShape[], first: number): string {
  return shapes
    .map(({ row, column, lines }, index) => {
      const height = LINE * (Math.min(MOST_LINES, lines) + 1);
      const style = `position:absolute;margin-left:59.25pt;margin-top:1.5pt;width:${WIDTH}px;height:${height}px`;
      return (
        `<v:shape id="_x0000_s${first + index}" type="#_x0000_t202" style="${style};z-index:1;visibility:hidden"` +
        ' fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/>' +
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>' +
        '</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill>' +
        `<x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
      );
    })
    .join("");
}
