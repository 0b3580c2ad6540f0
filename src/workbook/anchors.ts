import type { MergedRange } from "../model/workbook.js";
import { parseRange } from "./cell-range.js";
import { MAX_ROW, type ScannedCell } from "./cell-scan.js";
import { type Reference, referenceList, referencesIn } from "./formula-references.js";
import { mainPart, readRelationships, requirePart } from "./package.js";
import { elementsOutsideRows, type PartElements, smallPartElements } from "./part-elements.js";
import { rangeLists } from "./range-lists.js";
import { readFills } from "./styles.js";
import { readTables, tableHindrance } from "./table-part.js";
import { readWorkbookPart } from "./xlsx.js";
import { LESS } from "./xml-bytes.js";
import { attributeOf, type XmlElement } from "./xml-elements.js";
import { decodeXml } from "./xml-text.js";
import { readZip, type Zip, type ZipEntry } from "./zip.js";

/** Something that stays where it is when the values of a row go elsewhere. */
export interface Anchor {
  readonly what: AnchorKind;
  readonly range: MergedRange;
  /** For a table that can be given no further row: why, to complete "for ". */
  readonly hindrance?: string | undefined;
}

/** Where these stand, they are tied to each of their rows. */
export type TiedKind =
  | "a comment"
  | "a hyperlink"
  | "a merged cell"
  | "a formula"
  | "an array formula"
  | "a data table"
  | "a drawing";
/** These are tied to rows only where they begin or end among them. */
export type SpreadKind =
  | "a data validation"
  | "a conditional format"
  | "a protected range"
  | "a table"
  | "a filter"
  | "a defined name"
  | "a fill"
  | "a formula elsewhere";
export type AnchorKind = TiedKind | SpreadKind;

/** What is anchored in a workbook. */
export interface Anchors {
  /** What keeps the values of these rows from changing places: what is tied to one of them or covers but a part of them. */
  within(sheet: string, firstRow: number, lastRow: number): readonly Anchor[];
  /** Whether the row has cells, be they empty: the form has given it its look. */
  isLaidOut(sheet: string, row: number): boolean;
}

/** A CSV file has no anchors. */
export const NO_ANCHORS: Anchors = { within: () => [], isLaidOut: () => true };

/** Reads a workbook for what is anchored to its rows. Throws `UserError` for what cannot be read whole. */
export async function readAnchors(bytes: Buffer, file: string): Promise<Anchors> {
  const zip = readZip(bytes, file);
  const { entry } = await mainPart(zip);
  const { sheets, styles } = await readWorkbookPart(zip, entry);
  const fills = styles ? await readFills(zip, styles) : [];
  const bySheet = new Map(sheets.map(({ name }) => [name.toLowerCase(), newSheetAnchors()]));
  const on = (sheet: string) => bySheet.get(sheet.toLowerCase());
  for (const { name, entry } of sheets) {
    const refer = (reference: Reference) =>
      on(reference.sheet ?? name)?.spread.push({ what: "a formula elsewhere", range: reference.range });
    await readSheetAnchors(zip, entry, on(name)!, fills, refer);
  }
  const workbook = smallPartElements(zip, entry);
  for (const name of workbook.elements.filter((element) => element.name === "definedName")) {
    for (const { sheet, range } of referenceList(workbook.text(name))) {
      if (sheet && !isPrintTitles(name)) on(sheet)?.spread.push({ what: "a defined name", range });
    }
  }
  return {
    within: (sheet, firstRow, lastRow) => anchorsWithin(on(sheet), firstRow, lastRow),
    isLaidOut: (sheet, row) =>
      on(sheet)?.laidOut.some(({ firstRow, lastRow }) => firstRow <= row && row <= lastRow) ?? false,
  };
}

interface Run {
  readonly firstRow: number;
  lastRow: number;
}

interface SheetAnchors {
  readonly tied: Anchor[];
  readonly spread: Anchor[];
  /** The rows that have cells, those that follow one another as one. */
  readonly laidOut: Run[];
}

function newSheetAnchors(): SheetAnchors {
  return { tied: [], spread: [], laidOut: [] };
}

function anchorsWithin(anchors: SheetAnchors | undefined, firstRow: number, lastRow: number): Anchor[] {
  if (!anchors) return [];
  const touches = ({ range }: Anchor) => range.firstRow <= lastRow && range.lastRow >= firstRow;
  const covers = ({ range }: Anchor) => range.firstRow <= firstRow && range.lastRow >= lastRow;
  return [
    ...anchors.tied.filter(touches),
    ...anchors.spread.filter((anchor) => touches(anchor) && !covers(anchor)),
  ].sort((a, b) => a.range.firstRow - b.range.firstRow || a.range.firstColumn - b.range.firstColumn);
}

