import type { ScannedCell } from "./cell-scan.js";
import { damagedPart } from "./damage.js";
import { partBytes, partChunks } from "./inflate.js";
import { newRecentBytes } from "./recent-bytes.js";
import { scanSheet } from "./sheet-scan.js";
import { checkEncoding } from "./small-part.js";
import { type Piece, readElements, type XmlElement } from "./xml-elements.js";
import { decodeXml } from "./xml-text.js";
import type { Zip, ZipEntry } from "./zip.js";

/** The elements of a part in the order of their open tags, with their places. */
export interface PartElements {
  readonly elements: readonly XmlElement[];
  /** The text between an element's tags. */
  text(element: XmlElement): string;
}

/** What is seen of a sheet's rows while its part is passed through. */
export interface RowsSeen {
  /** `hasCells` counts styled but empty cells, too. */
  row?(row: number, hasCells: boolean, isHidden: boolean): void;
  /** A cell with a value or a formula; the record is used again for the next one. */
  cell?(cell: ScannedCell): void;
  /** The cells of a row as they are written, the empty ones among them. */
  cells?(row: number, bytes: Buffer): void;
}

/** All elements of a small part. */
export function smallPartElements(zip: Zip, entry: ZipEntry): PartElements {
  const bytes = partBytes(zip, entry);
  checkEncoding(bytes, zip.file, entry.name);
  return partElements(zip, entry, [{ bytes, start: 0 }]);
}

/** The elements of a worksheet part but for its rows, of which `seen` is told. Throws `UserError` if the part is damaged. */
export async function elementsOutsideRows(zip: Zip, entry: ZipEntry, seen: RowsSeen = {}): Promise<PartElements> {
  const recent = newRecentBytes();
  let head: Piece | undefined;
  let tagEnd = 0;
  let tailStart = 0;
  let isHidden = false;
  const scan = scanSheet(
    {
      row(_row, hidden, startAt, tagEndAt) {
        isHidden = hidden;
        head ??= { bytes: recent.slice(0, startAt), start: 0 };
        tagEnd = tagEndAt;
      },
      rowEnd(row, endAt) {
        tailStart = endAt;
        seen.row?.(row, endAt > tagEnd, isHidden);
        if (seen.cells && endAt > tagEnd) seen.cells(row, recent.slice(tagEnd, endAt));
      },
      cell: (cell) => seen.cell?.(cell),
      ...(seen.cell ? {} : { passOver: () => true }),
      hiddenColumns() {},
      merge() {},
    },
    (fault) => damagedPart(zip.file, entry.name, fault),
  );
  for await (const chunk of partChunks(zip, entry)) {
    if (recent.length === 0) checkEncoding(chunk, zip.file, entry.name);
    recent.add(chunk);
    scan.push(chunk);
    if (head) recent.forgetBefore(tailStart);
  }
  scan.end();
  const rest = { bytes: recent.slice(tailStart, recent.length), start: tailStart };
  return partElements(zip, entry, head ? [head, rest] : [rest]);
}

function partElements(zip: Zip, entry: ZipEntry, pieces: readonly Piece[]): PartElements {
  const open: XmlElement[] = [];
  const elements = pieces.flatMap((piece) => {
    const found = readElements(piece, open);
    if (!found) throw damagedPart(zip.file, entry.name, "is not well-formed XML");
    return found;
  });
  return {
    elements,
    text({ tagEnd, closeStart }) {
      const piece = pieces.findLast(({ start }) => start <= tagEnd)!;
      return decodeXml(piece.bytes, tagEnd - piece.start, closeStart - piece.start);
    },
  };
}
