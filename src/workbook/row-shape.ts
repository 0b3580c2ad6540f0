import { columnNumber } from "../model/cell.js";
import { attributeOf, isSet, type Piece, readElements, type XmlElement } from "./xml-elements.js";

/** A row as it is written, its cells in the order of the part. */
export interface RowShape {
  readonly piece: Piece;
  readonly element: XmlElement;
  /** The style of the row's cells that are not there. */
  readonly style: number | undefined;
  readonly cells: readonly CellShape[];
}

export interface CellShape {
  readonly column: number;
  readonly element: XmlElement;
  /** 0 where it names none. */
  readonly style: number;
  readonly children: readonly XmlElement[];
  /** Whether its own text has runs with a look of their own. */
  readonly isRich: boolean;
}

/** Undefined where the row is not well-formed, which the scanner has ruled out. */
export function readRowShape(piece: Piece): RowShape | undefined {
  const elements = readElements(piece);
  const row = elements?.[0];
  if (!elements || !row) return undefined;
  const childrenOf = new Map<XmlElement | undefined, XmlElement[]>();
  for (const element of elements) {
    const siblings = childrenOf.get(element.parent);
    if (siblings) siblings.push(element);
    else childrenOf.set(element.parent, [element]);
  }
  const cells: CellShape[] = [];
  for (const element of childrenOf.get(row) ?? []) {
    if (element.name !== "c") continue;
    const children = childrenOf.get(element) ?? [];
    const inline = children.find(({ name }) => name === "is");
    cells.push({
      column: columnOf(element) ?? (cells.at(-1)?.column ?? 0) + 1,
      element,
      style: Number(attributeOf(element, "s")?.value ?? 0),
      children,
      isRich: (childrenOf.get(inline ?? element) ?? []).some(({ name }) => name === "r"),
    });
  }
  const style = isSet(row, "customFormat") ? Number(attributeOf(row, "s")?.value ?? 0) : undefined;
  return { piece, element: row, style, cells };
}

function columnOf(element: XmlElement): number | undefined {
  const letters = /^[A-Z]+/.exec(attributeOf(element, "r")?.value ?? "")?.[0];
  return letters === undefined ? undefined : columnNumber(letters);
}
