import type { MergedRange } from "../model/workbook.js";
import { readRange } from "./cell-scan.js";
import { rangeIndex } from "./range-index.js";
import { attributeOf, isSet, type Piece, readElements, type XmlElement } from "./xml-elements.js";

/** What stands around a sheet's rows, as far as patches need it. */
export interface SheetFrame {
  readonly sheetData: XmlElement;
  readonly dimension: XmlElement | undefined;
  /** Whether `sheetProtection` is in force: cells are locked unless their style says otherwise. */
  readonly isProtected: boolean;
  /** Whether a hyperlink lies on the cell. */
  isLinked(row: number, column: number): boolean;
  /** The style of the columns' cells that are not there. */
  columnStyle(column: number): number | undefined;
}

/** `head` and `tail` are what a part holds before its first row and behind its last. Undefined where they do not fit together. */
export function readSheetFrame(head: Piece, tail: Piece | undefined): SheetFrame | undefined {
  const open: XmlElement[] = [];
  const before = readElements(head, open);
  const after = tail ? readElements(tail, open) : [];
  if (!before || !after || open.length > 0) return undefined;
  const elements = [...before, ...after];
  const inSheet = (name: string) =>
    elements.find((element) => element.name === name && element.parent?.name === "worksheet");
  const sheetData = inSheet("sheetData");
  if (!sheetData) return undefined;
  const protection = inSheet("sheetProtection");
  const columns = elements.filter(({ name, parent }) => name === "col" && parent?.name === "cols");
  const links = elements.filter(({ name, parent }) => name === "hyperlink" && parent?.name === "hyperlinks");
  const linkAt = rangeIndex(
    links.flatMap((link) => {
      const range = rangeOf(link);
      return range ? [{ range }] : [];
    }),
  );
  return {
    sheetData,
    dimension: inSheet("dimension"),
    isProtected: protection !== undefined && isSet(protection, "sheet"),
    isLinked: (row, column) => linkAt(row, column) !== undefined,
    columnStyle(column) {
      const covering = columns.find((element) => column >= number(element, "min") && column <= number(element, "max"));
      const style = covering ? attributeOf(covering, "style") : undefined;
      return style && Number(style.value);
    },
  };
}

/** The range that an element's `ref` names; undefined if it names none. */
export function rangeOf(element: XmlElement): MergedRange | undefined {
  const reference = attributeOf(element, "ref")?.value ?? "";
  return readRange(Buffer.from(reference), 0, reference.length);
}

function number(element: XmlElement, name: string): number {
  return Number(attributeOf(element, name)?.value);
}
