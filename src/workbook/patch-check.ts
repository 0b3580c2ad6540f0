import { type CellPatch, type CellValue, reference } from "../model/cell.js";
import type { Sheet } from "../model/workbook.js";
import { damagedPart } from "./damage.js";
import { partChunks } from "./inflate.js";
import { mainPart, requirePart } from "./package.js";
import type { PackageEdits } from "./package-edits.js";
import { isDate } from "./patch-refusal.js";
import type { PatchedSheet } from "./patch-sheet.js";
import { noStrings } from "./shared-strings.js";
import { collectSheet } from "./sheet.js";
import { scanSheet } from "./sheet-scan.js";
import { readSmallPart } from "./small-part.js";
import { readStyles } from "./styles.js";
import { readWorkbookPart, type SheetPart, type WorkbookPart } from "./xlsx.js";
import { readZip, type Zip } from "./zip.js";

/**
 * Opens what was written and holds it against what was asked for: the same parts in the same order, those without splices
 * packed as before, and every cell written reads as its patch says. Anything else is our own fault, and throws.
 */
export async function checkPatched(
  before: Zip,
  bytes: Buffer,
  edits: PackageEdits,
  sheets: readonly PatchedSheet[],
): Promise<void> {
  const after = readZip(bytes, before.file);
  checkParts(before, after, edits);
  const sheetParts = new Set(sheets.map(({ part }) => part.entry));
  for (const entry of edits.splices.keys()) {
    // Sheets are read below; of other parts it is enough that an XML parser takes them.
    if (!sheetParts.has(entry)) await readSmallPart(after, requirePart(after, entry.name), () => {});
  }
  const workbook = await readWorkbookPart(after, (await mainPart(after)).entry);
  const formats = workbook.styles ? await readStyles(after, workbook.styles) : [];
  for (const { part, applied } of sheets) {
    const written = workbook.sheets.find(({ name }) => name === part.name);
    if (!written) throw new Error(`the sheet ${part.name} was lost`);
    const sheet = await readCells(after, written, applied, workbook, formats);
    for (const patch of applied) checkCell(sheet, patch);
  }
}

function checkParts(before: Zip, after: Zip, { splices, dropped }: PackageEdits): void {
  const expected = before.entries.filter((entry) => entry !== dropped);
  if (expected.length !== after.entries.length) throw new Error("the number of parts is not what it should be");
  for (const [index, entry] of expected.entries()) {
    const written = after.entries[index]!;
    if (entry.name !== written.name) throw new Error(`${written.name} stands where ${entry.name} did`);
    if (splices.has(entry)) continue;
    const isSame =
      entry.crc === written.crc &&
      entry.size === written.size &&
      before.bytes.compare(after.bytes, written.dataStart, written.dataEnd, entry.dataStart, entry.dataEnd) === 0;
    if (!isSame) throw new Error(`${entry.name} is not what it was, though nothing was to be done to it`);
  }
}

/** The patches' cells as the reader gives them; none refers to the workbook's strings any more. */
async function readCells(
  zip: Zip,
  { name, visibility, entry }: SheetPart,
  patches: readonly CellPatch[],
  { date1904 }: WorkbookPart,
  formats: Awaited<ReturnType<typeof readStyles>>,
): Promise<Sheet> {
  const damage = (fault: string) => damagedPart(zip.file, entry.name, fault);
  const collector = collectSheet({ date1904, formats, name, visibility, partSize: 0, damage });
  const columns = new Map<number, Set<number>>();
  for (const { at } of patches) columns.set(at.row, (columns.get(at.row) ?? new Set()).add(at.column));
  const scan = scanSheet(
    {
      ...collector,
      cell(cell) {
        if (columns.get(cell.row)?.has(cell.column)) collector.cell(cell);
      },
      passOver: (row) => !columns.has(row),
    },
    damage,
  );
  for await (const chunk of partChunks(zip, entry)) scan.push(chunk);
  scan.end();
  return collector.finish(noStrings);
}

function checkCell(sheet: Sheet, { at, value }: CellPatch): void {
  const index = sheet.rowIndex(at.row);
  const handle = index < 0 ? -1 : sheet.cell(index, at.column);
  if (!reads(sheet, handle, value)) throw new Error(`${reference(at)} does not read as it was written`);
}

function reads(sheet: Sheet, handle: number, value: CellValue): boolean {
  // The reader takes a text of blanks for an empty cell.
  if (handle < 0) return value === null || (typeof value === "string" && value.trim() === "");
  if (value === null) return false;
  if (sheet.formula(handle) !== undefined) return false;
  if (isDate(value)) return sheet.kind(handle) === "date" && sheet.date(handle) === value.date;
  if (typeof value === "number") return sheet.number(handle) === value;
  if (typeof value === "boolean")
    return sheet.kind(handle) === "boolean" && sheet.text(handle) === (value ? "TRUE" : "FALSE");
  return sheet.kind(handle) === "text" && sheet.text(handle) === value;
}
