import { UserError } from "../model/user-error.js";
import type { MergedRange } from "../model/workbook.js";
import { meet, type PlacedRange, parseRange } from "./cell-range.js";
import { referenceList, sameSheet } from "./formula-references.js";
import { elementsOutsideRows, type PartElements, smallPartElements } from "./part-elements.js";
import type { Splice } from "./patched.js";
import { rangeLists } from "./range-lists.js";
import { readTables, type TablePart, tableHindrance } from "./table-part.js";
import { readWorkbookPart } from "./xlsx.js";
import { attributeOf, type XmlElement } from "./xml-elements.js";
import { xmlText } from "./xml-write.js";
import type { Zip, ZipEntry } from "./zip.js";

/** Rows appended below a table: what covers `fromRow`, its last one, is to reach down to `toRow`. */
export interface Growth {
  readonly sheet: string;
  readonly fromRow: number;
  readonly toRow: number;
}

/**
 * The splices of each part, by its name, that let tables, filters, validations, conditional formats, protected ranges and
 * names follow. Ranges that end elsewhere stay. Throws a UserError that names a table which cannot grow.
 */
export async function growthSplices(
  zip: Zip,
  workbookEntry: ZipEntry,
  growths: readonly Growth[],
): Promise<ReadonlyMap<string, readonly Splice[]>> {
  const parts = new Map<string, readonly Splice[]>();
  const add = (part: string, splices: readonly Splice[]) => {
    if (splices.length > 0) parts.set(part, splices);
  };
  const { sheets } = await readWorkbookPart(zip, workbookEntry);
  for (const { name, entry } of sheets) {
    if (!growths.some(({ sheet }) => sameSheet(sheet, name))) continue;
    const reach = reachOn(growths, name);
    for (const [part, splices] of await growTables(zip, entry, name, reach)) add(part, splices);
    add(entry.name, growSheet(await elementsOutsideRows(zip, entry), reach));
  }
  add(workbookEntry.name, growNames(smallPartElements(zip, workbookEntry), growths));
  return parts;
}

/** To which row a range is to reach; undefined for one that does not cover the last row, or reaches as far already. */
type Reach = (range: MergedRange) => number | undefined;

function reachOn(growths: readonly Growth[], name: string): Reach {
  const here = growths.filter(({ sheet }) => sameSheet(sheet, name));
  return ({ firstRow, lastRow }) => {
    const rows = here.filter(({ fromRow, toRow }) => firstRow <= fromRow && fromRow <= lastRow && lastRow < toRow);
    return rows.length > 0 ? Math.max(...rows.map(({ toRow }) => toRow)) : undefined;
  };
}

async function growTables(zip: Zip, sheet: ZipEntry, name: string, reach: Reach): Promise<[string, Splice[]][]> {
  const tables = await readTables(zip, sheet.name);
  for (const table of tables) {
    const items = { ...table.range, lastRow: table.range.lastRow - table.totalsRows };
    const rows = addedRows(items, reach(items) ?? reach(table.range));
    if (!rows) continue;
    const below = tables.find((other) => other !== table && meet(other.range, rows));
    const why = tableHindrance(table) ?? (below && `the table ${below.name} lies below it`);
    if (why) throw cannotGrow(zip.file, table, name, why);
  }
  return tables.map(({ entry }) => [
    entry.name,
    smallPartElements(zip, entry).elements.flatMap((element) => growReference(element, reach)),
  ]);
}

function cannotGrow(file: string, table: TablePart, sheet: string, why: string): UserError {
  const sentence = `${file}: no row can be added to the table ${table.name} on '${sheet}', for ${why}. Add a row in Excel first.`;
  return new UserError("table-cannot-grow", sentence);
}

/** Of these elements the `ref` is a range of items, and not a place that stands for itself. */
const WITH_REF = new Set(["table", "autoFilter", "sortState", "sortCondition"]);

function growSheet(part: PartElements, reach: Reach): Splice[] {
  const lists = rangeLists(part);
  const validated = lists.filter(({ of }) => of === "dataValidation").flatMap(({ ranges }) => ranges);
  return [
    ...part.elements.flatMap((element) => growReference(element, reach)),
    ...lists.flatMap(({ of, ranges, text, at }) =>
      ranges.flatMap((range): Splice | [] => {
        const rows = addedRows(range, reach(range));
        // Two validations of one cell are damage to Excel.
        const taken = of === "dataValidation" && rows && validated.some((other) => meet(other, rows));
        return rows && !taken ? growText(text, range, at, rows.lastRow) : [];
      }),
    ),
  ];
}

function growReference(element: XmlElement, reach: Reach): Splice[] {
  const reference = WITH_REF.has(element.name) ? attributeOf(element, "ref") : undefined;
  const range = reference && parseRange(reference.value);
  const toRow = range && reach(range);
  if (!reference || !range || !toRow) return [];
  return [growText(reference.value, { ...range, start: 0, end: reference.value.length }, reference.valueStart, toRow)];
}

function growNames(part: PartElements, growths: readonly Growth[]): Splice[] {
  return part.elements.flatMap((element): Splice | [] => {
    const name = element.name === "definedName" ? (attributeOf(element, "name")?.value ?? "") : "_xlnm.Print_Titles";
    // Titles to print on each page are headings, not items.
    if (name === "_xlnm.Print_Titles") return [];
    const text = part.text(element);
    let grown = text;
    for (const { sheet, range, start, end } of referenceList(text).reverse()) {
      const toRow = sheet && reachOn(growths, sheet)(range);
      const isOneRow = range.firstRow === range.lastRow && !name.startsWith("_xlnm.");
      if (toRow && !isOneRow)
        grown = grown.slice(0, start) + grownRange(text.slice(start, end), toRow) + grown.slice(end);
    }
    return grown === text ? [] : { start: element.tagEnd, end: element.closeStart, text: xmlText(grown) };
  });
}

/** The place of a range within a text that begins at `at` of its part: references are ASCII, so letters are bytes. */
function growText(text: string, { start, end }: PlacedRange, at: number, toRow: number): Splice {
  return { start: at + start, end: at + end, text: grownRange(text.slice(start, end), toRow) };
}

/** `B2:C12` becomes `B2:C14`, and `$A$12` `$A$12:$A$14`. */
function grownRange(reference: string, toRow: number): string {
  const last = reference.slice(reference.indexOf(":") + 1).replace(/\d+$/, String(toRow));
  return `${reference.replace(/:.*$/, "")}:${last}`;
}

/** The rows that growing adds to a range; undefined where it adds none. */
function addedRows(range: MergedRange, toRow: number | undefined): MergedRange | undefined {
  return toRow ? { ...range, firstRow: range.lastRow + 1, lastRow: toRow } : undefined;
}
