import type { MergedRange } from "../model/workbook.js";
import { readRange } from "./cell-scan.js";
import { readRelationships } from "./package.js";
import { readSmallPart } from "./small-part.js";
import { findEntry, type Zip } from "./zip.js";

/** A table of a sheet; its heading and total rows are written down a second time in its own part. */
export interface TablePart {
  readonly name: string;
  readonly range: MergedRange;
  readonly headerRows: number;
  readonly totalsRows: number;
}

export async function readTables(zip: Zip, sheetPart: string): Promise<TablePart[]> {
  const tables: TablePart[] = [];
  for (const { type, target } of await readRelationships(zip, sheetPart)) {
    const entry = type === "table" ? findEntry(zip, target) : undefined;
    if (!entry) continue;
    await readSmallPart(zip, entry, ({ name, parent, attribute }) => {
      const reference = attribute("ref") ?? "";
      const range = name === "table" && parent === "" && readRange(Buffer.from(reference), 0, reference.length);
      if (!range) return;
      tables.push({
        name: attribute("displayName") ?? attribute("name") ?? "",
        range,
        headerRows: Number(attribute("headerRowCount") ?? 1),
        totalsRows: Number(attribute("totalsRowCount") ?? 0),
      });
    });
  }
  return tables;
}
