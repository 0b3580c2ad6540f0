import { type CellPatch, type CellValue, columnNumber } from "../../src/model/cell.js";
import { partBytes } from "../../src/workbook/inflate.js";
import { applyPatches } from "../../src/workbook/patch.js";
import type { Patched } from "../../src/workbook/patched.js";
import { findEntry, readZip } from "../../src/workbook/zip.js";
import { type Made, makeWorkbook } from "./make-workbook.js";

/** A patch of `Sheet1`, its place written as in Excel: `B2`. */
export function patch(place: string, value: CellValue, was = "", like?: string): CellPatch {
  return { at: at(place), was, value, ...(like === undefined ? {} : { like: at(like) }) };
}

export function at(place: string, sheet = "Sheet1") {
  const [, letters = "", digits] = /^([A-Z]+)(\d+)$/.exec(place) ?? [];
  return { sheet, row: Number(digits), column: columnNumber(letters) };
}

/** A made workbook after its patches, with its parts as text. */
export async function patched(
  made: Made,
  patches: readonly CellPatch[],
): Promise<Patched & { part(name: string): string; rows: string; refusals: string[] }> {
  const result = await applyPatches(makeWorkbook(made), patches, "made.xlsx");
  const part = (name: string) => partText(result.bytes, name);
  const sheet = part("xl/worksheets/sheet1.xml");
  return {
    ...result,
    part,
    rows: sheet.replace(/^[\s\S]*?<(?:x:)?sheetData>|<\/(?:x:)?sheetData>[\s\S]*$/g, ""),
    refusals: result.refused.map(({ why }) => why),
  };
}

export function partText(bytes: Buffer, name: string): string {
  const zip = readZip(bytes, "made.xlsx");
  const entry = findEntry(zip, name);
  if (!entry) throw new Error(`${name} is missing`);
  return partBytes(zip, entry).toString("utf8");
}
