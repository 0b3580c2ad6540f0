import { byteFinder } from "./byte-finder.js";
import { damagedPart } from "./damage.js";
import { partChunks } from "./inflate.js";
import { readRelationships } from "./package.js";
import { scanSheet } from "./sheet-scan.js";
import type { WorkbookPart } from "./xlsx.js";
import type { Zip, ZipEntry } from "./zip.js";

/** Whether any sheet of the workbook holds a formula: Excel lists them in a part of their own, other programs do not. */
export async function hasFormulas(zip: Zip, workbook: ZipEntry, { sheets }: WorkbookPart): Promise<boolean> {
  if ((await readRelationships(zip, workbook.name)).some(({ type }) => type === "calcChain")) return true;
  for (const { entry } of sheets) if (await sheetHasFormula(zip, entry)) return true;
  return false;
}

async function sheetHasFormula(zip: Zip, entry: ZipEntry): Promise<boolean> {
  let found = false;
  const formula = byteFinder("<f");
  const scan = scanSheet(
    {
      row() {},
      cell({ formulaStart }) {
        found ||= formulaStart >= 0;
      },
      rowEnd() {},
      hiddenColumns() {},
      merge() {},
      passOver: (_row, bytes, base, from, to) => formula(bytes, base, from) >= base + to,
    },
    (fault) => damagedPart(zip.file, entry.name, fault),
  );
  for await (const chunk of partChunks(zip, entry)) {
    scan.push(chunk);
    if (found) return true;
  }
  return false;
}
