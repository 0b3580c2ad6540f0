import { builtInFormat, type NumberFormat, numberFormat } from "./number-format.js";
import { readSmallPart } from "./small-part.js";
import type { Zip, ZipEntry } from "./zip.js";

/** The number format of each cell style, by the index that cells name in `s`. */
export async function readStyles(zip: Zip, entry: ZipEntry): Promise<NumberFormat[]> {
  const formats = new Map<number, NumberFormat>();
  const ids: number[] = [];
  await readSmallPart(zip, entry, ({ name, parent, attribute }) => {
    const id = Number(attribute("numFmtId") ?? 0);
    if (name === "numFmt" && parent === "numFmts") formats.set(id, numberFormat(attribute("formatCode") ?? ""));
    if (name === "xf" && parent === "cellXfs") ids.push(id);
  });
  return ids.map((id) => {
    const format = formats.get(id) ?? builtInFormat(id);
    formats.set(id, format);
    return format;
  });
}
