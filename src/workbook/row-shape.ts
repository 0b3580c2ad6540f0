import { newCell, readCell, type ScannedCell, skipElement } from "./cell-scan.js";
import type { SurveyedRow } from "./sheet-survey.js";
import { readUsualCell, USUAL_CELL } from "./usual-cell.js";
import {
  BANG,
  LESS,
  markupEnd,
  type Name,
  newAttribute,
  QUESTION,
  readName,
  SLASH,
  skipAttributes,
  spells,
  TAG_END,
} from "./xml-bytes.js";
import { attributeOf, isSet, type Piece, readElements, type XmlElement } from "./xml-elements.js";

/** A row as it is written, its cells in the order of the part. */
export interface RowShape {
  readonly piece: Piece;
  /** The row itself; what is in it, `cells` tells. */
  readonly element: XmlElement;
  /** The style of the row's cells that are not there. */
  readonly style: number | undefined;
  readonly cells: readonly CellPlace[];
}

/** Where a cell stands in the part; it may be empty. */
export interface CellPlace {
  readonly column: number;
  /** 0 where it names none. */
  readonly style: number;
  readonly start: number;
  readonly end: number;
  /** Whether it is written as an empty tag, and so holds nothing. */
  readonly isEmptyTag: boolean;
}

/** A cell as it is written. */
export interface CellShape extends CellPlace {
  readonly element: XmlElement;
  readonly children: readonly XmlElement[];
  /** Whether its own text has runs with a look of their own. */
  readonly isRich: boolean;
}

/** Undefined where the row is not well-formed, which the scanner has ruled out. */
export function readRowShape({ piece, tagEnd }: SurveyedRow): RowShape | undefined {
  const { bytes, start } = piece;
  const element = readElements({ bytes: bytes.subarray(0, tagEnd - start), start })?.[0];
  const cells = element && readCellPlaces(piece, tagEnd - start);
  if (!cells) return undefined;
  const style = isSet(element, "customFormat") ? Number(attributeOf(element, "s")?.value ?? 0) : undefined;
  return { piece, element, style, cells };
}

/** One cell of a row in full; undefined as above. */
export function readCellShape({ bytes, start }: Piece, place: CellPlace): CellShape | undefined {
  const own = { bytes: bytes.subarray(place.start - start, place.end - start), start: place.start };
  const elements = readElements(own);
  const element = elements?.[0];
  if (!elements || !element) return undefined;
  const children = elements.filter(({ parent }) => parent === element);
  const inline = children.find(({ name }) => name === "is");
  const isRich = elements.some(({ name, parent }) => name === "r" && parent !== undefined && parent === inline);
  return { ...place, element, children, isRich };
}

function readCellPlaces({ bytes, start }: Piece, from: number): CellPlace[] | undefined {
  const places: CellPlace[] = [];
  const name: Name = { local: 0, end: 0 };
  const attribute = newAttribute();
  const cell = newCell();
  for (let at = from; ; ) {
    const open = bytes[at] === LESS ? at : bytes.indexOf(LESS, at);
    const usual = open >= 0 && open + USUAL_CELL < bytes.length ? readUsualCell(bytes, open, cell) : 0;
    if (usual > 0) {
      places.push(placeOf(cell, start, open, usual));
      at = usual;
      continue;
    }
    const next = bytes[open + 1];
    if (open < 0 || next === SLASH) return places;
    if (next === BANG || next === QUESTION) at = markupEnd(bytes, open);
    else {
      const nameEnd = readName(bytes, open + 1, name);
      if (nameEnd >= 0 && spells(bytes, name.local, nameEnd, "c")) {
        cell.column = (places.at(-1)?.column ?? 0) + 1;
        at = readCell(bytes, nameEnd, cell);
        places.push(placeOf(cell, start, open, at));
      } else {
        at = nameEnd < 0 ? nameEnd : skipAttributes(bytes, nameEnd, attribute);
        if (at >= 0 && attribute.found === TAG_END) at = skipElement(bytes, at);
      }
    }
    if (at < 0) return undefined;
  }
}

function placeOf({ column, style, bytes }: ScannedCell, start: number, open: number, end: number): CellPlace {
  return { column, style: style || 0, start: start + open, end: start + end, isEmptyTag: bytes[end - 2] === SLASH };
}
