import { crc32, deflateRawSync } from "node:zlib";
import type { Review, Reviewed } from "../../model/review.js";
import { type AddedParts, addedParts } from "../added-parts.js";
import { openPackage } from "../open.js";
import type { Splice } from "../patched.js";
import { refuseSigned } from "../signed.js";
import { splicePart } from "../splice.js";
import { readWorkbookPart } from "../xlsx.js";
import type { Zip, ZipEntry } from "../zip.js";
import { type AddedPart, type PackedPart, rewriteZip } from "../zip-write.js";
import { readBook } from "./book.js";
import { checkReviewed } from "./check.js";
import { digestOf, MARK } from "./mark.js";
import { addNotes } from "./notes.js";
import { reviewSheet, sheetRemarks } from "./sheet.js";
import { reviewStyles } from "./styles.js";

/** What a review is to show besides its sheet. */
export interface ReviewOptions {
  /** A note on each cell with a finding. */
  readonly notes: boolean;
}

/**
 * A copy of a workbook (.xlsx, .xlsm) with one sheet more, that of the review, and notes if asked for. All parts but those
 * that list sheets, styles or notes are copied as they are packed. `file` is the file's base name, for messages. Throws
 * `UserError` for a file to which nothing can be added.
 */
export async function addReview(
  bytes: Buffer,
  review: Review,
  { notes }: ReviewOptions,
  file: string,
): Promise<Reviewed> {
  const { zip, entry } = await openPackage(bytes, file);
  await refuseSigned(zip, "review");
  const workbook = await readWorkbookPart(zip, entry);
  const book = readBook(zip, entry);
  const styles = reviewStyles(zip, workbook.styles);
  const added = addedParts(zip);
  const splices = new Map<ZipEntry, readonly Splice[]>();
  const noted = notes ? await addNotes(zip, workbook.sheets, review, book, added) : { splices: new Map(), remarks: [] };
  const remarks = [...sheetRemarks(review), ...noted.remarks];
  for (const [part, ofPart] of noted.splices) if (ofPart.length > 0) splices.set(part, ofPart);
  if (workbook.styles && styles) splices.set(workbook.styles, styles.splices);
  const sheet = reviewSheet(review, [...review.head, ...remarks], styles, book.namespace);
  const name = added.add("xl/worksheets/poam#.xml", sheet.xml, SHEET_TYPE);
  const relationship = await added.relate(entry.name, `${book.relations}/worksheet`, name);
  const packed = await packedParts(zip, splices, added);
  const own = `'${book.sheetName}'!`;
  const mark = digestOf(
    [...zip.entries.map((one) => ({ ...one, ...packed.replaced.get(one) })), ...packed.added],
    entry.name,
  );
  const names = [
    { name: "_xlnm._FilterDatabase", text: `${own}$A$${sheet.firstRow}:$${sheet.lastColumn}$${sheet.lastRow}` },
    { name: "_xlnm.Print_Titles", text: `${own}$${sheet.firstRow}:$${sheet.firstRow}` },
    { name: MARK, text: `"${mark}"` },
  ];
  packed.replaced.set(entry, await splicePart(zip, entry, book.splices(relationship, names)));
  const written = rewriteZip(zip, packed.replaced, packed.added);
  await checkReviewed(zip, written, packed, { sheet: book.sheetName, rows: sheet.lastRow });
  return { bytes: written, sheet: book.sheetName, remarks };
}

const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

/** What a package is made of anew: parts in the place of others, and further ones. */
export interface PackedParts {
  readonly replaced: Map<ZipEntry, PackedPart>;
  readonly added: readonly AddedPart[];
}

async function packedParts(
  zip: Zip,
  splices: ReadonlyMap<ZipEntry, readonly Splice[]>,
  added: AddedParts,
): Promise<PackedParts> {
  const { parts, splices: lists } = added.finish();
  const replaced = new Map<ZipEntry, PackedPart>();
  for (const [entry, splice] of lists) replaced.set(entry, await splicePart(zip, entry, [splice]));
  for (const [entry, ofPart] of splices) replaced.set(entry, await splicePart(zip, entry, ofPart));
  return { replaced, added: [...parts].map(([name, text]) => ({ name, ...packed(text) })) };
}

function packed(text: string): PackedPart {
  const content = Buffer.from(text);
  const deflated = deflateRawSync(content);
  return { packed: [deflated], compressedSize: deflated.length, size: content.length, crc: crc32(content) };
}
