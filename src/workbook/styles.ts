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

/** The fill of each cell style, by its index among the workbook's fills. */
export async function readFills(zip: Zip, entry: ZipEntry): Promise<number[]> {
  const fills: number[] = [];
  await readSmallPart(zip, entry, ({ name, parent, attribute }) => {
    if (name === "xf" && parent === "cellXfs") fills.push(Number(attribute("fillId") ?? 0));
  });
  return fills;
}
