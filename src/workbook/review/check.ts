import { mainPart, requirePart } from "../package.js";
import { elementsOutsideRows } from "../part-elements.js";
import { readSmallPart } from "../small-part.js";
import { readWorkbookPart } from "../xlsx.js";
import { readZip, type Zip } from "../zip.js";
import type { PackedParts } from "./add-review.js";

/**
 * Opens what was written and holds it against what was meant: all parts of before, packed as before where nothing was to be
 * done to them, XML in the others, and the new sheet with its rows as the last one. Anything else is our own fault, and throws.
 */
export async function checkReviewed(
  before: Zip,
  bytes: Buffer,
  { replaced, added }: PackedParts,
  { sheet, rows }: { readonly sheet: string; readonly rows: number },
): Promise<void> {
  const after = readZip(bytes, before.file);
  const names = [...before.entries, ...added].map(({ name }) => name);
  if (names.join("\n") !== after.entries.map(({ name }) => name).join("\n")) {
    throw new Error("the copy does not have the parts that it should have");
  }
  for (const [index, entry] of before.entries.entries()) {
    const written = after.entries[index]!;
    const isSame =
      entry.crc === written.crc &&
      before.bytes.compare(after.bytes, written.dataStart, written.dataEnd, entry.dataStart, entry.dataEnd) === 0;
    if (!isSame && !replaced.has(entry)) throw new Error(`${entry.name} is not what it was`);
  }
  const { sheets } = await readWorkbookPart(after, (await mainPart(after)).entry);
  const isSheet = new Set(sheets.map(({ entry }) => entry));
  for (const { name } of [...replaced.keys(), ...added]) {
    const part = requirePart(after, name);
    // Shapes of Excel's own are not always XML.
    if (isSheet.has(part)) await elementsOutsideRows(after, part);
    else if (!/\.vml$/i.test(name)) await readSmallPart(after, part, () => {});
  }
  const last = sheets.at(-1)!;
  let seen = 0;
  await elementsOutsideRows(after, last.entry, { row: () => void seen++ });
  if (last.name !== sheet || seen !== rows) throw new Error("the sheet of the review is not as it was written");
}
