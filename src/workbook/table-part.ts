import type { MergedRange } from "../model/workbook.js";
import { readRange } from "./cell-scan.js";
import { readRelationships } from "./package.js";
import { readSmallPart } from "./small-part.js";
import { findEntry, type Zip, type ZipEntry } from "./zip.js";

/** A table of a sheet; its heading and total rows are written down a second time in its own part. */
export interface TablePart {
  readonly entry: ZipEntry;
  readonly name: string;
  readonly range: MergedRange;
  readonly headerRows: number;
  readonly totalsRows: number;
  /** The columns that Excel fills with a formula of their own. */
  readonly calculated: readonly string[];
}

/** Why a table cannot be given another row at its end; completes "for ". Undefined where it can. */
export function tableHindrance({ range, totalsRows, calculated }: TablePart): string | undefined {
  if (totalsRows > 0) return `it ends with a totals row (row ${range.lastRow})`;
  return calculated.length > 0 ? `Excel computes its column "${calculated[0]}"` : undefined;
}

export async function readTables(zip: Zip, sheetPart: string): Promise<TablePart[]> {
  const tables: TablePart[] = [];
  for (const { type, target } of await readRelationships(zip, sheetPart)) {
    const entry = type === "table" ? findEntry(zip, target) : undefined;
    if (!entry) continue;
    const calculated: string[] = [];
    let column = "";
    await readSmallPart(zip, entry, ({ name, parent, attribute }) => {
      if (name === "tableColumn") column = attribute("name") ?? "";
      if (name === "calculatedColumnFormula") calculated.push(column);
      const reference = attribute("ref") ?? "";
      const range = name === "table" && parent === "" && readRange(Buffer.from(reference), 0, reference.length);
      if (!range) return;
      tables.push({
        entry,
        name: attribute("displayName") ?? attribute("name") ?? "",
        range,
        headerRows: Number(attribute("headerRowCount") ?? 1),
        totalsRows: Number(attribute("totalsRowCount") ?? 0),
        calculated,
      });
    });
  }
  return tables;
}
