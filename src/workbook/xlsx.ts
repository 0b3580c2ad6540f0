import { UserError } from "../model/user-error.js";
import type { Sheet, Workbook } from "../model/workbook.js";
import { damagedPart } from "./damage.js";
import { largePartBytes, partChunks } from "./inflate.js";
import type { NumberFormat } from "./number-format.js";
import { notAWorkbook, type Relationship, readRelationships, requirePart } from "./package.js";
import { indexStrings, noStrings, type SharedStrings } from "./shared-strings.js";
import { collectSheet } from "./sheet.js";
import { scanSheet } from "./sheet-scan.js";
import { checkEncoding, readSmallPart } from "./small-part.js";
import { readStyles } from "./styles.js";
import type { Zip, ZipEntry } from "./zip.js";

/** One worksheet as the workbook part lists it. */
export interface SheetPart {
  readonly name: string;
  readonly visibility: Sheet["visibility"];
  readonly entry: ZipEntry;
}

/** What the workbook part says, its relationships followed. Chart, dialog and macro sheets are left out. */
export interface WorkbookPart {
  readonly date1904: boolean;
  readonly sheets: readonly SheetPart[];
  readonly sharedStrings: ZipEntry | undefined;
  readonly styles: ZipEntry | undefined;
}

/** All sheets of a workbook, one after the other. Throws `UserError` for what cannot be read whole. */
export async function readWorkbook(zip: Zip, entry: ZipEntry): Promise<Workbook> {
  const { date1904, sheets, sharedStrings, styles } = await readWorkbookPart(zip, entry);
  // Unpacked while the first sheet is scanned, which asks for them at its end.
  const strings = sharedStrings ? readStrings(zip, sharedStrings) : Promise.resolve(noStrings);
  strings.catch(() => {});
  const formats = styles ? await readStyles(zip, styles) : [];
  const read: Sheet[] = [];
  for (const sheet of sheets) read.push(await readSheet(zip, sheet, { date1904, formats, strings }));
  return { format: "xlsx", sheets: read };
}

/** Reads the list of sheets and where the other parts are. */
export async function readWorkbookPart(zip: Zip, entry: ZipEntry): Promise<WorkbookPart> {
  const relationships = await readRelationships(zip, entry.name);
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const listed: { name: string; state: string | undefined; id: string | undefined }[] = [];
  let date1904 = false;
  let isWorkbook = false;
  await readSmallPart(zip, entry, ({ name, parent, attribute }) => {
    if (parent === "") isWorkbook = name === "workbook";
    if (name === "workbookPr") date1904 = /^(1|true)$/.test(attribute("date1904") ?? "");
    if (name === "sheet" && parent === "sheets") {
      listed.push({ name: attribute("name") ?? "", state: attribute("state"), id: attribute("id") });
    }
  });
  if (!isWorkbook) throw notAWorkbook(zip.file);
  const sheets: SheetPart[] = [];
  for (const { name, state, id } of listed) {
    const relationship = byId.get(id ?? "");
    if (!relationship) throw damagedPart(zip.file, entry.name, `lists the sheet "${name}", but not where it is`);
    if (relationship.type !== "worksheet") continue;
    sheets.push({ name, visibility: visibilityOf(state), entry: requirePart(zip, relationship.target) });
  }
  if (sheets.length === 0) throw new UserError("no-sheets", `${zip.file} holds no worksheet.`);
  return {
    date1904,
    sheets,
    sharedStrings: optionalPart(zip, relationships, "sharedStrings"),
    styles: optionalPart(zip, relationships, "styles"),
  };
}

function optionalPart(zip: Zip, relationships: readonly Relationship[], type: string): ZipEntry | undefined {
  const relationship = relationships.find((candidate) => candidate.type === type);
  return relationship ? requirePart(zip, relationship.target) : undefined;
}

function visibilityOf(state: string | undefined): Sheet["visibility"] {
  return state === "hidden" ? "hidden" : state === "veryHidden" ? "very-hidden" : "visible";
}

async function readStrings(zip: Zip, entry: ZipEntry): Promise<SharedStrings> {
  const bytes = await largePartBytes(zip, entry);
  checkEncoding(bytes, zip.file, entry.name);
  return indexStrings(bytes, zip.file, entry.name);
}

async function readSheet(
  zip: Zip,
  { name, visibility, entry }: SheetPart,
  shared: { date1904: boolean; formats: readonly NumberFormat[]; strings: Promise<SharedStrings> },
): Promise<Sheet> {
  const damage = (fault: string) => damagedPart(zip.file, entry.name, fault);
  const { date1904, formats, strings } = shared;
  const collector = collectSheet({ date1904, formats, name, visibility, partSize: entry.size, damage });
  const scan = scanSheet(collector, damage);
  let isFirst = true;
  for await (const chunk of partChunks(zip, entry)) {
    if (isFirst) checkEncoding(chunk, zip.file, entry.name);
    isFirst = false;
    scan.push(chunk);
  }
  scan.end();
  return collector.finish(await strings);
}
