import { crc32 } from "node:zlib";
import { mainPart } from "../package.js";
import { smallPartElements } from "../part-elements.js";
import { attributeOf } from "../xml-elements.js";
import { readZip } from "../zip.js";

/** A hidden name of the review's sheet: by its text a review is known that nobody has saved since. */
export const MARK = "_poam.review";

/** What tells a package's content but for its workbook part, in which the mark stands. */
export function digestOf(parts: Iterable<{ readonly name: string; readonly crc: number }>, workbook: string): string {
  const lines = [...parts].filter(({ name }) => name !== workbook).map(({ name, crc }) => `${name} ${crc}\n`);
  return crc32(lines.sort().join("")).toString(16).padStart(8, "0");
}

/** Whether the file is a review just as poam wrote it: whoever saves it in Excel or LibreOffice writes every part anew. */
export async function isUntouchedReview(bytes: Buffer, file: string): Promise<boolean> {
  try {
    const zip = readZip(bytes, file);
    const { entry } = await mainPart(zip);
    const book = smallPartElements(zip, entry);
    const digest = `"${digestOf(zip.entries, entry.name)}"`;
    return book.elements.some(
      (element) =>
        element.name === "definedName" && attributeOf(element, "name")?.value === MARK && book.text(element) === digest,
    );
  } catch {
    return false;
  }
}
