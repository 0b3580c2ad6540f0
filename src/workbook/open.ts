import { UserError } from "../model/user-error.js";
import type { Workbook } from "../model/workbook.js";
import { isCompoundFile } from "./cfb.js";
import { readCsv, sheetNameOf } from "./csv.js";
import {
  refuseBinary,
  refuseCompoundFile,
  refuseForeignArchive,
  refuseForeignPackage,
  refuseForeignText,
  refuseLockFile,
} from "./foreign.js";
import { mainPart } from "./package.js";
import { isReviewSheet } from "./review/layout.js";
import { decodeFile } from "./text-encoding.js";
import { readWorkbook } from "./xlsx.js";
import { findEndRecord, readZip, type Zip, type ZipEntry } from "./zip.js";

/** As much of a text as shows what it is. */
const HEAD = 2048;
/** A string of JavaScript holds twice as much, and a table of items is far smaller. */
const MAX_TEXT = 256 << 20;

/**
 * Reads a workbook (.xlsx, .xlsm) or a CSV file; what it is, its first bytes decide, not its name. `name` is the file's
 * base name, for messages and for a CSV file's sheet. Throws `UserError` for what cannot be read whole.
 */
export async function openWorkbook(bytes: Buffer, name: string): Promise<Workbook> {
  if (bytes.length === 0) throw new UserError("empty-file", `${name} is empty (0 bytes).`);
  refuseLockFile(bytes, name);
  if (isCompoundFile(bytes)) refuseCompoundFile(bytes, name);
  if (isZip(bytes)) {
    const { zip, entry } = await openZip(bytes, name);
    return withoutReviews(await readWorkbook(zip, entry));
  }
  if (bytes.length > MAX_TEXT) throw new UserError("too-large", `${name} is too large for a text file (over 256 MB).`);
  const text = decodeFile(bytes);
  refuseForeignText(text.slice(0, HEAD), name);
  refuseBinary(text, name);
  return { format: "csv", sheets: [await readCsv(text, sheetNameOf(name))] };
}

/** The package of a workbook (.xlsx, .xlsm) and its workbook part. Throws `UserError` for any other file. */
export async function openPackage(bytes: Buffer, name: string): Promise<{ zip: Zip; entry: ZipEntry }> {
  refuseLockFile(bytes, name);
  if (isCompoundFile(bytes)) refuseCompoundFile(bytes, name);
  if (!isZip(bytes)) throw new UserError("not-a-package", `${name} is no Excel workbook (.xlsx or .xlsm).`);
  return openZip(bytes, name);
}

/** `PK` and the mark of a local header or of an empty archive; or, with other bytes before it, an end record in its place. */
export function isZip(bytes: Buffer): boolean {
  const mark = bytes.length < 4 ? 0 : bytes.readUInt32LE(0);
  return mark === 0x04034b50 || mark === 0x06054b50 || findEndRecord(bytes) >= 0;
}

/** A copy with a review reads as the workbook that it is a copy of. */
function withoutReviews(workbook: Workbook): Workbook {
  const sheets = workbook.sheets.filter((sheet) => !isReviewSheet(sheet));
  const isCopy = sheets.length > 0 && sheets.length < workbook.sheets.length;
  return isCopy ? { ...workbook, sheets, isReviewed: true } : workbook;
}

async function openZip(bytes: Buffer, name: string): Promise<{ zip: Zip; entry: ZipEntry }> {
  const zip = readZip(bytes, name);
  refuseForeignArchive(zip);
  const { entry, contentType } = await mainPart(zip);
  refuseForeignPackage(contentType, name);
  return { zip, entry };
}
