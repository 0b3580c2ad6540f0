import { type BlankFile, type Filled, fillWorkbook } from "../../src/fill-workbook.js";
import type { Placed, PlacedItem } from "../../src/model/placed.js";
import type { Poam } from "../../src/model/poam.js";
import { readPoam } from "../../src/template/read.js";
import { openWorkbook } from "../../src/workbook/open.js";
import { TEMPLATES } from "../templates.js";

export async function blankFile(bytes: Buffer, file: string): Promise<BlankFile> {
  return { bytes, file, poam: await readFile(bytes, file) };
}

export async function fill(blank: BlankFile, placed: Placed): Promise<Filled & { readonly poam: Poam }> {
  const filled = await fillWorkbook(blank, placed);
  return { ...filled, poam: await readFile(filled.patched.bytes, blank.file) };
}

async function readFile(bytes: Buffer, file: string): Promise<Poam> {
  return readPoam(await openWorkbook(bytes, file), TEMPLATES, { fileName: file });
}

/** By sheet each item's rows, and of these the texts by column, with their kinds where these are others: as they were placed. */
export function textsPlaced(placed: Placed): Record<string, Record<number, string>[][]> {
  const texts = (item: PlacedItem) =>
    item.map((row) =>
      Object.fromEntries(
        [...row].map(([column, value]) => [column, typeof value === "object" ? `date ${value.date}` : told(value)]),
      ),
    );
  return Object.fromEntries(
    placed.sheets.filter(({ items }) => items.length > 0).map(({ sheet, items }) => [sheet.name, items.map(texts)]),
  );
}

/** The same as it is read: without the results of formulas, which are the form's. */
export function textsRead(poam: Poam): Record<string, Record<number, string>[][]> {
  const read: Record<string, Record<number, string>[][]> = {};
  for (const item of [...poam.items(), ...poam.documentation()]) {
    const sheet = poam.workbook.sheets.find(({ name }) => name === item.sheet)!;
    const rows = [item, ...item.continuations].map(({ row }) => {
      const texts: Record<number, string> = {};
      const index = sheet.rowIndex(row);
      for (let handle = sheet.firstCell(index); handle < sheet.firstCell(index + 1); handle++) {
        if (sheet.formula(handle) !== undefined) continue;
        const kind = sheet.kind(handle);
        texts[sheet.column(handle)] = `${kind === "text" ? "" : `${kind} `}${sheet.text(handle)}`;
      }
      return texts;
    });
    const ofSheet = (read[item.sheet] ??= []);
    ofSheet.push(rows);
  }
  return read;
}

function told(value: string | number | boolean): string {
  return typeof value === "string" ? value : `${typeof value} ${value}`;
}