async function readSheetAnchors(
  zip: Zip,
  entry: ZipEntry,
  { tied, spread, laidOut }: SheetAnchors,
  fills: readonly number[],
  refer: (reference: Reference) => void,
): Promise<void> {
  const formulas = formulaAnchors(tied, refer);
  const filled = fillAnchors(spread, fills);
  const part = await elementsOutsideRows(zip, entry, {
    row(row, hasCells) {
      const run = laidOut.at(-1);
      if (hasCells && run?.lastRow === row - 1) run.lastRow = row;
      else if (hasCells) laidOut.push({ firstRow: row, lastRow: row });
    },
    cell(cell) {
      filled(cell);
      if (cell.formulaStart >= 0) formulas(cell);
    },
  });
  tied.push(...withReference(part, "hyperlink", "a hyperlink"), ...withReference(part, "mergeCell", "a merged cell"));
  tied.push(...drawnOver(part));
  spread.push(...withReference(part, "autoFilter", "a filter"));
  for (const { of, ranges } of rangeLists(part)) {
    const what = SPREAD[of];
    if (what) spread.push(...ranges.map((range) => ({ what, range })));
  }
  for (const table of await readTables(zip, entry.name)) {
    spread.push({ what: "a table", range: table.range, hindrance: tableHindrance(table) });
  }
  for (const { type, target, isExternal } of await readRelationships(zip, entry.name)) {
    if (isExternal || (type !== "drawing" && type !== "comments")) continue;
    const related = smallPartElements(zip, requirePart(zip, target));
    // Threaded comments stand among the comments, too, for older readers.
    tied.push(...(type === "drawing" ? drawnOver(related) : withReference(related, "comment", "a comment")));
  }
}

const SPREAD = {
  dataValidation: "a data validation",
  conditionalFormatting: "a conditional format",
  protectedRange: "a protected range",
  ignoredError: undefined,
} as const;

function withReference(part: PartElements, name: string, what: AnchorKind): Anchor[] {
  return part.elements.flatMap((element) => {
    const range = element.name === name ? parseRange(attributeOf(element, "ref")?.value ?? "") : undefined;
    return range ? { what, range } : [];
  });
}

/** Pictures, shapes, charts and controls, by the rows from and to which they reach; in the file these count from 0. */
function drawnOver(part: PartElements): Anchor[] {
  const corners = new Map<XmlElement, { rows: number[]; columns: number[] }>();
  for (const element of part.elements) {
    const anchor = /^(?:from|to)$/.test(element.parent?.name ?? "") ? element.parent!.parent : undefined;
    if (!anchor || (element.name !== "row" && element.name !== "col")) continue;
    const found = corners.get(anchor) ?? { rows: [], columns: [] };
    corners.set(anchor, found);
    (element.name === "row" ? found.rows : found.columns).push(Number(part.text(element)) + 1);
  }
  return [...corners.values()].map(({ rows, columns }) => ({
    what: "a drawing",
    range: {
      firstRow: Math.min(...rows),
      firstColumn: Math.min(...columns),
      lastRow: Math.max(...rows),
      lastColumn: Math.max(...columns),
    },
  }));
}

/** Takes the cells with formulas, row by row: those of a column that follow one another become one anchor. */
function formulaAnchors(tied: Anchor[], refer: (reference: Reference) => void): (cell: ScannedCell) => void {
  const runs = new Map<number, Run>();
  return (cell) => {
    const { row, column, bytes, formulaStart, formulaEnd } = cell;
    const tag = bytes.toString("latin1", bytes.lastIndexOf(LESS, formulaStart - 1), formulaStart);
    const type = /\st=["'](\w+)["']/.exec(tag)?.[1];
    const filled = parseRange(/\sref=["']([^"']+)["']/.exec(tag)?.[1] ?? "");
    if (filled && (type === "array" || type === "dataTable")) {
      tied.push({ what: type === "array" ? "an array formula" : "a data table", range: filled });
    } else {
      const run = runs.get(column);
      if (run?.lastRow === row - 1) run.lastRow = row;
      else {
        const range = { firstRow: row, firstColumn: column, lastRow: row, lastColumn: column };
        runs.set(column, range);
        tied.push({ what: "a formula", range });
      }
    }
    // A shared formula speaks of as many rows further down as it is shared with.
    const further = type === "shared" && filled ? filled.lastRow - row : 0;
    for (const reference of referencesIn(decodeXml(bytes, formulaStart, formulaEnd))) {
      const { sheet, range } = reference;
      // Of its own row it speaks wherever it stands.
      if (!sheet && range.firstRow === row && range.lastRow === row) continue;
      refer({ ...reference, range: { ...range, lastRow: range.lastRow + further } });
    }
  };
}

/** Takes the cells row by row. People mark items by colour: where the fill of a column changes, another stretch of it begins. */
function fillAnchors(spread: Anchor[], fills: readonly number[]): (cell: ScannedCell) => void {
  const current: number[] = [];
  let marked = 0;
  return ({ row, column, style }) => {
    const fill = fills[style] ?? 0;
    const isOther = current[column] !== undefined && current[column] !== fill;
    current[column] = fill;
    // One cell is enough to tell of a row.
    if (!isOther || marked === row) return;
    marked = row;
    spread.push({
      what: "a fill",
      range: { firstRow: row, firstColumn: column, lastRow: MAX_ROW, lastColumn: column },
    });
  };
}

function isPrintTitles(name: XmlElement): boolean {
  return attributeOf(name, "name")?.value === "_xlnm.Print_Titles";
}
