import { UserError } from "../model/user-error.js";
import { compoundFileNames } from "./cfb.js";
import { findEntry, type Zip } from "./zip.js";

/** Files that people take for workbooks, each told apart and answered in one sentence. All functions throw or return in silence. */

const TO_XLSX = "In Excel: File → Save As → Excel Workbook (.xlsx).";

/** The note that Excel leaves beside an open workbook: 165 bytes, the user's name padded with blanks. */
export function refuseLockFile(bytes: Buffer, name: string): void {
  const length = bytes[0] ?? 0;
  const isNote =
    bytes.length === 165 && length > 0 && length < 55 && bytes.subarray(length + 1, 55).every((byte) => byte === 0x20);
  if (!isNote && !(name.startsWith("~$") && bytes.length < 1024)) return;
  throw new UserError(
    "lock-file",
    `${name} is not a workbook but Excel's note that one is open. Check the file without ~$ in its name.`,
  );
}

/** Throws for every OLE compound file. */
export function refuseCompoundFile(bytes: Buffer, name: string): never {
  const streams = new Set(compoundFileNames(bytes));
  if (streams.has("EncryptedPackage")) {
    throw new UserError(
      "encrypted",
      `${name} is encrypted (a password or a sensitivity label). Save an unprotected copy and check that.`,
    );
  }
  if (streams.has("Workbook") || streams.has("Book")) {
    throw new UserError("old-excel", `${name} is in the old Excel format. ${TO_XLSX}`);
  }
  if (streams.has("WordDocument")) throw new UserError("word", `${name} is a Word document, not an Excel workbook.`);
  if (streams.has("PowerPoint Document")) {
    throw new UserError("powerpoint", `${name} is a PowerPoint presentation, not an Excel workbook.`);
  }
  throw new UserError("compound-file", `${name} is an old Office or Outlook file, not an Excel workbook.`);
}

/** Refuses archives that other programs wrote. */
export function refuseForeignArchive(zip: Zip): void {
  const has = (part: string) => findEntry(zip, part) !== undefined;
  if (has("content.xml") && has("META-INF/manifest.xml")) {
    throw new UserError("opendocument", `${zip.file} is an OpenDocument file. Save it as Excel Workbook (.xlsx).`);
  }
  if (has("Index/Document.iwa") || has("Index.zip")) {
    throw new UserError("numbers", `${zip.file} is an Apple Numbers file. Export it to Excel (.xlsx).`);
  }
  if (!has("[Content_Types].xml") && !zip.entries.some(({ name }) => /^(xl|_rels)\//i.test(name))) {
    throw new UserError("not-a-workbook", `${zip.file} is an archive, but no Excel workbook.`);
  }
}

/** Refuses packages of Office that are not workbooks in XML, by the content type of the main part. */
export function refuseForeignPackage(contentType: string, file: string): void {
  if (contentType.includes("sheet.binary")) {
    throw new UserError("xlsb", `${file} is in Excel's binary format. ${TO_XLSX}`);
  }
  if (/wordprocessingml|ms-word/.test(contentType)) {
    throw new UserError("word", `${file} is a Word document, not an Excel workbook.`);
  }
  if (/presentationml|ms-powerpoint/.test(contentType)) {
    throw new UserError("powerpoint", `${file} is a PowerPoint presentation, not an Excel workbook.`);
  }
}

/** Refuses text that is plainly something other than a table; `head` is how the text begins. */
export function refuseForeignText(head: string, name: string): void {
  const start = head.trimStart();
  if (start.startsWith("%PDF-")) throw new UserError("pdf", `${name} is a PDF, not an Excel workbook.`);
  if (/^(<!doctype html|<(html|head|body|meta|table|style|script|div)\b)|^mime-version:/i.test(start)) {
    throw new UserError(
      "html",
      `${name} is a web page, not an Excel workbook. Open it in Excel, then: File → Save As → Excel Workbook (.xlsx).`,
    );
  }
  if (OSCAL_XML.test(start) || OSCAL_YAML.test(start)) {
    throw new UserError(
      "oscal",
      `${name} is an OSCAL POA&M, but not in JSON. Convert it to JSON (.json) with an OSCAL tool.`,
    );
  }
  if (/^<\?xml\s|^<[\w:]+[\s>]|^<!--/.test(start)) {
    if (/urn:schemas-microsoft-com:office:spreadsheet|progid="Excel\.Sheet"/.test(start)) {
      throw new UserError("xml-2003", `${name} is an XML Spreadsheet of Excel 2003. ${TO_XLSX}`);
    }
    if (/<html[\s>]/i.test(start)) {
      throw new UserError(
        "html",
        `${name} is a web page, not an Excel workbook. Open it in Excel, then: File → Save As → Excel Workbook (.xlsx).`,
      );
    }
    throw new UserError("xml", `${name} is an XML file, not an Excel workbook.`);
  }
  if (/^(\{\s*("|\}|$)|\[\s*([{["\]]|$))/.test(start)) {
    throw new UserError("json", `${name} is JSON, but neither items written by poam convert nor an OSCAL POA&M.`);
  }
}

/** The name of OSCAL's root: an element, perhaps behind comments and instructions, or a key at the margin. */
const OSCAL_XML = /^<(?:[\s\S]*?<)?(?:\w+:)?plan-of-action-and-milestones[\s>]/;
const OSCAL_YAML = /(?:^|\n)["']?plan-of-action-and-milestones["']?:\s*\n/;

/** Refuses text with control characters that no text has. */
export function refuseBinary(text: string, name: string): void {
  if (/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text)) {
    throw new UserError("not-a-workbook", `${name} is neither an Excel workbook nor a text file.`);
  }
}
